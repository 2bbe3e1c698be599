"""Where people work, and which region's note covers that place.

The country decides; where none is given, the region as stated. A country that is in no list has
no note, whatever region is stated beside it: see `settings.regions.note_for`.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa

from components.settings.regions import Regions
from components.tables import columns as col


@dataclass(frozen=True, slots=True)
class Place:
    """A place of work as stated, how many people work there, and the region of its note."""

    country: str | None
    region: str | None
    people: int
    note: str | None

    @property
    def name(self) -> str | None:
        """The country, else the region; nothing where neither is known."""
        return self.country or self.region


@dataclass(frozen=True, slots=True)
class PlacesOfWork:
    """All places, most people first, and people with the region of their note as `region`.

    people: the rows given; `region` is empty where no note covers the place.
    """

    places: tuple[Place, ...]
    people: pd.DataFrame


def places_of_work(people: pd.DataFrame, regions: Regions) -> PlacesOfWork:
    """The places where these people work, each looked up once."""
    countries, country_names = pd.factorize(people[col.COUNTRY], use_na_sentinel=False)
    stated, region_names = pd.factorize(people[col.REGION], use_na_sentinel=False)
    pairs, at, counts = np.unique(
        countries * max(len(region_names), 1) + stated, return_inverse=True, return_counts=True
    )
    places = []
    for pair, count in zip(pairs.tolist(), counts.tolist(), strict=True):
        country = _text(country_names[pair // len(region_names)])
        region = _text(region_names[pair % len(region_names)])
        places.append(Place(country, region, count, regions.note_for(country, region).region))
    noted = pa.array([place.note for place in places], pa.string()).take(pa.array(at.ravel()))
    values = pd.Series(pd.arrays.ArrowExtensionArray(noted), index=people.index)
    ordered = sorted(places, key=lambda place: (-place.people, place.name or ""))
    return PlacesOfWork(tuple(ordered), people.assign(**{col.REGION: values}))


def _text(value: object) -> str | None:
    return None if pd.isna(value) or not str(value).strip() else str(value)  # type: ignore[call-overload]
