"""An adversary that tries to learn from what is published what one person answered."""
