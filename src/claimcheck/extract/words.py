"""The closed classes extraction goes by: what a reader is asked to do, what somebody thinks, what may come about.

All lists are the project's own. A list that is too short lets a sentence through as a claim for its reviewer to retire;
one that is too long would lose a fact, so only words that hardly ever state one are here.
"""

from __future__ import annotations

import re
from typing import Final

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
FIRST_PERSON: Final = frozenset({"i", "we"})
CLOSERS: Final = "\"'”’»)]} \t"

# Said of a thing, they tell what the writer thinks of it.
EVALUATIVE: Final = frozenset(
    """
    absurd adorable amazing annoying appalling astonishing atrocious attractive awesome awful awkward bad
    beautiful best better bizarre boring brave breathtaking brilliant captivating charming clever clumsy compelling
    courageous cowardly heroic noble
    crazy cute daft dazzling delicious delightful depressing despicable disappointing disgraceful disgusting
    dreadful dull elegant enchanting enjoyable excellent exceptional exciting extraordinary fabulous fantastic
    fascinating foolish fun funny glorious good gorgeous great handsome hideous hilarious hopeless horrible
    horrific horrifying idiotic imaginative impressive incredible infuriating insane inspiring insulting
    interesting intolerable ironic laughable likable lousy lovely ludicrous magical magnificent marvellous
    marvelous masterful mediocre memorable miserable misguided naive nasty nice obscene outrageous outstanding
    overrated painful pathetic perfect phenomenal pitiful pleasant pointless preposterous puzzling refreshing
    regrettable remarkable repulsive ridiculous sad scandalous sensational sensible shameful shocking silly
    smart spectacular splendid stunning stupid sublime superb surprising terrible terrific terrifying
    thoughtful thrilling tiresome tragic tremendous troubling ugly unacceptable unbearable underrated unfair
    unfortunate unforgivable unforgettable unpleasant unwise useless vile weird wise wonderful wondrous worse
    worst worthless worthwhile worthy wretched
    """.split()
)
EVALUATIVE_NOUNS: Final = frozenset(
    """
    abomination blast bore blessing bliss classic curse delight disappointment disgrace embarrassment farce
    fiasco folly gem idiocy insult joke joy letdown marvel masterpiece mess miracle must nightmare nonsense
    outrage pity pleasure shambles shame travesty treat triumph wonder
    """.split()
)
VERDICTS: Final = frozenset("deserve merit suck stink excel disappoint delight".split())
STANCE_ADVERBS: Final = frozenset(
    "sadly unfortunately fortunately thankfully luckily regrettably frankly honestly hopefully admittedly".split()
)
# What "I" and "we" do that nobody can check.
STANCES: Final = frozenset(
    """
    think believe feel hope wish guess suppose suspect imagine love hate like dislike prefer adore enjoy
    admire doubt fear want need care trust welcome regret look wonder mean bet
    """.split()
)
LINKING: Final = frozenset("be seem look feel sound taste smell become remain appear prove".split())
EVERYBODY: Final = frozenset("we you one everyone everybody people".split())
# What may come about and nobody can decide: "Prices will rise."
OUTCOMES: Final = frozenset(
    """
    rise fall grow shrink soar surge plunge plummet drop climb jump decline improve worsen recover rebound
    suffer win lose succeed fail prevail triumph collapse survive thrive flourish struggle dominate retaliate
    deteriorate strengthen weaken prosper matter regret
    """.split()
)
FORECASTS: Final = frozenset(
    "surely certainly inevitably undoubtedly doubtless definitely probably likely eventually soon someday".split()
)
REPLACEMENTS: Final = frozenset({"instead", "rather"})
SETTERS: Final = frozenset("set specify configure pass assign".split())

