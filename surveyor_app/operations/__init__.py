"""What a user can do, one function each; the only place that combines the packages below."""
