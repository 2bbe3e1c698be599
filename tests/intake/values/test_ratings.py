"""No label ever gets a number that the settings or an answer did not give it."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from components.settings import RatingScale, number_in
from components.tables import columns as col
from tests.intake.values.reading import SETTINGS, read

SCALES = SETTINGS.ratings.scales
LISTED = [
    text for one in SCALES.values() for step in one.labels for text in (step.label, *step.spellings)
]
NUMBERS = st.decimals(-3, 12, places=2).map(str) | st.integers(-2, 11).map(str)
TEXTS = st.sampled_from(LISTED) | NUMBERS | st.text(max_size=8)


def given_by(scale: RatingScale, text: str) -> set[float]:
    """The numbers that a scale says for a text: of its label, or between two labels."""
    label = scale.label_of(text)
    if label is not None:
        return {float(label.value)}
    number, steps = number_in(text), {number_in(one.label): one.value for one in scale.labels}
    if number is None or None in steps:
        return set()
    up = all(
        Fraction(str(k)) - v == Fraction(str(min(steps))) - steps[min(steps)]
        for k, v in steps.items()
    )
    down = all(
        Fraction(str(k)) + v == Fraction(str(min(steps))) + steps[min(steps)]
        for k, v in steps.items()
    )
    inside = min(steps) < number < max(steps)
    along = {number - min(steps) + steps[min(steps)]} if up else set()
    against = {min(steps) + steps[min(steps)] - number} if down else set()
    return {round(one, 9) for one in along | against} if inside else set()


@given(st.lists(TEXTS, max_size=12), st.sampled_from(["", *SCALES]))
def test_a_rating_is_a_number_that_its_scale_gives_the_label(texts: list[str], named: str) -> None:
    column = read("reviews.rating", *texts, **({"scale": named} if named else {}))
    if named:
        assert column.scale in ("", named)
    values = column.values.to_pylist()
    written = column.beside[col.RATING_LABEL].to_pylist()
    for value, label in zip(values, written, strict=True):
        if value is not None:
            assert value in given_by(SCALES[column.scale], label)


@given(st.lists(TEXTS, max_size=12))
def test_every_label_is_kept_as_written_or_says_nothing(texts: list[str]) -> None:
    column = read("reviews.rating", *texts)
    codes = column.distinct.codes().tolist()
    written = column.beside[col.RATING_LABEL].to_pylist()
    for code, value, label in zip(codes, column.values.to_pylist(), written, strict=True):
        assert label is not None or value is None
        assert value is not None or code < 0 or label is None or column.unread[code]
