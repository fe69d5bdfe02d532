"""Figures that the desk is held to: `huiyin bench`.

figure      one measured figure with its goal
figures     the figures by name
town        owners with their rooms, and what they write
understand  understanding beside plain segmentation
intake      messages a second beside the bare driver
spans       where a message's time goes
start       `huiyin serve` with a large database: when ready, how much memory
tickets     fills a database with tickets quickly
process     one `huiyin serve`, started and watched
"""
