"""Slots of messages as owners write them in English, read on Wednesday 4 March 2026 at 10:00."""

from __future__ import annotations

import pytest

from nlp.normalise import normalise
from nlp.phones import find_phone
from tests.nlp.appointments.reading import line
from tests.nlp.places.spelling import first

MESSAGES = [
    ("Hello, this is Flat 9C, Tower 2. The shower won't drain. Could you send someone on Friday at half past two?", "/2//9/9C/", None, "03-06 14:30 .. -"),
    ("Apt 1204 building 6 — kitchen tap leaking. Best number is 139 0000 4321. Any time after 5 today.", "/6//12/1204/", "13900004321", "03-04 17:00 .. -"),
    ("My aircon makes a loud noise. 5-1-802. Tomorrow between 9 and 11 works.", "/5/1/8/802/", None, "03-05 09:00 .. 03-05 11:00"),
    ("Room 302, Block C, lights out in the corridor since Monday", "/C//3/302/", None, ""),
    ("I'll be out tomorrow, so please come on Friday afternoon instead", "", None, "03-06 14:00 .. 03-06 18:00"),
    ("Please call my wife on +86 137 1234 0000, I'm travelling. Unit 2, 4th floor, Building 8", "/8/2/4//", "13712340000", ""),
    ("The lift in Block 4 smells of smoke", "/4////Block 4 lift", None, ""),
    ("We're at 12/F Flat B, Tower 1. Nobody home until 6:30pm tonight, come after that please", "/1//12/12B/", None, "03-04 18:30 .. -"),
    ("Can you come the day after tomorrow at 10:30am? Ring 9123 4567 when you're downstairs", "", "+85291234567", "03-06 10:30 .. -"),
    ("I've been waiting since 9 this morning and the plumber hasn't shown up, 3-2-1501", "/3/2/15/1501/", None, ""),
    ("Thursday evening after seven is best for us. Tower 3 Flat 1806", "/3//18/1806/", None, "03-05 19:00 .. -"),
    ("Monday morning is fine, before 11 if possible. Building 2 Unit 3 Room 1101", "/2/3/11/1101/", None, "- .. 03-09 11:00"),
    ("who do I call about the noise from 1603 upstairs? It's past midnight every night", "///16/1603/", None, ""),
    ("Our rubbish hasn't been collected for 3 days, tower B level 20", "/B//20//", None, ""),
    ("Gate at the north entrance is stuck open", "/////north entrance", None, ""),
    ("Change it to 3:15 pm next Tuesday please", "", None, "03-10 15:15 .. -"),
    ("Flat 22A, Tower 7: intercom dead. Home all day Saturday.", "/7//22/22A/", None, "03-07 08:30 .. 03-07 18:00"),
    ("My number is 13711112222 and I'm in Building 9, Room 604. Evening visits only, after 8pm", "/9//6/604/", "13711112222", "03-04 20:00 .. -"),
    ("Could we do Friday 10am instead?", "", None, "03-06 10:00 .. -"),
    ("Water's been dripping since Tuesday night, block B 1802", "/B//18/1802/", None, ""),
    ("I get home around 7 tonight, anytime after that is fine. 2-3-1104", "/2/3/11/1104/", None, "03-04 19:00 .. -"),
    ("call 010-64001234 ext 8 please", "", "01064001234", ""),
    ("Unit 305, Tower 12. tomorrow 2:30pm-4pm pls", "/12//3/305/", None, "03-05 14:30 .. 03-05 16:00"),
    ("Parking fee is 450 a month, can I pay online?", "", None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "room", "phone", "window"), MESSAGES)
def test_slots_of_an_english_message(text: str, room: str, phone: str | None, window: str) -> None:
    found = find_phone(normalise(text))
    assert (first(text), found[0] if found else None, line(text)) == (room, phone, window)
