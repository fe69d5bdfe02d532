"""WeCom (企业微信): staff in private and in groups.

places     which of WeCom's three ways a chat is reached by
client     the application's API;  codes  what its refusals mean
inbound    a callback's XML → Incoming, or a deliberate nothing;  door  GET and POST /wecom
outbound   the Channel: each chat by its way, the answers to taps
app        private chats of the application: texts, template cards, their one update a code
robot      a group's robot: send only, so changes are short lines and the buttons stand on a page
aibot      the AI bot's long connection: the interactive way in groups, held by one replica
faces      our buttons as template cards;  lines  a changed card in a line
cards      what was shown, for the page and for changes;  budget  how much a chat may still be sent
media      files out and in;  mentions  whom a group's message calls by name;  binding  which robot posts where
page       the phone page of a robot card: shown to anybody, acting for whom WeCom has named
check      what is missing or wrong (finding, knock: its parts)
"""
