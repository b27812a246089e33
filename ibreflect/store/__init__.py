"""The one room that knows the database: plain SQL, one module per table family."""
