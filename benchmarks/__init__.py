"""What an answer costs, beside what the disk and the database cost at the least."""
