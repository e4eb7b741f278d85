"""The budgets: what is measured, what is allowed, and how a row of the table reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TextIO


@dataclass(frozen=True, slots=True)
class Measured:
    """One budget and what came out. `value` is a ratio or a number of `unit`; `floor` means that more is better.

    `how` tells in one line what was compared with what, and how large it was.
    """

    what: str
    value: float
    budget: float
    unit: str
    how: str
    floor: bool = False

    @property
    def met(self) -> bool:
        """Whether the budget was kept."""
        return self.value >= self.budget if self.floor else self.value <= self.budget

    def shape(self) -> dict[str, object]:
        """Return the row for JSON."""
        return {**asdict(self), "met": self.met}


def number(value: float, unit: str) -> str:
    """Return a value as the table shows it: ratios with a times sign, others with their unit."""
    return f"{value:.3g} {unit}" if value < 1000 else f"{value:.0f} {unit}"  # noqa: PLR2004 - where %g would begin to write exponents


def table(rows: Sequence[Measured], *, stream: TextIO) -> None:
    """Print the rows as columns that line up."""
    head = ("what", "measured", "budget", "", "how")
    cells = [(row.what, number(row.value, row.unit), _bound(row), "ok" if row.met else "OVER", row.how) for row in rows]
    widths = [max(len(line[column]) for line in (head, *cells)) for column in range(4)]
    for line in (head, *cells):
        fixed = "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=False))
        print(f"{fixed}  {line[4]}".rstrip(), file=stream, flush=True)


def _bound(row: Measured) -> str:
    return f"{'≥' if row.floor else '≤'} {number(row.budget, row.unit)}"
