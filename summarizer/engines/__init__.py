"""Engines: whatever makes a draft of an article."""
