"""Languages that we have no rules for are added as data: a file with patterns, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from archiveviewer.facts.check import check

FILES = {
    "pt": """
language = "pt"

[words]
who = '(?P<who>(?:o |a |os |as )?{country}|o país)'

[[rule]]
name = "pt.joining.ratified"
article = "15"
treaty = ["apmbc"]
say = ['(?<!não )\\bratificou {treaty} em {date:value}']
facts = [{ type = "<treaty>.ratification" }, { type = "<treaty>.status", value = "state_party" }]

[[rule.example]]
text = "Moçambique ratificou a Convenção de Otava em 25 de agosto de 1998."
country = "MOZ"
gives = { "apmbc.ratification" = "1998-08-25", "apmbc.status" = "state_party" }

[[rule.example]]
text = "Moçambique não ratificou a Convenção de Otava em 25 de agosto de 1998."
country = "MOZ"
gives = {}
""",
    "ru": """
language = "ru"

[[rule]]
name = "ru.art5.deadline"
article = "5"
type = "apmbc.art5.deadline"
treaty = ["apmbc"]
say = ['новый (?:предельный )?срок (?:был )?установлен на {date:value}']

[[rule.example]]
text = "Просьба была удовлетворена, и новый предельный срок был установлен на 1 января 2020 года."
gives = { "apmbc.art5.deadline" = "2020-01-01" }
""",
    "ar": """
language = "ar"

[[rule]]
name = "ar.joining.ratified"
article = "15"
type = "apmbc.ratification"
treaty = ["apmbc"]
say = ['صدّ?قت {country} على {treaty} في {date:value}']

[[rule.example]]
text = "صدقت كمبوديا على اتفاقية أوتاوا في 28 يوليو 1999."
gives = { "apmbc.ratification" = "1999-07-28" }
""",
}


@pytest.mark.parametrize("language", FILES)
def test_a_language_is_added_as_a_file(language: str, tmp_path: Path) -> None:
    file = tmp_path / f"{language}.toml"
    file.write_text(FILES[language], encoding="utf-8")
    assert check(file) == ()
