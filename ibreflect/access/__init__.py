"""Who may do what: pure verdicts with their reason, asked by every use case first."""
