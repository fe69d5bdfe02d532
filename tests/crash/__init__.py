"""kill -9 at any moment: nothing that was acknowledged is lost, nothing is done twice.

platform  what a messaging platform remembers: what people did, what was acknowledged, what it was given to deliver
world     what people do next, decided by a seed
desk      the desk on a database file, fed by the platform
nursery   a process that has everything loaded and forks a desk for each life
lives     starts desks and kills them
"""
