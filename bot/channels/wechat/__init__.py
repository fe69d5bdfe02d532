"""WeChat's official accounts: the platform's words in, ours out.

client    the account's API: customer-service messages, templates, media, menu (codes: what its refusals mean)
inbound   a callback's XML → Incoming, or a deliberate nothing
door      GET and POST /wechat: check, open, take, and wait a moment for the answer
reply     the passive reply's XML (said: once more, where it did not arrive)
waiting   requests that may still carry an answer: the passive reply
outbound  the Channel: passive reply, else customer-service message, else template, else held
travelling what goes along with a message (ports: what it needs kept)
service   customer-service messages
batch     what is due for a person, as one text with numbered choices, and pictures (choices, words: its parts)
quota     how many messages a person may still be sent (keeping: written down once a second)
template  a message as the fields of a template
pictures  pictures out;  media  files in (remote: how they are named)
menu      the account's menu;  check  what is missing or wrong (finding, knock: its parts)
"""
