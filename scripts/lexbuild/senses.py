"""What WordNet says of two words, each relation with a score of how usual the senses behind it are.

A score is the sum, over the pairs of senses that carry the relation, of the geometric mean of the senses' shares of
their words' use; 1 is certain. Relations through rare senses stay under the thresholds and are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from math import sqrt

from lexbuild.wordnet import Pointer, Synset, SynsetId, Word, WordNet

Scored = dict[Word, dict[Word, float]]

SYNONYM_SCORE = {"n": 0.45, "v": 0.5, "a": 0.45, "r": 0.5}
VAGUE_SYNONYM = 0.55  # least score of a synonym among the words below: speak / talk
NARROWER_SCORE = {"n": 0.55, "v": 0.62, "a": 0.6}
ANTONYM_SCORE = 0.42
INDIRECT = 0.9  # least score of an antonym through the head of a cluster
UNTAGGED = 0.7  # least score of a verb, adjective or adverb that the tagged corpus never met
EQUAL_SCORE = 0.3
AGENT_SCORE = 0.3
CAUSE_SCORE = 0.45
MIN_SHARE = 0.1
DEPTH = {"n": 4, "v": 2}
FAR = 0.8  # what a verb two steps up weighs

# Nouns for what a verb or adjective says: act, attribute, cognition, communication, event, feeling, phenomenon,
# possession, process, state (lexicographer files, lexnames(5WN)).
ABSTRACT_FILES = frozenset({4, 7, 9, 10, 11, 12, 19, 21, 22, 26})
PERSON_FILE = 18
TOPS_FILE = 3
TAXA = (
    "genus_",
    "family_",
    "order_",
    "class_",
    "phylum_",
    "suborder_",
    "subfamily_",
    "superfamily_",
    "division_",
)

# So general, or with so many uses, that WordNet's relations of them say nothing in a sentence.
VAGUE = {
    "v": frozenset(
        "be have do make get take give go come put set keep run hold let bring turn move change act work call cause "
        "become seem look see feel think know use travel interact communicate express pass play stand lay cover "
        "carry cut draw break catch fall lead leave leave_behind meet pull push raise show throw touch place "
        "change_state change_magnitude change_integrity alter modify transfer locomote remove connect join create "
        "create_from_raw_material produce treat handle process judge evaluate measure determine form shape pull_off "
        "state tell say affect impress perceive comprehend understand consume ingest take_in digest experience undergo "
        "need want desire wish like love be_active exist live occur happen furnish provide supply render equip "
        "control command operate manage deal care attend compete vie contend fight displace position pose "
        "inform convey impart verbalize verbalise utter emit mouth talk speak react respond spend find receive accept "
        "lie rest sit line fix mend fasten attach separate divide split touch contact match agree stay remain continue "
        "effect effectuate arouse elicit evoke induce stimulate refuse record enter register cook kid cheat ask "
        "pay charge save tend trade exchange cast mark aim cause_to_be_perceived throw_out request terminate institute "
        "look_at have_got imagine have_in_mind set_forth go_down go_in come_in clutch pertain appropriate".split()
    ),
    "n": frozenset(
        (
            "entity object thing whole unit artifact artefact physical_entity abstraction abstract_entity "
            "matter substance attribute state relation cause causal_agent causal_agency act deed human_action "
            "human_activity activity event happening occurrence natural_event psychological_feature cognition "
            "knowledge noesis content cognitive_content mental_object communication message subject_matter "
            "group grouping social_group instrumentality instrumentation way means property quality condition "
            "status part piece portion component constituent element body structure construction form shape "
            "kind sort type category class collection aggregation accumulation assemblage arrangement "
            "organization organisation set change alteration modification motion movement move process "
            "physical_process phenomenon possession time time_period period_of_time amount measure quantity "
            "definite_quantity indefinite_quantity magnitude number point line position place spot location "
            "region area space side situation state_of_affairs work product production creation device material "
            "stuff living_thing animate_thing organism being issue subject topic idea thought concept "
            "conception information info data case example instance representation symbol sign signal statement "
            "system scheme plan course action result outcome consequence effect end purpose use function "
            "interest capacity ability power item extremity speech_act auditory_communication "
            "written_communication written_language visual_communication linguistic_unit language_unit "
            "body_part external_body_part organ concern affair feeling experience covering natural_object "
            "geological_formation formation surface opening natural_phenomenon relative adult unfortunate "
            "unfortunate_person unpleasant_person unwelcome_person good_person bad_person "
            "higher_cognitive_process basic_cognitive_process inquiry attempt effort try endeavor endeavour "
            "support supporting thinking head man woman boy girl fellow life world people leader one equipment "
            "implement commodity trade_good good fundamental_quantity time_unit unit_of_measurement "
            "unit_of_time social_control choice selection option work_unit force conveyance medium "
        ).split()
    ),
    "a": frozenset(
        "good bad right well big great old new hard free open close full clear both some all no any few many more most "
        "other same another certain particular one own such last first next apparent several "
        "various single individual".split()
    ),
    "r": frozenset(
        "well about over up down off out on in even just still yet then so very as no all only part apparently".split()
    ),
}


def nameable(word: Word) -> bool:
    return not word[0].startswith(TAXA) and not word[0][0].isdigit()


def usable(word: Word) -> bool:
    return word[0] not in VAGUE[word[1]] and nameable(word)


Members = dict[SynsetId, list[tuple[Word, float]]]


def members(net: WordNet, fit: Callable[[Word], bool] = usable) -> Members:
    """For each synset its fit words that mean it often enough, with the root of that share."""
    found: Members = defaultdict(list)
    for word in net.senses:
        if fit(word):
            for synset, share in net.weighed(word):
                if share >= MIN_SHARE:
                    found[synset.id].append((word, sqrt(share)))
    return found


def synonyms(net: WordNet) -> Scored:
    """Words of one synset, and of the verb groups that WordNet marks as near the same."""
    among = members(net, nameable)
    found: Scored = defaultdict(lambda: defaultdict(float))
    for synset_id, words in among.items():
        synset = net.synsets[synset_id]
        for near in (synset, *net.targets(synset, "$")):
            for word, root in words:
                for other, other_root in among.get(near.id, ()):
                    score = root * other_root
                    if other != word and (word[1] == "n" or _met(net, other, score)):
                        found[word][other] += score
    sure = {word: {o: s for o, s in others.items() if _sure(word, o, s)} for word, others in found.items()}
    return _kept(sure, SYNONYM_SCORE)


def _sure(word: Word, other: Word, score: float) -> bool:
    return score >= VAGUE_SYNONYM or (usable(word) and usable(other))


def narrower(net: WordNet, among: Members) -> Scored:
    """For each word the more general ones that it entails: hypernyms, and the head of an adjective's cluster."""
    found: Scored = defaultdict(lambda: defaultdict(float))
    for synset_id, words in among.items():
        if synset_id[0] == "r":
            continue
        for high, factor in _above(net, net.synsets[synset_id]).items():
            for other, other_root in among.get(high, ()):
                for word, root in words:
                    if other != word and _met(net, other, root * other_root):
                        found[word][other] += factor * root * other_root
    return _kept(found, NARROWER_SCORE)


