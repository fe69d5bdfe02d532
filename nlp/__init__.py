"""Text in, Understanding out; knows nothing of bots."""
