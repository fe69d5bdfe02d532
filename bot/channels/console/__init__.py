"""Simulated phones and groups: for the demo, transcripts, the terminal and tests."""
