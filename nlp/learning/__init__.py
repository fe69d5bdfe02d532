"""Learning from corrections: weights and words are proposed, measured, and put to use only where that is better.

`examples` what should have been understood · `words`, `targets` what could say so · `changes` one changed weight ·
`growing` changes until the examples are understood · `judging` old against new · `proposing` all of it · `lesson` the result
"""
