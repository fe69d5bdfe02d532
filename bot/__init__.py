"""回音 Huiyin. The map, in the order a message travels:

channels      one folder a platform: verify, parse, send; console is the default
conversation  who is it, where were we; turns what people write and tap into acts of the desk
desk          the domain: tickets, grading, deadlines, routing, promises, visits; no words, no SQL
texts         events into messages, one file of words per language
outbox        delivery: leases, pacing, retries
jobs          what the clock brings: timers and cron slots
web           HTTP doors; demo/ is the page with the simulated phones
app           the wiring: alone knows storage, channels and nlp together
cli           huiyin …
"""
