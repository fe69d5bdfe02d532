"""A small lexicon on disk, in which a test may break one thing."""

from __future__ import annotations

from pathlib import Path

TOPICS = """\
- id: pipe.leak
  name: 水管漏水
  category: facilities
  kind: repair
  cause: equipment
  urgency: urgent; past normal
  words: [漏水]
  patterns:
    - <水管> & <爆> = 6
- id: other
  name: 其他
  category: service
  kind: complaint
  cause: range
  generic: true
  fallback: any
  words: [没人管]
- id: fault
  name: 其他故障
  category: facilities
  kind: repair
  cause: equipment
  fallback: fault
  words: [坏了]
"""


def write_lexicon(
    folder: Path, topics: str = TOPICS, groups: str = "水管: [水管, pipe]\n", cues: str = "not: [没有]\n"
) -> Path:
    """The folder with every file that a lexicon needs."""
    files = {
        "topics/home.yaml": topics,
        "groups/things.yaml": groups,
        "groups/faults.yaml": "爆: [爆, 爆裂]\n",
        "cues/speech.yaml": cues,
        "masks.yaml": "- 爆满\n",
        "terms.yaml": "- 水喉\n",
    }
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder
