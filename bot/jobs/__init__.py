"""What the clock brings: timers are rows, re-checked before acting, done in the transaction of their effect.

timers     one kind a line: which act of the desk it calls
ringing    claims what is due
scheduler  APScheduler as the ticker of `huiyin serve`
"""
