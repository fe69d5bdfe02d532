"""Who is it, where were we: turns what people write and tap into acts of the desk.

handler     the door: finds the person, calls one of the rooms below
talk        what every room has at hand
story       pieces of a story until the pause
intake      story → draft → restatement;  drafting, questions, confirming are its steps
owner_*     what the owner does later;  visit_answers  the return visit
staff_*     cards, their questions, managers;  relay*  转人工;  joining  codes
"""
