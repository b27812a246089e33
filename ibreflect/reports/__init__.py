"""What leaves ibreflect on paper, as a file or as mail, made from what it is handed alone."""
