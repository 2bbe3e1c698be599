"""Measuring: from a data set and a day to people, spells and ratings."""

from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from components.analysis import seen_rows
from components.analysis.arrow import Arrays, Columns, counted, frame_of, kept
from components.analysis.clock_columns import clock_columns, months_of_service, settled
from components.analysis.concurrent_roles import concurrent_problems
from components.analysis.day_numbers import day_number
from components.analysis.dense import by_person, collected, numbers
from components.analysis.dependency import dependency
from components.analysis.employment import Status
from components.analysis.family_clocks import family_columns
from components.analysis.histories import histories, step_counts
from components.analysis.in_order import ORDER, Frame
from components.analysis.measures import Measures
from components.analysis.newest import newest, spoken
from components.analysis.pay_growth import pay_growth
from components.analysis.people import BY_ROLE, identity, status_of
from components.analysis.presence import known_by
from components.analysis.promotion_cases import promotion_columns, rejections, rises
from components.analysis.raters import managers_on, raters
from components.analysis.rating_columns import rating_columns, rating_table
from components.analysis.ratings import latest, recommended, usable
from components.analysis.review_rows import review_rows
from components.analysis.role_rows import role_rows
from components.analysis.said import (
    employment_of,
    hires_seen,
    statements_of,
    with_employment,
)
from components.analysis.skill_steps import skill_steps
from components.analysis.spell_table import spell_table
from components.analysis.words import Places
from components.settings import Settings
from components.tables import columns as col
from components.tables.dataset import Dataset


def measure(dataset: Dataset, as_of: date, settings: Settings) -> Measures:
    """Measure everybody known on the day; facts dated or recorded later are not seen."""
    return _Measuring(dataset, as_of, settings).measures()


class _Measuring:
    """The parts of one measuring, each worked out once."""

    def __init__(self, dataset: Dataset, as_of: date, settings: Settings) -> None:
        self.dataset, self.as_of, self.settings = dataset, as_of, settings
        self.roles = Columns(dataset.tables.get("roles"))
        self.reviews = Columns(dataset.tables.get("reviews"))
        self.review_rows = review_rows(dataset, as_of, settings.ratings)
        self.role_rows = role_rows(dataset, as_of, settings.levels)
        self.said = hires_seen(statements_of(dataset, as_of), self.role_rows, as_of)
        self.employment = employment_of(self.said, self.role_rows, as_of, settings.clocks)
        rows = numbers(with_employment(self.role_rows, self.employment))
        self.histories = histories(rows, settings.clocks, day_number(as_of))

    def measures(self) -> Measures:
        """People, spells, ratings and the rows behind them."""
        identity = self._identity()
        rated, ratings = self._ratings(identity[col.MANAGER_ID])
        status = status_of(self.employment, self.said)
        standing = identity | self._standing(status)
        columns = {
            col.PERSON: self.employment[col.PERSON].cast(pa.int32()),
            **identity,
            **status,
            col.MONTHS_OF_SERVICE: months_of_service(self.employment, self.said, self.as_of),
            **self._clock_columns(identity[col.JOB_FAMILY]),
            **rated,
            **self._promotions(),
            **rejections(self.dataset, self.as_of, self._longest_rejection()),
            **pay_growth(self.dataset, self.as_of, standing),
            **skill_steps(self.dataset, self.as_of),
            **dependency(self.dataset, self.as_of, self.settings, standing),
        }
        return Measures(
            as_of=self.as_of,
            people=frame_of(kept(columns, standing["known"])),
            spells=spell_table(self.histories.spells, self.roles, self.role_rows, self.dataset),
            ratings=frame_of(ratings),
            competencies=seen_rows.competencies_seen(self.dataset, self.as_of),
            opportunities=seen_rows.opportunities_seen(self.dataset, self.as_of),
            problems=concurrent_problems(self.histories.aside, self.role_rows, self.dataset),
            step_counts=step_counts(self.histories),
            given=seen_rows.given(self.dataset, self.as_of),
        )

    def _standing(self, status: Arrays) -> Arrays:
        """Who is known on the day, and who of them is active."""
        known = pa.chunked_array([pa.array(known_by(self.dataset, self.as_of))])
        active = pc.and_(known, pc.equal(status[col.STATUS], Status.ACTIVE.value))
        return {"active": active, "known": known}

    def _clock_columns(self, family: pa.ChunkedArray) -> Arrays:
        return {
            **clock_columns(self._clocks(), self.roles, self.said, self.as_of),
            **family_columns(self.dataset, self.as_of, self.settings, family),
        }

    def _by_person(self, frame: Frame) -> Arrays:
        return by_person(frame, self.dataset.people_count)

    def _clocks(self) -> dict[str, Arrays]:
        frames = {**self.histories.clocks, "last": self.histories.last}
        found = {name: self._by_person(frame) for name, frame in frames.items()}
        place, cut_off = self.role_rows["place"], self.histories.cut_off
        return settled(found, place=place, employment=self.employment, cut_off=cut_off)

    def _identity(self) -> Arrays:
        at = collected(self.histories.roles.select(col.PERSON, "place"))
        places = spoken(self.roles, BY_ROLE)
        rows = {name: values.take(at["place"]) for name, values in places.items()}
        rows |= {name: at[name] for name in at.column_names} | {ORDER: counted(at.num_rows)}
        people = self.dataset.people_count
        role = Places(self.roles, newest(rows, tuple(places), people), people)
        return identity(self.dataset, self.said, role, self.settings.levels)

    def _ratings(self, managers: pa.ChunkedArray) -> tuple[Arrays, Arrays]:
        """Rating columns of people, and the table of ratings."""
        found = usable(numbers(self.review_rows))
        table = collected(found)
        ratings = dict(zip(table.column_names, table.columns, strict=True))
        reviewers = self.reviews.text(col.REVIEWER_ID).take(ratings["place"])
        managers_then = reviewers
        if reviewers.null_count:
            managers_then = managers_on(ratings, self.roles, self.role_rows)
        ratings |= raters(ratings, reviewers, managers_then, managers)
        current = self._by_person(latest(found))
        months = self.settings.ratings.latest_review_months
        return (
            rating_columns(current, ratings, self.reviews, as_of=self.as_of, months=months),
            rating_table(ratings, self.reviews, self.dataset),
        )

    def _promotions(self) -> Arrays:
        rows = numbers(self.review_rows)
        if not self.reviews.given(col.PROMOTION_RECOMMENDED):
            rows = rows.head(0)
        asked = self._by_person(recommended(rows, self._asked("cycles", 2)))
        places = self.review_rows["place"]
        risen: Arrays = {}
        for which in ("rise", "may_rise"):
            risen |= self._by_person(rises(self.histories.roles, which))
        risen |= self._by_person(self.histories.last.select(col.PERSON, "has_level"))
        return promotion_columns(asked, risen, self.reviews, places)

    def _longest_rejection(self) -> int:
        """The months back to which any rule asks for rejections."""
        fading = self._asked("to_months", 12, "rejection_fading")
        return max(self._asked("months", 6), fading)

    def _asked(self, limit: str, default: int, rule: str = "passed_over") -> int:
        """How far back a rule looks: a limit of config/signals.toml."""
        return int(self.settings.signals.get(rule, {}).get(limit, default))
