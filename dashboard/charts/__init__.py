"""Charts: a table in, a figure out. No Streamlit, no store, no clock."""
