"""Marks what a report mentions."""
