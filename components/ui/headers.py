"""The headers of every answer: what a page may load, and who may frame or keep it.

Streamlit sends none of its own. The policy names no foreign origin, so a picture or script that
hides in an uploaded text is never fetched.
"""

import base64
import hashlib
import re
from pathlib import Path

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.ui.origin import OwnOrigin

LOCAL_HOSTS = ("localhost", "127.0.0.1")
INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
FIXED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def script_hashes(page: str) -> tuple[str, ...]:
    """The inline scripts of a page as sources of a policy.

    >>> script_hashes("<script>alert(1)</script>")
    ("'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='",)
    """
    digests = (hashlib.sha256(body.encode()).digest() for body in INLINE_SCRIPT.findall(page))
    return tuple(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def streamlit_page() -> str:
    """The one HTML page that the installed Streamlit serves."""
    return (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")


def policy(page: str) -> str:
    """The content security policy for a page: our own origin, and the page's own inline scripts."""
    sources = {
        "default-src": "'none'",
        "script-src": " ".join(("'self'", *script_hashes(page))),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "worker-src": "'self' blob:",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {allowed}" for name, allowed in sources.items())


class SecurityHeaders:
    """Adds the headers to every HTTP answer and leaves WebSockets alone."""

    def __init__(self, app: ASGIApp) -> None:
        """Work out the policy once, from the page that is installed."""
        self.app = app
        self.headers = {**FIXED, "Content-Security-Policy": policy(streamlit_page())}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        private = scope["path"].startswith("/media/")

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self.headers)
                if private:
                    headers["Cache-Control"] = "no-store"
            await send(message)

        await self.app(scope, receive, send_with_headers)


MIDDLEWARE = (
    Middleware(SecurityHeaders),
    Middleware(TrustedHostMiddleware, allowed_hosts=list(LOCAL_HOSTS), www_redirect=False),
    Middleware(OwnOrigin),
)
