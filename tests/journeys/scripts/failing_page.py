"""A page that stumbles over a value from a file."""

import streamlit as st

st.title("Before the error")
raise ValueError("salary of Anna Canary: 81000")
