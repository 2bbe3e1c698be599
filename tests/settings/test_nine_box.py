"""Combined labels of performance and potential: what a label, a header or a layout says."""

from pathlib import Path

import pytest

from components.errors import ConfigError
from components.settings import NineBox, load_settings


@pytest.fixture(scope="module")
def box() -> NineBox:
    return load_settings().ratings.nine_box


@pytest.mark.parametrize(
    ("label", "parts"),
    [
        ("Top Talent [H,H]", ("H", "H")),
        ("Key player (M / L)", ("M", "L")),
        ("High/Low", ("High", "Low")),
        ("Star", None),
        ("5", None),
        ("Core [M]", None),
    ],
)
def test_a_label_may_hold_two_parts(
    box: NineBox, label: str, parts: tuple[str, str] | None
) -> None:
    assert box.parts_of(label) == parts


@pytest.mark.parametrize(
    ("label", "parts"),
    [
        ("High Performance / Medium Potential", ("High", "Medium")),
        ("Medium potential, high performance", ("high", "Medium")),
        ("H/L", None),
    ],
)
def test_a_label_that_names_its_parts_is_read_by_their_names(
    box: NineBox, label: str, parts: tuple[str, str] | None
) -> None:
    assert box.named_parts(label) == parts


def test_a_header_may_say_which_part_stands_first(box: NineBox) -> None:
    assert (
        box.order_in("Talent Mapping Position [Performance vs Potential] ") == "performance-first"
    )
    assert box.order_in("Potential / Performance") == "potential-first"
    assert box.order_in("9-Box Label") == ""


def test_every_layout_of_numbers_names_each_box_once(box: NineBox) -> None:
    numbered = [layout for layout in box.layouts.values() if layout.boxes]
    assert len(numbered) == 5
    for layout in numbered:
        assert {layout.box_of(str(number)) for number in range(1, 10)} == {
            (performance, potential) for performance in (1, 2, 3) for potential in (1, 2, 3)
        }


def test_a_layout_that_says_a_box_twice_is_refused(tmp_path: Path) -> None:
    boxes = "[" + ", ".join(["[1, 1]"] * 9) + "]"
    text = f'[nine_box.layouts.mine]\nname = "Mine"\nboxes = {boxes}\n'
    (tmp_path / "ratings.toml").write_text(text)
    with pytest.raises(ConfigError, match="nine different pairs"):
        load_settings(tmp_path)
