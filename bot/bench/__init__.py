"""Figures that the desk is held to: `huiyin bench`.

figure      one measured figure with its goal
figures     the figures by name
town        owners with their rooms, and what they write
understand  understanding beside plain segmentation
intake      messages a second beside the bare driver
spans       where a message's time goes
start       `huiyin serve` with a large database: when ready, how much memory
webhook     WeChat's texts over HTTP into tickets, beside WeRoBot (echo)
throttle    owners' replies while one group is throttled
fuzz        broken requests by the hundred thousand (broken: how they are broken)
load        whole HTTP requests, and how long each answer took;  letters  WeChat's
tickets     fills a database with tickets quickly
process     one `huiyin serve`, started and watched
"""
