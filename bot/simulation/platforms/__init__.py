"""Doubles of the platforms, on loopback: Telegram, WeChat and WeCom as their documentation describes them.

Independent of the code that talks to them, ciphers included; they enforce rights, limits and error codes. The tests
speak through their people, `huiyin demo --channels` shows what goes over the wire.

telegram, wechat, wecom   one package each
documented   where the other side breaks a rule that no error code is for
bell         wakes whoever waits for a change
serving      an ASGI app on a free loopback port
"""