def _above(net: WordNet, synset: Synset) -> dict[SynsetId, float]:
    symbols, depth = ("&",) if synset.satellite else ("@",), DEPTH.get(synset.id[0], 1)
    found: dict[SynsetId, float] = {}
    edge = [synset]
    for step in range(depth):
        edge = [high for low in edge for high in net.targets(low, *symbols)]
        for high in edge:
            if high.lexfile != TOPS_FILE:
                found.setdefault(high.id, FAR if step and synset.id[0] == "v" else 1.0)
    return found


def _met(net: WordNet, word: Word, score: float) -> bool:
    """The word is in use: met by the tagged corpus, or (no rare turn of phrase) so sure that it may be new."""
    if net.tagged[word] > 0:
        return True
    return "_" not in word[0] if word[1] == "n" else score >= UNTAGGED


def antonyms(net: WordNet) -> Scored:
    """Direct antonyms, and a satellite adjective against the antonym of its head ("huge", "small")."""
    found: Scored = defaultdict(lambda: defaultdict(float))
    for word in net.senses:
        for synset, share in net.weighed(word):
            for other, other_share, least in _opposites(net, word, synset):
                score = sqrt(share * other_share)
                if score >= least and usable(word) and usable(other):
                    found[word][other] += score
    return _kept(_both_ways(found), dict.fromkeys("nvar", ANTONYM_SCORE))


