"""The AI bot (智能机器人) over its long connection: no public address, no crypto; one connection at a time.

connection  the WebSocket: subscribe, requests and their answers, frames that come in
keeper      holds it where the lease is ours: heartbeat, reconnecting, giving way
lease       which replica that is
inbound     a frame → Incoming, or a deliberate nothing (offers: a button's label as typed)
sealed      files that people send to it
uploads     files out, in pieces
bot         the way of its chats: markdown, cards, the update within five seconds of a tap
"""
