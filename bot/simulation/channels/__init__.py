"""`huiyin demo --channels`: the desk behind the doubles of three platforms, and what goes over the wire.

desk          what the page sees
talk          the chats as they look on the phones
wechat_hands, wecom_hands, telegram_hands   what people do on each platform, and what they see there
wire          the latest exchanges;  overhearing  how they are noticed;  masking  without secrets
"""
