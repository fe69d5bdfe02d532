"""Telegram: the platform's words in, ours out.

client    the bot behind a token: requests, errors without secrets
inbound   an update → Incoming, or a deliberate nothing (commands, received: its parts)
outbound  Outgoing → messages, edits, answers to taps (parting, keyboards, media: its parts)
polling   asks for updates;  webhook  is told of them
menu      commands and descriptions;  check  what is missing or wrong
"""
