"""What the tool speaks about: frozen values, no behaviour that needs a database or a screen."""
