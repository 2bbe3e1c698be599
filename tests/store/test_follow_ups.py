"""Follow-ups are added and withdrawn, never changed, and end with the person's key."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from components.store import MOST, Deed, Store
from components.store.keys import FOLDER

DAY, END = date(2026, 6, 30), date(2026, 12, 31)
RULE = "past_window"


def override(store: Store, subject: str = "E1", **said) -> None:
    held = {"on": DAY, "until": END, "rule": RULE, "words": "Moves to the new unit in May"}
    store.follow_ups.add(Deed.OVERRIDE, subject, **held | said)


def test_entries_come_back_as_they_were_written_oldest_first(store: Store) -> None:
    store.follow_ups.add(Deed.TALK, "E1", on=DAY, words="  About the next role ", author="M1")
    store.follow_ups.add(Deed.ACTION, "E2", on=DAY, until=END, words="Find a mentor")
    store.follow_ups.add(Deed.PLAN, "E1", on=END)
    entries = store.follow_ups.log().entries
    assert [(one.deed, one.subject, one.on, one.until, one.words) for one in entries] == [
        (Deed.TALK, "E1", DAY, None, "About the next role"),
        (Deed.ACTION, "E2", DAY, END, "Find a mentor"),
        (Deed.PLAN, "E1", END, None, ""),
    ]
    assert [one.author for one in entries] == ["M1", None, None]
    assert len(store.follow_ups.log().about("E1")) == 2


def test_an_override_holds_from_its_first_day_to_its_last(store: Store) -> None:
    override(store)
    log = store.follow_ups.log()
    assert [
        bool(log.overrides(day)) for day in (DAY - timedelta(1), DAY, END, END + timedelta(1))
    ] == [False, True, True, False]
    (one,) = log.overrides(DAY)
    assert (one.subject, one.rule, one.words) == ("E1", RULE, "Moves to the new unit in May")


def test_a_talk_is_no_override(store: Store) -> None:
    store.follow_ups.add(Deed.TALK, "E1", on=DAY)
    assert not store.follow_ups.log().overrides(DAY)


def test_what_was_withdrawn_no_longer_stands_and_stays_on_record(store: Store) -> None:
    override(store)
    override(store, "E2")
    first, second = store.follow_ups.log().entries
    store.follow_ups.withdraw(first, "M1")
    assert store.follow_ups.log().entries == (second,)
    assert len(store.records.of()) == 3


@pytest.mark.parametrize(
    "said",
    [
        {"until": None},
        {"words": " "},
        {"rule": ""},
        {"until": DAY - timedelta(1)},
        {"words": "x" * (MOST + 1)},
    ],
    ids=["no end", "no reason", "no rule", "ends before", "too long"],
)
def test_an_override_has_a_rule_a_reason_and_an_end(store: Store, said: dict) -> None:
    with pytest.raises(ValueError, match="override"):
        override(store, **said)
    assert store.records.of() == ()


def test_an_action_says_what_is_done(store: Store) -> None:
    with pytest.raises(ValueError, match="action"):
        store.follow_ups.add(Deed.ACTION, "E1", on=DAY)


def test_other_records_are_no_follow_ups(store: Store) -> None:
    store.records.append("note", "E1", None, {"text": "x"})
    assert store.follow_ups.log().entries == ()


def test_the_entries_of_an_erased_person_are_gone(store: Store) -> None:
    override(store)
    override(store, "E2")
    assert len(store.follow_ups.log().entries) == 2
    store.erase("E1")
    log = store.follow_ups.log()
    assert [one.subject for one in log.entries] == ["E2"]
    assert log.unreadable == 0


def test_entries_whose_key_is_missing_are_counted(tmp_path: Path) -> None:
    store = Store(tmp_path)
    override(store)
    code = store.records.of()[0].subject_code
    (tmp_path / FOLDER / str(code)).unlink()
    log = store.follow_ups.log()
    assert (log.entries, log.unreadable) == ((), 1)
    store.close()


def test_what_was_written_stands_nowhere_in_clear(tmp_path: Path) -> None:
    store = Store(tmp_path)
    override(store, words="Secret reason of a person")
    store.close()
    held = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"Secret reason" not in held
