"""The parts of Load data: files come in, are understood, confirmed, given back, and are in use.

Public: `bring` (the uploader and what else starts a load), `understood` (what was read and what
each column was taken for), `questions` (what needs a look), `changed` (against the version in
use), `confirming`, `giving_back`, `in_use`.
"""
