"""What Streamlit runs for every viewer and every click."""

from dashboard.page import show_page

show_page()
