"""What words mean: data with dates on it, read once."""
