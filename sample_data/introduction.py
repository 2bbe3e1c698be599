"""The text of the README around the generated tables."""

INTRODUCTION = """\
# Sample data

Lumenfjord is an invented company: about a thousand active people and three hundred leavers, five
years of history (1 July 2021 to 30 June 2026), ten departments, four regions. Nobody in it
exists; names are joined at random from invented lists. `python -m sample_data.make` writes every
file here again, byte for byte the same.

| file | what it holds |
|---|---|
| `clean/role_history.xlsx` | role history, with what is known of the person on each row |
| `clean/reviews.xlsx` | reviews by managers, 2022 to 2026, and own ones in 2026, competencies |
| `clean/everything.xlsx` | one sheet for each table, under the headers of the template |
| `clean/pay.xlsx` | pay; read only where the settings allow it |
| `messy/role_history_export.xlsx` | two departments, with faults that real exports have |
| `messy/reviews_export.xlsx` | the same people's last two cycles, with faults |
| `messy/people.csv` | the same people as a list with semicolons, with faults |
| `stories.toml` | who plays which part, for machines |
| `faults.toml` | every planted fault with file, sheet and cell, for machines |

The first two files are enough for every page. To look at the messy set, load its three files
together and nothing else.

Some conventions: ids are text with leading zeros. "Exit date" is the last day and stands on the
last row of an employment; "Hire date" is the first day of the present one, so that of somebody who
came back is the later one. A change of manager alone is a row with the event "other". An acting
role is a second row beside the main one, with "Is primary" no. A leave is a row with the event
"leave"; a return is "other".

## The cast

What the rules should say with the default limits, as of {day}. Chance moves nobody who is listed
here. Parts that need more than the first two files say so in `stories.toml`.

| id | part | story | expected |
|---|---|---|---|
[cast]

Also planted: people who stood still at the top left about twice as often as others, so that a
backtest has something to find. Group attributes were drawn without regard to anything else, so a
difference between groups is chance.

## Planted faults

| file | what | how often |
|---|---|---|
[faults]
"""
