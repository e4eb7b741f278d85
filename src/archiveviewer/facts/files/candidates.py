"""Finds the few documents that may be a listed file, so that not every pair is compared.

A document comes into question by its size, by words of its title, or as a paper of the same sort in the same country. Of the latter
there may be thousands, of which one is worth as much as the other: they are kept together by all that counts for them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import islice

from archiveviewer.facts.files.likeness import MAYBE, Here, Wanted, points
from archiveviewer.records import Kind


class Candidates:
    """Documents, by the numbers that they are handed in with."""

    def __init__(self, files: Mapping[int, Here]) -> None:
        """Sort documents into groups."""
        self._files = files
        self._sizes: dict[str | None, list[tuple[int, int]]] = defaultdict(list)
        self._words: dict[tuple[str | None, str], list[int]] = defaultdict(list)
        self._papers: dict[tuple[str, Kind], dict[tuple[frozenset[str], str | None], list[int]]] = defaultdict(dict)
        for number, file in files.items():
            self._sizes[file.country].append((file.size, number))
            for word in file.words:
                self._words[file.country, word].append(number)
            if file.country is not None:
                self._papers[file.country, file.kind].setdefault((file.years, file.language), []).append(number)
        for sizes in self._sizes.values():
            sizes.sort()

    def best(self, wanted: Wanted, most: int, *, without: frozenset[int]) -> list[tuple[float, int]]:
        """Return with their points the `most` documents that fit best, of equal ones the first, none of those `without`."""
        near = self._near(wanted) - without
        fitting = [(points(wanted, self._files[number]), number) for number in sorted(near)]
        for papers in self._papers.get((wanted.country, wanted.kind), {}).values():
            fitting.extend(self._papers_like(wanted, papers, most, without=near | without))
        found = [one for one in fitting if one[0] >= MAYBE]
        return nlargest(most, found, key=lambda one: (one[0], -one[1]))

    def _papers_like(self, wanted: Wanted, papers: Sequence[int], most: int, *, without: set[int]) -> Iterator[tuple[float, int]]:
        """Give the first of papers that count the same but for the numbers in their titles."""
        left = (number for number in papers if number not in without)
        scored = ((points(wanted, self._files[number]), number) for number in left)
        return islice((one for one in scored if one[0]), most)

    def _near(self, wanted: Wanted) -> set[int]:
        """Return the documents of the country, or of none, whose size or title agrees."""
        found: set[int] = set()
        for country in (wanted.country, None):
            found.update(self._of_size(country, wanted.limits))
            titled = self._with_words(country, wanted)
            found.update(number for number in titled if wanted.agrees(self._files[number]))
        return found

    def _of_size(self, country: str | None, limits: tuple[int, int] | None) -> list[int]:
        if limits is None or country not in self._sizes:
            return []
        sizes = self._sizes[country]
        first, last = (bisect_left(sizes, (size, 0)) for size in (limits[0], limits[1] + 1))
        return [number for _, number in sizes[first:last]]

    def _with_words(self, country: str | None, wanted: Wanted) -> set[int]:
        """Return documents that have one of the rarest words: what agrees in so many words has one of the others too few of these lack."""
        lists = sorted((self._words.get((country, word), []) for word in wanted.words), key=len)
        return set().union(*lists[: len(lists) - wanted.fewest + 1])
