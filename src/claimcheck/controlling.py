"""Words that say who does what the clause below them tells."""

from __future__ import annotations

SUBJECT_CONTROL = frozenset(
    "promise threaten vow pledge swear beat defeat edge outscore thrash overcome".split()
)
# "accused them of lying", "kept them from leaving", "thanked them for coming": the object does it.
BLAMED = frozenset({"of", "from", "for"})
# "Called on the mayor to act", "waited for him to speak": whom the preposition leads to does it.
CALLING = frozenset("call appeal rely depend count wait arrange push press plead look ask".split())
# Verbs whose "-ing" form is done by anyone: "the law bans smoking".
ANYONES = frozenset(
    "ban prohibit forbid outlaw allow permit recommend discourage oppose criticize criminalize".split()
)
# Nouns whose infinitive says what they are about, not what they do.
CONTENT_NOUNS = frozenset(
    "plan decision attempt effort ability right permission proposal order bid move agreement offer threat promise "
    "intention refusal failure deal pledge vow request call campaign chance opportunity need power duty way time "
    "reason desire capacity authority readiness willingness pressure obligation commitment resolution motion "
    "vote".split()
)
