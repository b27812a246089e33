"""Figures: a frame of numbers in, a chart out. Nothing is fetched or computed from answers here."""
