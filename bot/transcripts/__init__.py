"""Transcripts: conversations written so that they run (reading → playing → expecting, on a Stage)."""
