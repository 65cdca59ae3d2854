"""What stands between the tables and a database: kinds of columns, migration, and statements compiled once."""
