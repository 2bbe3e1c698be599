"""The only room that knows Streamlit: menu, page frame, session, and the look of every page.

A page opens with `open_page`, and passes every text that came from a file through `safe`.
"""

from components.ui.opening import open_page
from components.ui.text import safe

__all__ = ["open_page", "safe"]
