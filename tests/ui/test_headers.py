"""The policy names our own origin and nobody else's."""

import asyncio
import re

import pytest
from starlette.types import Message, Scope

from components.ui.headers import SecurityHeaders, policy, script_hashes, streamlit_page

PAGE = "<html><script>one()</script><script src='x.js'></script><script>two()</script></html>"


def headers_of(path: str, kind: str = "http", sent: tuple[tuple[bytes, bytes], ...] = ()) -> dict:
    """The headers that an answer of the app leaves with."""
    left: list[Message] = []

    async def app(scope: Scope, receive, send) -> None:
        await send({"type": f"{kind}.response.start", "status": 200, "headers": list(sent)})

    async def send(message: Message) -> None:
        left.append(message)

    asyncio.run(SecurityHeaders(app)({"type": kind, "path": path}, None, send))
    return {name.decode(): value.decode() for name, value in left[0]["headers"]}


def test_each_inline_script_of_the_page_is_named_by_its_hash() -> None:
    assert len(script_hashes(PAGE)) == 2
    assert all(f"{source}" in policy(PAGE) for source in script_hashes(PAGE))


def test_a_changed_script_has_another_hash() -> None:
    assert script_hashes("<script>a</script>") != script_hashes("<script>b</script>")


def test_the_installed_page_has_one_inline_script() -> None:
    assert len(script_hashes(streamlit_page())) == 1


@pytest.mark.parametrize("word", ["unsafe-eval", "http:", "https:", "*", "ws:"])
def test_the_policy_opens_no_door(word: str) -> None:
    assert word not in policy(streamlit_page())


def test_inline_code_is_allowed_for_styles_only() -> None:
    rules = policy(PAGE).split("; ")
    assert [rule.split()[0] for rule in rules if "unsafe-inline" in rule] == ["style-src"]


def test_what_is_not_named_is_forbidden() -> None:
    assert policy(PAGE).startswith("default-src 'none'")
    assert re.search(r"frame-ancestors 'none'$", policy(PAGE))


def test_a_handed_out_file_is_never_kept() -> None:
    sent = ((b"cache-control", b"public, max-age=31536000"),)
    assert headers_of("/media/abc.xlsx", sent=sent)["cache-control"] == "no-store"


def test_the_font_of_the_look_may_be_kept() -> None:
    sent = ((b"cache-control", b"public"),)
    assert headers_of("/app/static/inter.woff2", sent=sent)["cache-control"] == "public"


def test_a_websocket_is_left_alone() -> None:
    assert headers_of("/_stcore/stream", kind="websocket") == {}
