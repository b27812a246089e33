"""What people do. Each function is handed what it needs and asks the access policy first."""
