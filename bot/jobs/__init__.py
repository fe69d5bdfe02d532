"""What the clock brings: timers are rows, re-checked before acting, done in the transaction of their effect.

timers     one kind a line: which act of the desk it calls
ringing    claims what is due
waking     what rings late and must wait for the morning
again      pauses after failures
media      fetches photos from their platforms
left_to_people  what could not be acted on is told, and taken over
undelivered  what was given up becomes a task
pruning    removes what nobody needs any more
learned    understands with what was learned, and notices when that changes
scheduler  APScheduler as the ticker of `huiyin serve`
"""
