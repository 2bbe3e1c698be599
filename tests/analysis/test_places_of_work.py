"""The country decides which note covers a place of work, else the region as stated."""

import pandas as pd
import pyarrow as pa

from components.analysis.places_of_work import places_of_work
from components.settings import load_settings

REGIONS = load_settings().regions


def people(*places: tuple[str | None, str | None]) -> pd.DataFrame:
    countries, regions = zip(*places, strict=True) if places else ((), ())
    texts = {"country": pa.array(countries, pa.string()), "region": pa.array(regions, pa.string())}
    return pa.table(texts).to_pandas(types_mapper=pd.ArrowDtype)


def noted(*places: tuple[str | None, str | None]) -> list[str | None]:
    rows = places_of_work(people(*places), REGIONS).people["region"]
    return [None if pd.isna(value) else value for value in rows]


def test_the_country_decides_over_the_region() -> None:
    assert noted(("Brazil", "EU")) == ["LatAm"]


def test_a_country_in_no_list_has_no_note() -> None:
    assert noted(("Switzerland", "EU")) == [None]


def test_without_a_country_the_region_counts() -> None:
    assert noted((None, "Latin America")) == ["LatAm"]


def test_an_unknown_place_stays_unknown() -> None:
    found = places_of_work(people((None, None), ("Egypt", None)), REGIONS)
    assert {place.name: place.note for place in found.places} == {None: None, "Egypt": "MENA"}


def test_everybody_is_counted_once_and_the_rows_keep_their_order() -> None:
    rows = people(("Egypt", "MENA"), ("Germany", "EU"), ("Germany", None), ("Egypt", "MENA"))
    found = places_of_work(rows, REGIONS)
    assert sum(place.people for place in found.places) == 4
    assert list(found.people["region"]) == ["MENA", "EU", "EU", "MENA"]
    assert list(rows["region"].isna()) == [False, False, True, False]


def test_nobody_is_fine() -> None:
    assert places_of_work(people(), REGIONS).places == ()