def _opposites(net: WordNet, word: Word, synset: Synset) -> Iterator[tuple[Word, float, float]]:
    for pointer in synset.pointers:
        if pointer.symbol == "!" and synset.words[pointer.source_word - 1] == word[0]:
            yield *_end(net, pointer), 0.0
    if synset.satellite and net.tagged[word] > 0:
        for head in net.targets(synset, "&"):
            for pointer in head.pointers:
                if pointer.symbol == "!":
                    yield *_end(net, pointer), INDIRECT


def _end(net: WordNet, pointer: Pointer) -> tuple[Word, float]:
    synset = net.synsets[pointer.target]
    word = (synset.words[pointer.target_word - 1], synset.id[0])
    return word, net.share(word, synset.id)


def derived(net: WordNet) -> tuple[Scored, Scored]:
    """(words of one meaning across parts of speech: kill / killing; verb and the noun for who does it)."""
    equal: Scored = defaultdict(lambda: defaultdict(float))
    agents: Scored = defaultdict(lambda: defaultdict(float))
    for word in net.senses:
        for synset, share in net.weighed(word):
            for other, kind, score in _derivations(net, word, synset, share):
                if score:
                    table = agents if kind == "agent" else equal
                    table[word][other] += score
    return (
        _kept(_both_ways(equal), dict.fromkeys("nvar", EQUAL_SCORE)),
        _kept(_both_ways(agents), dict.fromkeys("nvar", AGENT_SCORE)),
    )


def _derivations(net: WordNet, word: Word, synset: Synset, share: float) -> Iterator[tuple[Word, str, float]]:
    for pointer in synset.pointers:
        if pointer.symbol not in ("+", "\\") or pointer.source_word == 0:
            continue
        if synset.words[pointer.source_word - 1] != word[0]:
            continue
        target = net.synsets[pointer.target]
        other, other_share = _end(net, pointer)
        if other[1] == word[1] or not _alike(word, other):
            continue
        score = sqrt(share * other_share)
        files = {s.lexfile for s in (synset, target) if s.id[0] == "n"}
        if pointer.symbol == "\\" or not files or files & ABSTRACT_FILES:
            yield other, "equal", score
        elif PERSON_FILE in files and "v" in (word[1], other[1]):
            yield other, "agent", score


def _alike(a: Word, b: Word) -> bool:
    """Same stem by its first letters. A verb's adjective ("creative", "usable") seldom says what the verb does."""
    return a[0][:3] == b[0][:3] and {a[1], b[1]} != {"a", "v"}


def _both_ways(table: Scored) -> Scored:
    found: Scored = defaultdict(dict)
    for word, others in table.items():
        for other, score in others.items():
            best = max(score, table.get(other, {}).get(word, 0.0))
            found[word][other] = found[other][word] = best
    return found


def causes(net: WordNet, among: Members) -> Scored:
    found: Scored = defaultdict(lambda: defaultdict(float))
    for synset_id, words in among.items():
        for effect in net.targets(net.synsets[synset_id], ">"):
            for other, other_root in among.get(effect.id, ()):
                for word, root in words:
                    if other != word:
                        found[word][other] += root * other_root
    return _kept(found, dict.fromkeys("nvar", CAUSE_SCORE))


def _kept(table: Scored, least: dict[str, float]) -> Scored:
    return {
        word: kept
        for word, others in table.items()
        if (kept := {o: min(score, 1.0) for o, score in others.items() if score >= least[word[1]]})
    }
