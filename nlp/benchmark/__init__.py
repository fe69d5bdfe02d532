"""`huiyin bench understand`: what understanding costs, in time and memory.

`cost` beside plain jieba in the same run · `doubled` beside itself with a lexicon of twice the words · `fresh` a new
process: until it is ready, and a message of 100,000 characters
"""

from nlp.benchmark.cost import cost
from nlp.benchmark.doubled import cost_doubled
from nlp.benchmark.fresh import long_message, ready
from nlp.benchmark.messages import messages
from nlp.benchmark.rounds import Measured
from nlp.understand import Understander

__all__ = ["Measured", "bench_understand", "messages"]


def bench_understand(understander: Understander) -> list[Measured]:
    texts = messages()
    return [cost(understander, texts), cost_doubled(understander, texts), *ready(), *long_message()]
