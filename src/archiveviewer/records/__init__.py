"""Frozen dataclasses of plain values that travel between the steps, threads and processes.

What reading a document needs is loaded at once, the rest when it is first asked for: making a dataclass takes a millisecond, and each
worker of a run, and the window, loads only what it uses.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from archiveviewer.records.documents import (
    Document,
    Extracted,
    FileState,
    Footnote,
    Health,
    Identity,
    Kind,
    OutlineItem,
    PageText,
    ReadDocument,
    ReadPage,
    RowTerms,
)
from archiveviewer.records.facts import (
    Attachment,
    Event,
    Evidence,
    Fact,
    ListedAttachment,
    MatchDoubt,
    ReferenceRow,
    Source,
    Span,
    StatedEvent,
    StatedFact,
)
from archiveviewer.records.files import REASONS, FoundFile, Problem, ProblemCode
from archiveviewer.records.work import ArchiveError, Coverage, DamagedIndexError, Folder, IndexSummary, Progress

if TYPE_CHECKING:
    from archiveviewer.records.answers import Answered, Searched
    from archiveviewer.records.countries import Chain, ChainStep, CountrySummary, FactLine, Profile, ProfileGroup, State
    from archiveviewer.records.decided import Decided, HiddenFact, MatchDecision
    from archiveviewer.records.notes import Merged, Note, NoteColour, NoteKind
    from archiveviewer.records.readings import How, LeftOut, Reading, Reason, Remark, Why
    from archiveviewer.records.remembered import SavedSearch, Visit
    from archiveviewer.records.search import (
        Also,
        Completion,
        DocumentHit,
        Facet,
        Light,
        PageHit,
        Part,
        SearchAnswer,
        SearchRequest,
        Sibling,
        Sort,
        Suggestion,
        Way,
        WaysOut,
    )
    from archiveviewer.records.views import (
        Box,
        Contents,
        Headings,
        LitPage,
        OpenedDocument,
        PageLetters,
        PageLink,
        PageLinks,
        PagePicture,
        Place,
        View,
        Viewed,
        ViewFault,
    )

__all__ = [
    "REASONS",
    "Also",
    "Answered",
    "ArchiveError",
    "Attachment",
    "Box",
    "Chain",
    "ChainStep",
    "Completion",
    "Contents",
    "CountrySummary",
    "Coverage",
    "DamagedIndexError",
    "Decided",
    "Document",
    "DocumentHit",
    "Event",
    "Evidence",
    "Extracted",
    "Facet",
    "Fact",
    "FactLine",
    "FileState",
    "Folder",
    "Footnote",
    "FoundFile",
    "Headings",
    "Health",
    "HiddenFact",
    "How",
    "Identity",
    "IndexSummary",
    "Kind",
    "LeftOut",
    "Light",
    "ListedAttachment",
    "LitPage",
    "MatchDecision",
    "MatchDoubt",
    "Merged",
    "Note",
    "NoteColour",
    "NoteKind",
    "OpenedDocument",
    "OutlineItem",
    "PageHit",
    "PageLetters",
    "PageLink",
    "PageLinks",
    "PagePicture",
    "PageText",
    "Part",
    "Place",
    "Problem",
    "ProblemCode",
    "Profile",
    "ProfileGroup",
    "Progress",
    "ReadDocument",
    "ReadPage",
    "Reading",
    "Reason",
    "ReferenceRow",
    "Remark",
    "RowTerms",
    "SavedSearch",
    "SearchAnswer",
    "SearchRequest",
    "Searched",
    "Sibling",
    "Sort",
    "Source",
    "Span",
    "State",
    "StatedEvent",
    "StatedFact",
    "Suggestion",
    "View",
    "ViewFault",
    "Viewed",
    "Visit",
    "Way",
    "WaysOut",
    "Why",
]

_LATER = ("search", "readings", "views", "countries", "remembered", "answers", "notes", "decided")
"""Where the other names are looked for, the likeliest place first."""


def __getattr__(name: str) -> object:
    """Load the module that holds `name`, and remember what it is."""
    if name in __all__:
        for module in _LATER:
            found = vars(import_module(f"{__name__}.{module}"))
            if name in found:
                globals()[name] = found[name]
                return found[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
