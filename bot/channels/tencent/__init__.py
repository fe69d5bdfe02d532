"""What WeChat's official accounts and WeCom have in common.

signing   signatures of callbacks, compared in constant time, and how old they may be
sealing   encrypted callbacks: opened with the present or the former key, answered with the key that opened
callback  what arrives at a door: query, capped body, checked and opened; refusals as HTTP codes
api       the JSON API client: one refresh of a rejected token and no more
token     an access token, and where all replicas share it
notes     what a channel keeps between messages (storage implements it)
codes     error codes → DeliveryError
redaction secrets stay out of logs
parts     long texts in parts of so many bytes
"""
