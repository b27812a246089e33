"""From answers to figures and sentences: pure functions that know no database, clock or screen."""
