"""The order of levels, from the lowest to the highest."""

from components.intake.scales import labels_of, proposed_scale
from components.ui import arrivals
from components.ui.asked.asked import Asked
from components.ui.asked.orders import Labelled, Taken, order_wizard


def level_order(asked: Asked) -> None:
    """Give each level of the column its place; it holds for every file."""
    column = asked.column
    if column is None:
        return
    labels = labels_of(asked.sheet, asked.plan, column, asked.settings)
    proposal = proposed_scale([label.text for label in labels], asked.settings)
    known = {one.label: at + 1 for at, one in enumerate(proposal.scale.labels)} if proposal else {}
    order_wizard(
        asked.key,
        [Labelled(label.text, label.count, known.get(label.text)) for label in labels],
        lambda taken: arrivals.answer(asked.said.with_levels(*_in_order(taken))),
        steps=list(range(1, len(labels) + 1)),
        tops=False,
    )


def _in_order(taken: Taken) -> list[str]:
    return [label for label, _, _ in taken]
