"""Reading and checking instruments: from a YAML file, written by people, to a `Questionnaire`."""
