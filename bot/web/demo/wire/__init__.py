"""The page `/channels` of `huiyin demo --channels`: a phone for each platform, and what goes over the wire.

desk      what the page sees: chats, and exchanges with the platforms
page      the page, put together for one window
panel     the exchanges, newest first;  words  the page's own words
"""
