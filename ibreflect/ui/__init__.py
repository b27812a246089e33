"""Streamlit: navigation, guard, and the few pieces that pages are put together from."""
