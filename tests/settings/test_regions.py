"""Culture notes: which country has which note, and what every note must carry."""

import datetime as dt
import re
from pathlib import Path

import pytest

from components.errors import ConfigError
from components.settings import Regions, load_settings

CAREFUL = re.compile(r"\b(often|on average|tends? to|may|can)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def regions() -> Regions:
    return load_settings().regions


def test_there_are_four_regions(regions: Regions) -> None:
    assert set(regions.names) == {"USA", "EU", "LatAm", "MENA"}


@pytest.mark.parametrize(
    ("country", "region"),
    [
        ("Germany", "EU"),
        ("DE", "EU"),
        ("deu", "EU"),
        ("The Netherlands", "EU"),
        ("us", "USA"),
        ("U.S.A.", "USA"),
        ("México", "LatAm"),
        ("Brasil", "LatAm"),
        ("UAE", "MENA"),
        ("Egypt", "MENA"),
        ("Japan", None),
        ("United Kingdom", None),
        ("", None),
        (None, None),
    ],
)
def test_a_country_belongs_to_the_region_that_lists_it(
    regions: Regions, country: str | None, region: str | None
) -> None:
    assert regions.region_of(country) == region


def test_a_listed_country_has_the_note_of_its_region(regions: Regions) -> None:
    found = regions.note_for("Germany", "USA")
    assert found.region == "EU"
    assert found.note is not None
    assert found.says == "The note of EU."


def test_a_country_in_no_list_has_no_note_and_says_so(regions: Regions) -> None:
    found = regions.note_for("Japan", "EU")
    assert found.note is None
    assert found.says == "Japan is in no region list: there is no note."


def test_a_note_written_for_other_countries_says_so(regions: Regions) -> None:
    found = regions.note_for("Spain")
    assert found.note is not None
    assert "written for Germany and Netherlands, not for Spain" in found.says


def test_without_a_country_the_region_decides(regions: Regions) -> None:
    assert regions.note_for(None, "Latin America").region == "LatAm"
    assert regions.note_for("", "APAC").note is None
    assert regions.note_for(None, None).note is None


def test_every_note_names_source_grade_owner_caveat_and_review_day(regions: Regions) -> None:
    for region in regions.notes.values():
        note = region.note
        assert note.grade == "C"
        assert "80 %" in note.within_countries
        assert "Taras, Steel & Kirkman 2016" in note.within_countries
        assert all((note.source, note.owner, note.question.endswith("?"), note.does_not_tell))
        assert not note.is_due(note.review_date - dt.timedelta(days=1))
        assert note.is_due(note.review_date)


def test_every_claim_is_worded_with_care(regions: Regions) -> None:
    for region in regions.notes.values():
        for claim in (*region.note.expected, *region.note.promotion):
            assert CAREFUL.search(claim), claim


def test_a_country_of_two_regions_is_refused(tmp_path: Path) -> None:
    (tmp_path / "regions").mkdir()
    (tmp_path / "regions" / "mena.toml").write_text('[countries]\nTX = ["Germany"]\n')
    with pytest.raises(ConfigError, match=r"countries\.TX can't be used"):
        load_settings(tmp_path)


def test_a_note_for_a_country_of_another_region_is_refused(tmp_path: Path) -> None:
    (tmp_path / "regions").mkdir()
    (tmp_path / "regions" / "usa.toml").write_text('[note]\nwritten_for = ["DE"]\n')
    with pytest.raises(ConfigError, match="No country of this file: DE"):
        load_settings(tmp_path)
