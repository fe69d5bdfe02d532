"""The phone page of a robot's card: it shows the card as the group sees it, and acts only by POST of a known member.

doors    GET and POST /wecom/card/<id>, GET /wecom/oauth
signer   what we gave out comes back as we gave it
oauth    WeCom says whose phone it is
sheet    the page itself
"""
