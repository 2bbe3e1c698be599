"""All answers to some files: about sheets, and about what holds for every sheet."""

from typing import Any

import tomli_w
from pydantic import Field

from components.intake.answers.sheet_answer import ColumnFormat, SheetAnswer
from components.settings import RatingScale
from components.settings.section import Section
from components.tables.sheets import Sheet


class Answers(Section):
    """All answers; the order of the sheets makes no difference.

    `levels` are labels of levels from low to high, `scales` rating scales by a name that the
    formats of columns use; both are added to those of the settings for these files.
    """

    levels: tuple[str, ...] = ()
    scales: dict[str, RatingScale] = Field(default_factory=dict)
    sheet: tuple[SheetAnswer, ...] = ()

    def about(self, sheet: Sheet) -> SheetAnswer:
        """The answer about a sheet; one that names the sheet wins over one for the file."""
        found = [one for one in self.sheet if one.speaks_of(sheet.file, sheet.name)]
        by_name = [one for one in found if one.sheet == sheet.name]
        return next(iter(by_name or found), SheetAnswer(file=sheet.file, sheet=sheet.name))

    def with_answer(self, answer: SheetAnswer) -> "Answers":
        """The same answers with this one in place of any earlier one about the sheet."""
        others = [one for one in self.sheet if (one.file, one.sheet) != (answer.file, answer.sheet)]
        return self.model_copy(update={"sheet": (*others, answer)})

    def with_column(self, sheet: Sheet, header: str, place: str) -> "Answers":
        """The same answers, and this header of the sheet stands for `place` (empty: left out)."""
        said = self.about(sheet)
        return self.with_answer(_of(said, sheet, columns=said.columns | {header: place}))

    def with_format(self, sheet: Sheet, header: str, **changes: Any) -> "Answers":
        """The same answers, and how the values under this header are written changed."""
        said = self.about(sheet)
        before = said.formats.get(header, ColumnFormat()).model_dump()
        formats = said.formats | {header: ColumnFormat.model_validate(before | changes)}
        return self.with_answer(_of(said, sheet, formats=formats))

    def with_sheet(self, sheet: Sheet, **changes: Any) -> "Answers":
        """The same answers with table, header_row, date_order or another of a sheet changed."""
        return self.with_answer(_of(self.about(sheet), sheet, **changes))

    def with_scale(self, name: str, scale: RatingScale) -> "Answers":
        """The same answers with a rating scale of that name added or replaced."""
        return self.model_copy(update={"scales": self.scales | {name: scale}})

    def with_levels(self, *labels: str) -> "Answers":
        """The same answers with the order of levels, from low to high, replaced."""
        return self.model_copy(update={"levels": labels})

    def to_toml(self) -> str:
        """The answers as a file that `load_answers` reads; sorted, so equal answers look equal."""
        said: dict[str, Any] = {"levels": list(self.levels)} if self.levels else {}
        if self.scales:
            said["scales"] = _written({name: one.model_dump() for name, one in self.scales.items()})
        ordered = sorted(self.sheet, key=lambda one: (one.file, one.sheet))
        if ordered:
            said["sheet"] = [_plain(answer.model_dump()) for answer in ordered]
        return tomli_w.dumps(said)


def _of(said: SheetAnswer, sheet: Sheet, **changes: Any) -> SheetAnswer:
    kept = {name: getattr(said, name) for name in SheetAnswer.model_fields}
    return SheetAnswer.model_validate(kept | {"file": sheet.file, "sheet": sheet.name} | changes)


def _plain(said: dict[str, Any]) -> dict[str, Any]:
    """Without what was not said: None, and tuples and mappings that are empty."""
    return {key: _written(value) for key, value in said.items() if value not in (None, (), {})}


def _written(value: Any) -> Any:
    if isinstance(value, dict):
        plain = _plain(value)
        return {key: plain[key] for key in sorted(plain)}
    if isinstance(value, tuple):
        return [_written(one) for one in value]
    return value
