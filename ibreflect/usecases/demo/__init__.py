"""A believable samenwerkingsverband, all invented: what `make demo` shows."""
