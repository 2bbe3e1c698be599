"""A guideline in bands: each rating once, shares from low to high."""

import pytest

from components.errors import ConfigError
from components.settings import load_settings


def loaded(tmp_path, bands: str):
    (tmp_path / "ratings.toml").write_text(f"guideline = [{bands}]\n", encoding="utf-8")
    return load_settings(tmp_path).ratings.guideline


def test_there_is_none_unless_set() -> None:
    assert load_settings().ratings.guideline == ()


def test_bands_are_read(tmp_path) -> None:
    (band,) = loaded(tmp_path, "{ ratings = [4, 5], share = [0.1, 0.3] }")
    assert (band.words, band.share) == ("4 and 5", (0.1, 0.3))


@pytest.mark.parametrize(
    ("bands", "said"),
    [
        ("{ ratings = [5], share = [0.3, 0.1] }", "the lower first"),
        ("{ ratings = [5], share = [0.1, 1.3] }", "from 0 to 1"),
        ("{ ratings = [], share = [0.1, 0.3] }", "guideline"),
        (
            "{ ratings = [5], share = [0.1, 0.3] }, { ratings = [4, 5], share = [0.1, 0.3] }",
            "in two bands",
        ),
    ],
)
def test_what_cannot_be_used_is_refused_with_file_and_key(tmp_path, bands, said) -> None:
    with pytest.raises(ConfigError) as refused:
        loaded(tmp_path, bands)
    assert "ratings.toml" in str(refused.value)
    assert said in str(refused.value)
