"""Who may speak to the server: pages of its own address, and nobody else's.

Streamlit compares the names of machines only, and to do so for a foreign page it asks the internet
for this machine's own address. This door stands before it and asks nobody.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send


def is_own(origin: str | None, host: str | None) -> bool:
    """Whether a request comes from a page of the very address that it asks, port included.

    A request that names no origin is no page's: typed in, or not from a browser.

    >>> is_own("http://127.0.0.1:8501", "127.0.0.1:8501"), is_own(None, "127.0.0.1:8501")
    (True, True)
    >>> is_own("http://localhost:9", "localhost:8501"), is_own("null", "127.0.0.1:8501")
    (False, False)
    """
    return origin is None or urlsplit(origin).netloc.lower() == (host or "").lower()


class OwnOrigin:
    """Refuses what a foreign page asks, before anything else looks at it."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before the app."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request through, or refuse it."""
        asks = Headers(scope=scope) if scope["type"] in ("http", "websocket") else Headers()
        if is_own(asks.get("origin"), asks.get("host")):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await PlainTextResponse("Foreign origin", 403)(scope, receive, send)
