"""Following up: talks, plans, actions and overrides, from the form to the counts and back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from components.signals import rule
from components.signals.backtest.person_dates import Answer
from components.store import Deed
from components.tables import columns as col
from components.ui import caching, flags_offer
from components.ui.standing import by_name, standing
from components.ui.wishes import last_talks
from tests.pages.conftest import Pages, clean, keep, words


@pytest.fixture
def pages(folder) -> Pages:
    keep(folder, clean("everything.xlsx"))
    return Pages()


@pytest.fixture
def flagged(pages: Pages) -> tuple[str, str]:
    """Somebody with one flag, and its rule."""
    answers = standing(pages.judged.flags, pages.judged.active)
    (person,) = [one for one, count in answers.reasons.items() if count == 1][:1]
    row = answers.flags[answers.flags[col.PERSON] == person].iloc[0]
    return str(row[col.EMPLOYEE_ID]), str(row[col.RULE])


def opened(pages: Pages, who: str):
    return pages.open("person", person=pages.code(who))


def asked(app, deed: Deed):
    """The drawer open, with this kind of entry chosen."""
    app.session_state["record_follow_up"] = True
    app.run()
    app.session_state["follow_up_deed"] = deed
    return app.run()


def kept():
    return caching.store().follow_ups.log().entries


def override(pages: Pages, who: str, key: str, until: date | None = None) -> None:
    caching.store().follow_ups.add(
        Deed.OVERRIDE, who, on=pages.as_of, until=until or pages.as_of + timedelta(90), rule=key,
        words="Moves in *May*",
    )  # fmt: skip


def test_a_talk_is_recorded_and_shown_with_its_words_escaped(pages: Pages, flagged) -> None:
    who, _ = flagged
    app = asked(opened(pages, who), Deed.TALK)
    app.text_area(f"follow_up_words_{Deed.TALK}").set_value("About ![x](http://a.example/x)").run()
    app.button("follow_up_keep").click().run()
    assert not app.exception
    (one,) = kept()
    assert (one.deed, one.subject, one.on) == (Deed.TALK, who, caching.today())
    assert "One follow-up on record" in [head.value for head in app.header]
    assert not any("![x](http" in str(said.value) for said in app.caption)


def test_an_action_and_an_override_need_words(pages: Pages, flagged) -> None:
    who, key = flagged
    app = asked(opened(pages, who), Deed.OVERRIDE)
    assert app.button("follow_up_keep").disabled
    app.text_area(f"follow_up_words_{Deed.OVERRIDE}").set_value("New unit from May").run()
    assert not app.button("follow_up_keep").disabled
    app.button("follow_up_keep").click().run()
    (one,) = kept()
    assert (one.rule, one.on, one.words) == (key, pages.as_of, "New unit from May")
    assert one.until > pages.as_of
    assert asked(opened(pages, who), Deed.ACTION).button("follow_up_keep").disabled


def test_who_has_no_flag_has_nothing_to_override(pages: Pages) -> None:
    answers = standing(pages.judged.flags, pages.judged.active)
    calm = next(
        str(one) for one, person in zip(
            pages.judged.active[col.EMPLOYEE_ID], pages.judged.active[col.PERSON], strict=True
        ) if person not in answers.reasons
    )  # fmt: skip
    app = asked(opened(pages, calm), Deed.TALK)
    labels = [option.content for option in app.get("button_group")[0].proto.options]
    assert "No concern" not in labels


def test_an_override_is_shown_and_counted_and_counts_reconcile(pages: Pages, flagged) -> None:
    who, key = flagged
    before = words(pages.open("flight_risk"))
    override(pages, who, key)
    app = pages.open("flight_risk")
    assert not app.exception
    assert "+ 1 no concern +" in words(app)
    assert "no concern" not in before
    person = words(opened(pages, who))
    assert f"“{rule(key).label}” is no concern until" in person
    assert "Moves in *May*" in person


@pytest.mark.parametrize("days", [-1, 0, 90, 91])
def test_an_override_holds_from_its_first_day_to_its_last(pages: Pages, flagged, days) -> None:
    who, key = flagged
    override(pages, who, key)
    view_day = pages.as_of + timedelta(days)
    app = pages.open("flight_risk", as_of=view_day.isoformat())
    assert not app.exception
    assert ("no concern +" in words(app)) is (0 <= days <= 90)


def test_a_withdrawn_override_counts_no_longer(pages: Pages, flagged) -> None:
    who, key = flagged
    override(pages, who, key)
    app = opened(pages, who)
    (one,) = kept()
    app.button(f"withdraw_{one.number}").click().run()
    assert not app.exception
    assert kept() == ()
    assert "no concern" not in words(pages.open("flight_risk"))


def test_the_next_talk_stands_beside_the_wish_until_it_took_place(pages: Pages, flagged) -> None:
    who, _ = flagged
    add = caching.store().follow_ups.add
    add(Deed.PLAN, who, on=date(2027, 1, 14))
    assert "14 Jan 2027" in tables(opened(pages, who))
    add(Deed.TALK, who, on=date(2027, 1, 15))
    said = tables(opened(pages, who))
    assert "none planned" in said
    assert "15 Jan 2027" in said


def tables(app) -> str:
    return " ".join(one.value.to_string() for one in app.table)


def test_overrides_go_into_the_file_with_their_reason(pages: Pages, flagged) -> None:
    who, key = flagged
    override(pages, who, key)
    view = pages.view()
    flags = view.flags.with_overrides({(who, key)})
    log = caching.store().follow_ups.log()
    view = replace(view, flags=flags, follow_ups=log)
    sheet = flags_offer.sheets(view, standing(flags, view.people))["No concern"]
    assert len(sheet) == 1
    assert "Moves in *May*" in " ".join(map(str, sheet.iloc[0]))


def test_what_was_done_about_flags_of_the_past_is_told_beside_the_record(pages: Pages) -> None:
    past = caching.past(pages.version, caching.settings().fingerprint, pages.as_of)
    record = caching.track_record(pages.version, caching.settings().fingerprint, pages.as_of)
    flagged = (record.said["past_window"] == Answer.YES).nonzero()[0][0]
    person, at = int(past.person_dates.person[flagged]), int(past.person_dates.day[flagged])
    who = str(pages.dataset.persons[col.EMPLOYEE_ID].iloc[person])
    assert "is on record, and" not in words(pages.open("flight_risk"))
    add = caching.store().follow_ups.add
    add(Deed.TALK, who, on=past.moments[at].day + timedelta(30))
    add(Deed.PLAN, "nobody here", on=pages.as_of)
    assert "of these flags a talk or an action is on record, and" in words(
        pages.open("flight_risk")
    )


def test_a_team_is_never_ranked_and_each_card_has_a_question(pages: Pages) -> None:
    active = pages.judged.active
    names = active.set_index(col.PERSON)[col.NAME].str.lower()
    ordered = [names[person] for person in by_name(active)]
    assert ordered == sorted(ordered)
    app = pages.open("team")
    assert "In name order" in words(app)
    assert any(":material/forum:" in str(one.value) for one in app.caption)


def test_a_recorded_talk_is_the_last_one_on_the_team_page(pages: Pages, flagged) -> None:
    who, _ = flagged
    view, person = pages.view(), pages.dataset.numbers([who])[who]
    caching.store().follow_ups.add(Deed.TALK, who, on=date(2026, 6, 29))
    view = replace(view, follow_ups=caching.store().follow_ups.log())
    assert last_talks(view, [person]) == {person: date(2026, 6, 29)}
    assert last_talks(pages.view(), [person]).get(person, date.min) < date(2026, 6, 29)
