"""Messages made of the pieces that slots are made of, in any order, for properties."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = (
    "3 栋 2 单元 1501 室 - , 。 空 楼 号 号楼 座 B A 一 二 十 五 〇 零 负 顶 层 北门 地下车库 电梯 大堂 房 房间 的 和 、 ; ( ) / # ３ ， 棟 樓 門 "
    "明天 今天 后天 周六 下周 下午 上午 晚上 早 点 半 刻 到 以后 之前 : 3点 15:30 8号 3月 小时 后 tomorrow 3pm after at on Saturday "
    "138 0013 8000 13800138000 +86 852 电话 BX260304-001 我姓 我是 王 女士 先生 叫我 小李 I'm Mr Smith 保安 态度 差 投诉 物业 希望 请 派人 谢谢 你好 催 不用 来 了 没 吗 ? ! 😡 👍 \u200b \n Flat Tower unit Block 12B"
).split(" ")

messages = st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.text(max_size=40)
