"""The one stylesheet on top of the theme. Every rule degrades: unmatched, the page still works."""

import streamlit as st

DESK = """
svg text, td, th { font-variant-numeric: tabular-nums; }
h1, h2, h3 { letter-spacing: -0.012em; text-wrap: pretty; }
[data-testid="stMainBlockContainer"] { padding-inline: 3rem; }
.st-key-head h1 { padding: 0 0 0.5rem; }
[class*="st-key-row_"] a { padding-inline: 0; }
[class*="st-key-row_"] a p { font-size: 1rem; }
[class*="st-key-row_"] [data-testid="stPopover"] button { min-height: 1.6rem; padding-block: 0; }
/* Vega's own PNG and data menu would bypass our cover sheet, and is black on black in dark mode */
[data-testid="stElementContainer"]:has(> * [data-testid="stVegaLiteChart"])
  [data-testid="stElementToolbar"] { display: none; }
/* contrast of open tertiary buttons, focused page links and the chosen segment */
:is(.st-key-head, [class*="st-key-row_"])
  button:is(:hover, :focus-visible, [aria-expanded="true"]) { color: inherit; }
:is(a, button):focus-visible { outline: 2px solid currentColor !important; outline-offset: 2px; }
[role="radiogroup"] [role="radio"][aria-checked="true"] { color: inherit; font-weight: 600; }
/* an open drawer closes on a click elsewhere, and by that takes a page just asked for away again:
   while one is open, the first click only closes it */
body:has([data-testid="stPopoverBody"])
  :is([data-testid="stSidebarNav"], [data-testid="stPageLink"]) {
  pointer-events: none;
}
@media print {
  [data-testid="stSidebar"], [data-testid="stHeader"], [data-testid="stToolbar"] {
    display: none !important;
  }
  /* a person on one page: columns stay side by side, what can only be pressed is left out */
  [data-testid="stMainBlockContainer"] { zoom: 0.58; padding: 0; }
  [data-testid="stHorizontalBlock"]:has(> [data-testid="stColumn"]) {
    display: flex !important; flex-wrap: nowrap;
  }
  [data-testid="stColumn"] { min-width: 0 !important; }
  [data-testid="stButton"], [data-testid="stPopover"]:not(.st-key-filters *),
  [data-testid="stDownloadButton"], [data-testid="stExpander"] { display: none !important; }
  [class*="st-key-fig_"], [class*="st-key-row_"], [class*="st-key-flag_"],
  [data-testid="stVegaLiteChart"] { break-inside: avoid; }
  @page { size: A4 landscape; margin: 8mm; }
}
"""


def put_stylesheet(rules: str = DESK) -> None:
    """Put a stylesheet of our own on the page; style only, no script."""
    st.html(f"<style>{rules}</style>")