_ASKED_OF_READERS: Final = r"""
    subscribe\b | sign[ ](?:up|in)\b | log[ -]?(?:in|on)\b | (?:create|open)[ ]an?[ ](?:free[ ])?account
  | register[ ](?:now|here|today|to|for|with)\b | donate\b | support[ ](?:our|us|independent|quality|local|public)\b
  | turn[ ]up[ ]your[ ]support | become[ ]an?[ ](?:member|subscriber|supporter|patron)\b
  | follow[ ](?:us|@|our\b|the[ ]\w+[ ]on\b)
  | follow[ ]\w+[ ]on[ ](?:twitter|x|facebook|instagram|mastodon|bluesky|linkedin|youtube)\b
  | (?:like|find|visit)[ ]us\b | share[ ](?:this|on|via)\b | share$ | email[ ](?:us|this)\b
  | (?:click|tap)[ ](?:here|on|the|to)\b | read[ ](?:more|next|also|on|the[ ]full)\b | see[ ](?:also|more)\b
  | (?:view|show|see|load|hide)[ ](?:all|more|comments)\b | skip[ ]to\b | back[ ]to[ ]top | go[ ]deeper
  | listen[ ](?:now|to[ ]this|here|live)\b | watch[ ](?:now|live|the[ ]video|more)\b
  | download[ ](?:our|the)[ ](?:\w+[ ])?app\b | get[ ](?:our|the[ ]latest|breaking|unlimited)\b
  | join[ ](?:us|our|the[ ](?:conversation|discussion))\b | (?:contact|write[ ]to|send|tell)[ ]us\b
  | (?:do[ ]you[ ])?(?:have|got)[ ](?:a|any)[ ](?:tip|question|comment|feedback)s?\b | print[ ](?:this|article)
  | save[ ](?:this|for[ ]later)\b
  | stay[ ](?:informed|tuned|connected|up[ ]to[ ]date)\b | (?:do[ ]not|don['’]t)[ ]miss\b
  | (?:enter|type)[ ]your[ ](?:email|name)\b | (?:manage|accept|reject)[ ](?:all[ ]|your[ ])?(?:cookies|preferences)\b
  | leave[ ]a[ ](?:comment|reply)\b | rate[ ]this\b | copy[ ]link\b | (?:previous|next)[ ](?:article|story|post|page)\b
"""
_FURNITURE: Final = r"""
    (?:(?:last[ ]|first[ ])?(?:updated|published|posted|modified|created|filed|corrected))[ ]*(?::|on\b|at\b).{0,60}$
  | (?:reporting|editing|writing|additional[ ]reporting|compiled|photographs?|photos?|illustrations?|graphics?)[ ]by\b
  | (?:photo(?:graph)?|image|picture|illustration|credit|source)s?[ ]?(?:credit)?:[ ].{0,60}$
  | (?:advertisement|sponsored|promoted|paid[ ]content|loading|menu|home|search|contents|related)\W*$
  | (?:related|recommended|more|most[ ](?:read|popular)|trending|tags?|topics?|filed[ ]under|categor(?:y|ies))
    (?:[ ](?:stories|articles|posts|topics|from|on|in)\b.{0,40})?:?$
  | \d+[ ]?(?:min(?:ute)?s?[ ]read|comments?|shares?|views?)$ | page[ ]\d+(?:[ ]of[ ]\d+)?$
  | (?:correction|clarification|editor['’]s[ ]note)s?\b[ ]?[:(-]
"""
_OF_THE_PUBLISHER: Final = r"""
    all[ ]rights[ ]reserved | © | \(c\)[ ]?\d{4} | copyright[ ](?:©|\(c\)|\d{4})
  | this[ ](?:story|article|post|report|page|piece)[ ](?:has[ ]been|was|is|may)[ ](?:be[ ])?
    (?:updated|corrected|edited|produced|translated|syndicated|(?:originally|first|also)[ ]published|republished)
  | (?:an[ ]earlier|a[ ]previous)[ ]version[ ]of[ ]this[ ](?:story|article|post|report|page|piece)
  | ^(?:originally|first)[ ](?:appeared|published)[ ](?:on|in|at|by)\b
  | contributed[ ]to[ ]this[ ](?:report|story|article)
  | ^thank(?:s|[ ]you)[ ]for[ ](?:read|lik|subscrib|sign|your|visit|join|regist)\w*
  | your[ ](?:favou?rites?|saved|reading)[ ](?:stor|list|article)\w* | \b(?:we|site|website)[ ]uses?[ ]cookies
  | \b(?:sign[ ]up|register)[ ]for[ ](?:our|the|a)\b.{0,40}\b(?:newsletter|alerts?|emails?)\b
  | \byour[ ]inbox\b | \bprivacy[ ]policy\b.{0,40}\bterms\b | \bterms\b.{0,40}\bprivacy[ ]policy\b
  | \b(?:getty[ ]images|ap[ ]photo|afp[ ]via)\b | enable[ ]javascript | your[ ]browser[ ](?:does|is)\b
  | \bkeep[ ](?:\w+[ ]){0,3}journalism\b
"""
ASKED_OF_READERS: Final = re.compile(rf"(?:please[ ])?(?:{_ASKED_OF_READERS})", re.VERBOSE | re.IGNORECASE)
FURNITURE: Final = re.compile(_FURNITURE, re.VERBOSE | re.IGNORECASE)
BYLINE: Final = re.compile(r"(?:By|BY) (?:[A-Z][\w.'’-]*(?: |, | and |, and |$)){2,8}$")
OF_THE_PUBLISHER: Final = re.compile(_OF_THE_PUBLISHER, re.VERBOSE | re.IGNORECASE)
# Begging: it taints the paragraph it stands in.
APPEAL: Final = re.compile(
    r"\b(?:your support|donat(?:e|ion)s?|become an? (?:member|subscriber|supporter)|subscribe|newsletter|your inbox"
    r"|journalism|create an? (?:free )?account|favou?rite stories)\b",
    re.IGNORECASE,
)
