"""What happens around Streamlit: headers, language, start and stop of the server."""
