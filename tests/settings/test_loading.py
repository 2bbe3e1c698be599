"""Settings are laid over each other key by key, and a mistake names file, key and fix."""

import os
from pathlib import Path

import pytest
from pydantic import ValidationError

from components.errors import ConfigError
from components.settings import Settings, load_settings
from components.settings.loading import CONFIG


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "regions").mkdir()
    return tmp_path


def refusal(folder: Path) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        load_settings(folder)
    return caught.value


def test_the_apps_own_settings_load() -> None:
    settings = load_settings()
    assert settings.app.min_group == 5
    assert settings.app.min_group_protected == 10
    assert settings.signals["stalled_top_performer"] == {"from_months": 24, "to_months": 36}


def test_an_empty_folder_changes_nothing(folder: Path) -> None:
    assert load_settings(folder) == load_settings()


def test_a_key_of_the_given_folder_wins_and_its_neighbours_stay(folder: Path) -> None:
    (folder / "signals.toml").write_text("[approaching]\nfrom_months = 15\n")
    settings = load_settings(folder)
    assert settings.signals["approaching"] == {"from_months": 15, "to_months": 23}
    assert settings.signals["past_window"] == {"from_months": 37}


def test_a_list_is_replaced_whole(folder: Path) -> None:
    (folder / "app.toml").write_text('protected = ["gender"]\n')
    assert load_settings(folder).app.protected == ("gender",)


def test_a_header_is_added_by_one_line(folder: Path) -> None:
    (folder / "columns.toml").write_text('[headers.people.employee_id]\n"Badge" = ["House"]\n')
    columns = load_settings(folder).columns
    assert ("people", "employee_id") in {(p.table, p.field) for p in columns.places_of("badge")}
    assert columns.places_of("Worker ID")


def test_a_region_of_the_given_folder_is_added(folder: Path) -> None:
    text = (CONFIG / "regions" / "usa.toml").read_text(encoding="utf-8")
    text = text.replace('name = "USA"', 'name = "Canada"').replace(
        "[countries]\nUS", "[countries]\nCA"
    )
    for spelling in (
        "US",
        "U.S.",
        "United States",
        "United States of America",
        "USA",
        "U.S.A.",
        "840",
    ):
        text = text.replace(f'"{spelling}", ', "").replace(f'"{spelling}"', '"Canada"')
    (folder / "regions" / "canada.toml").write_text(text, encoding="utf-8")
    assert load_settings(folder).regions.region_of("Canada") == "Canada"


def test_an_unknown_key_is_refused_with_the_closest_one(folder: Path) -> None:
    (folder / "app.toml").write_text("uplod_limit_mb = 5\n")
    mistake = refusal(folder)
    assert mistake.where == f"{folder}/app.toml"
    assert mistake.what == "uplod_limit_mb is not a known key."
    assert mistake.now.startswith("Did you mean upload_limit_mb?")


def test_an_unknown_key_deep_inside_is_refused(folder: Path) -> None:
    (folder / "ratings.toml").write_text(
        '[scales.mine]\nname = "Mine"\n'
        'labels = [{ value = 1, lable = "a" }, { value = 2, label = "b" }]\n'
    )
    mistake = refusal(folder)
    assert "scales.mine.labels.0" in mistake.what


def test_an_unknown_file_is_refused_with_the_closest_one(folder: Path) -> None:
    (folder / "rating.toml").write_text("latest_review_months = 12\n")
    mistake = refusal(folder)
    assert mistake.where.endswith("rating.toml")
    assert "ratings" in mistake.now


def test_a_smallest_group_below_five_is_refused(folder: Path) -> None:
    (folder / "app.toml").write_text("min_group = 4\n")
    mistake = refusal(folder)
    assert mistake.what == "min_group can't be used."
    assert "greater than or equal to 5" in mistake.now


def test_a_protected_group_below_ten_is_refused(folder: Path) -> None:
    (folder / "app.toml").write_text("min_group_protected = 9\n")
    assert "min_group_protected" in refusal(folder).what


def test_a_word_where_a_switch_belongs_is_refused(folder: Path) -> None:
    (folder / "app.toml").write_text('keep_on_disk = "no"\n')
    assert "keep_on_disk" in refusal(folder).what


def test_a_mistake_in_a_region_names_its_file(folder: Path) -> None:
    (folder / "regions" / "usa.toml").write_text('[note]\ngrade = "D"\n')
    mistake = refusal(folder)
    assert mistake.where.endswith("regions/usa.toml")
    assert mistake.what == "note.grade can't be used."


def test_a_field_that_no_table_has_is_refused(folder: Path) -> None:
    (folder / "columns.toml").write_text('[headers.people.shoe_size]\n"Shoe" = []\n')
    mistake = refusal(folder)
    assert mistake.what == "headers.people.shoe_size can't be used."
    assert mistake.now.startswith("people.shoe_size is no field")


def test_broken_toml_names_the_line(folder: Path) -> None:
    (folder / "app.toml").write_text("min_group = = 5\n")
    mistake = refusal(folder)
    assert mistake.where.endswith("app.toml")
    assert "line 1" in mistake.now


def test_a_file_that_is_not_utf_8_is_refused(folder: Path) -> None:
    (folder / "app.toml").write_bytes(b'me = "\xff"\n')
    assert "UTF-8" in refusal(folder).now


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    assert "does not exist" in refusal(tmp_path / "nowhere").what


def test_several_mistakes_are_counted(folder: Path) -> None:
    (folder / "app.toml").write_text("min_group = 1\nupload_limit_mb = 0\n")
    assert "Further mistakes: 1" in refusal(folder).now


def test_a_byte_order_mark_does_no_harm(folder: Path) -> None:
    (folder / "app.toml").write_text("min_group = 7\n", encoding="utf-8-sig")
    assert load_settings(folder).app.min_group == 7


def test_the_environment_says_where_versions_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAJECTORY_DATA_FOLDER", "/somewhere/else")
    assert load_settings().app.data_path == Path("/somewhere/else")


def test_a_relative_data_folder_stands_beside_the_app(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRAJECTORY_DATA_FOLDER", raising=False)
    monkeypatch.chdir(os.sep)
    path = load_settings().app.data_path
    assert path.is_absolute()
    assert (path.parent / "config" / "app.toml").is_file()


def test_settings_never_change() -> None:
    settings: Settings = load_settings()
    with pytest.raises(ValidationError):
        settings.app.min_group = 1  # type: ignore[misc]
