"""The days of the past that are looked back at."""

from collections.abc import Sequence
from datetime import date, timedelta

from components.settings import Backtest
from components.tables.dataset import Dataset


def days_to_test(
    dataset: Dataset, until: date, settings: Backtest, *, notice_said: bool
) -> Sequence[date]:
    """Days a follow-up apart, newest first, each with a whole follow-up before the last day.

    Where nobody says when an exit was announced, exits must be known for the notice beyond the
    follow-up too, or the newest day would miss the last of them.
    """
    last = min(until, dataset.last_day or until)
    ahead = settings.follow_up_days + (0 if notice_said else settings.notice_days)
    newest = last - timedelta(days=ahead)
    apart = timedelta(days=settings.follow_up_days)
    return [newest - apart * back for back in range(settings.dates)]
