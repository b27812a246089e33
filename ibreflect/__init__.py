"""Zelfscan en reflectie voor intern begeleiders; README.md says which room is for what."""
