"""Which words change a context, and how: implicatives, factives, reporting words, hedges, modals.

Signatures of implicative and factive verbs after Nairn, Condoravdi & Karttunen (2006) and Karttunen, "Simple and
phrasal implicatives" (2012); the other lists are the project's own. A row of a table reads
`word kind=class …`, where the kind is how the complement is attached: `that` (finite clause), `whether`, `to`
(infinitive), `ing` (gerund or participle), `noun`, a preposition, or `*` for any other.
"""

from __future__ import annotations

from typing import Final

from claimcheck.dimensions.context_kinds import Effect, Modality, Signature, Stance, Strength

Table = dict[str, dict[str, str]]

_POSSIBLE, _LIKELY, _FACT = Strength.POSSIBLE, Strength.LIKELY, Strength.FACT
_YES, _NO = Effect(), Effect(-1)
_MAYBE = Effect(1, _POSSIBLE, within=_POSSIBLE)
_PROBABLY = Effect(1, _LIKELY, within=_LIKELY)
_PROBABLY_NOT = Effect(-1, _LIKELY, within=_LIKELY)


def _both(name: str, strength: Strength, modality: Modality | None, *, future: bool = False) -> Signature:
    """A class whose negation is read as the negation of its complement ("not expected to fall")."""
    yes = Effect(1, strength, modality, within=strength, future=future)
    no = Effect(-1, strength, modality, within=strength, future=future)
    return Signature(name, yes, no)


def _own(effect: Effect) -> Effect:
    """The effect of a word that also says something of its own."""
    return Effect(
        effect.polarity,
        effect.strength,
        effect.modality,
        effect.within,
        ended=effect.ended,
        transparent=False,
        future=effect.future,
    )


def _speech(stance: Stance, strength: Strength, within: Strength = _FACT, polarity: int = 1) -> Signature:
    """A reporting class; negated, it leaves the content open ("did not say that …")."""
    return Signature(
        stance.value,
        Effect(polarity, strength, within=within, stance=stance),
        Effect(1, _POSSIBLE, within=within, stance=stance),
    )


_ABILITY, _COMMAND = Modality.ABILITY, Modality.COMMAND
_CANNOT = Effect(-1, modality=_ABILITY)
_CAN = Effect(1, _POSSIBLE, _ABILITY, _POSSIBLE)
_ORDER = Effect(1, _POSSIBLE, _COMMAND, _POSSIBLE, transparent=False)
_VOW = Effect(1, _LIKELY, Modality.PLAN, stance=Stance.VOWS, future=True)
_OPEN = _own(_MAYBE)
_LATER = Effect(1, _LIKELY, Modality.PLAN, _LIKELY, future=True)
_FORBID = Effect(-1, _LIKELY, Modality.OBLIGATION, _LIKELY, transparent=False)

SIGNATURES: Final[dict[str, Signature]] = {
    s.name: s
    for s in (
        Signature("manage", _YES, _NO),
        Signature("fail", Effect(-1, modality=Modality.FAILURE), _YES),
        Signature("neglect", _NO, _YES),
        Signature("refuse", _own(Effect(-1, modality=Modality.REFUSAL)), _OPEN),
        Signature("hinder", _own(Effect(-1, modality=Modality.FAILURE)), _own(_YES)),
        Signature("prevent", _own(_NO), _own(_YES)),
        Signature("force", _own(_YES), _OPEN),
        Signature("bring", _own(_YES), _OPEN),
        Signature("allow", _own(_CAN), _own(_NO)),
        Signature("able", _CAN, _CANNOT),
        Signature("unable", _CANNOT, _CAN),
        Signature("forbid", _FORBID, _OPEN),
        Signature("guilty", _own(_YES), _OPEN),
        Signature("begin", _own(_YES), _own(_NO)),
        Signature("stop", _own(Effect(-1, ended=True)), _own(_YES)),
        Signature("lift", _own(Effect(-1, ended=True)), _own(_YES)),
        Signature("unsupport", _own(Effect(-1, ended=True)), _own(_YES)),
        Signature("factive", _own(_YES), _own(_YES), factive=True),
        Signature("try", Effect(1, _POSSIBLE, Modality.ATTEMPT, _POSSIBLE), _OPEN),
        _both("plan", _LIKELY, Modality.INTENTION, future=True),
        Signature("drop", Effect(-1, _LIKELY, Modality.INTENTION, _LIKELY, future=True), _OPEN),
        Signature("oppose", _own(Effect(-1, _POSSIBLE, within=_POSSIBLE)), _OPEN),
        Signature("dissuade", Effect(-1, _POSSIBLE, _COMMAND, _POSSIBLE, transparent=False), _OPEN),
        _both("want", _POSSIBLE, Modality.INTENTION, future=True),
        _both("consider", _POSSIBLE, Modality.PLAN, future=True),
        _both("expect", _LIKELY, Modality.PLAN, future=True),
        Signature("delay", _own(_LATER), _own(_YES)),
        _both("seem", _LIKELY, None),
        _both("tend", _FACT, Modality.HABITUAL),
        Signature(
            "need",
            Effect(1, _LIKELY, Modality.OBLIGATION, _LIKELY),
            Effect(-1, _POSSIBLE, Modality.OBLIGATION, _POSSIBLE),
        ),
        _both("due", _LIKELY, Modality.SCHEDULE, future=True),
        Signature("order", _ORDER, _ORDER),
        Signature("pretend", _own(_NO), _OPEN),
        Signature("evidence", _own(_PROBABLY), _OPEN),
        Signature("possible", _MAYBE, _NO),
        Signature("impossible", _CANNOT, _MAYBE),
        Signature("likely", _PROBABLY, _PROBABLY_NOT),
        Signature("unlikely", _PROBABLY_NOT, _MAYBE),
        Signature("true", _YES, _NO),
        Signature("proof", _YES, _OPEN),
        Signature("false", _NO, _YES),
        Signature("open", _OPEN, _OPEN),
        Signature("excluded", _CANNOT, _MAYBE),
        Signature("lack", _NO, _YES),
        Signature("cut-off", Effect(-1, ended=True), _YES),
        Signature("known", _YES, Effect(-1, _POSSIBLE, within=_POSSIBLE)),
        Signature("rumour", _MAYBE, _MAYBE),
        Signature(
            "question",
            Effect(1, _POSSIBLE, Modality.QUESTION, _POSSIBLE),
            Effect(1, _POSSIBLE, Modality.QUESTION, _POSSIBLE),
        ),
        _speech(Stance.SAID, Strength.ATTRIBUTED),
        _speech(Stance.CONFIRMED, Strength.ATTRIBUTED),
        _speech(Stance.DENIED, Strength.DENIED, polarity=-1),
        _speech(Stance.DOUBTS, _LIKELY, _LIKELY, -1),
        _speech(Stance.ALLEGES, _POSSIBLE),
        _speech(Stance.WARNS, Strength.ATTRIBUTED),
        _speech(Stance.ASKED, _POSSIBLE, _POSSIBLE),
        _speech(Stance.SUGGESTS, _POSSIBLE, _POSSIBLE),
        Signature(
            Stance.BELIEVES.value,
            Effect(1, _LIKELY, within=_LIKELY, stance=Stance.BELIEVES),
            Effect(-1, _LIKELY, within=_LIKELY, stance=Stance.BELIEVES),
        ),
        Signature("vows", _VOW, Effect(1, _POSSIBLE, stance=Stance.VOWS, future=True)),
        Signature(
            "foresees",
            Effect(1, _LIKELY, Modality.PLAN, _LIKELY, Stance.BELIEVES, future=True),
            Effect(-1, _LIKELY, Modality.PLAN, _LIKELY, Stance.BELIEVES, future=True),
        ),
        Signature(
            "risk-said",
            Effect(1, _POSSIBLE, within=_POSSIBLE, stance=Stance.WARNS, future=True),
            _OPEN,
        ),
    )
}


def table(*rows: str) -> Table:
    """Rows `a,b,c kind=class kind=class` to word → kind → class."""
    table: Table = {}
    for row in rows:
        words, *kinds = row.split()
        entry = dict(kind.split("=") for kind in kinds)
        for word in words.split(","):
            table.setdefault(word.replace("_", " "), {}).update(entry)
    return table


VERBS: Final = table(
    # implicatives
    "manage,happen,bother,dare,serve,help,prove,turn_out,go_on,come,get to=manage",
    "succeed in=manage",
    "complete,finish ing=manage noun=manage",
    "fail to=fail in=fail",
    "neglect,omit to=neglect",
    "decline,refuse to=refuse noun=refuse",
    "forget to=neglect that=factive ing=factive",
    "remember to=manage that=factive ing=factive",
    "avoid,avert,escape,dodge ing=prevent noun=prevent",
    "prevent,thwart,foil,forestall,deter from=hinder ing=hinder noun=prevent",
    "block,keep,dissuade,preclude,discourage,stop,hinder,hamper from=hinder",
    "ban,bar,prohibit,forbid,outlaw from=forbid to=forbid ing=forbid noun=forbid",
    "convict of=force",
    "acquit,clear,absolve,exonerate of=unlikely",
    "arrest,detain,indict,investigate,sue,prosecute,seek,charge for=rumour over=rumour",
    "rule_out,discount noun=excluded ing=excluded that=excluded as=excluded",
    "exclude noun=lack ing=excluded that=excluded as=excluded",
    "cancel,call_off,abandon,scrap,shelve,abort,scrub noun=prevent ing=prevent",
    "lack noun=lack",
    "resign,quit,retire,step_down,stand_down,step_aside,oust,sack,fire,dismiss,remove,depose,unseat as=cut-off",
    "lose noun=cut-off",
    "repeal,revoke,rescind,abolish,retract,terminate,forfeit noun=stop",
    "lift noun=lift",
    "force,cause,compel,lead,prompt,oblige,drive,induce,make to=force",
    "use to=manage",
    "cause,trigger,provoke,spark noun=bring",
    "allow,let,permit,enable,authorize,authorise,free to=allow",
    "begin,start,continue,resume,proceed,keep,go_on,commence to=begin ing=begin",
    "stop ing=stop",
    "cease,quit,halt,discontinue ing=stop to=stop noun=stop",
    "drop,withdraw,remove,phase_out,terminate,axe,scrap noun=unsupport",
    "suspend,end ing=stop noun=unsupport",
    "give_up ing=stop",
    "delay,postpone,put_off,defer,push_back,hold_up ing=delay",
    "imagine,risk,resist,oppose,back,support,envisage,fancy,dread,reject,veto,authorise,authorize,approve,endorse,"
    "permit,justify,advise,fight,protest,facilitate,necessitate,entail,encourage,promote ing=open",
    "apply,bid,compete,vie,campaign,audition,shortlist,nominate,tip for=want",
    "pose,masquerade,dress,disguise,train,study,sell,offer,present,regard,view,treat,market,bill,advertise,"
    "promote as=open",
    "mistake for=open",
    "look,sound,smell,taste like=open",
    "wish that=open",
    "contradict,debunk,disprove,discredit,undermine content=open",
    "prove that=proof",
    "know to=known",
    "be,schedule,slate,set to=due",
    "schedule,slate noun=due",
    "know,realize,realise,discover,learn,notice,regret,recall,acknowledge,understand that=factive",
    "regret,resent,enjoy,celebrate,mark,recall,remember ing=factive",
    "see,hear,watch,witness,observe,catch ing=force to=force",
    "reveal,disclose that=said noun=manage",
    # attempts, plans, wishes, orders
    "try,attempt,endeavor,endeavour,struggle,strive to=try ing=try noun=try",
    "plan,intend,aim,prepare,mean,arrange to=plan ing=plan on=plan for=plan noun=plan",
    "vote to=force",
    "agree,decide,choose,opt,elect,resolve,move,volunteer,undertake to=plan on=plan",
    "want,wish,hope,seek,desire,long,aspire,like,prefer,offer,propose,look,push,bid to=want",
    "seek,propose,recommend,favor,favour,advocate noun=want ing=want",
    "push,call,plead,lobby for=want",
    "consider,weigh,contemplate,mull,ponder,discuss,explore,debate,study,eye ing=consider whether=consider",
    "consider,weigh,contemplate,mull,eye noun=consider",
    "expect,project,forecast,predict,anticipate,estimate to=expect",
    "expect,anticipate,foresee,forecast,predict,project that=foresees noun=foresees",
    "order,ask,urge,tell,instruct,direct,command,advise,invite,request,encourage,persuade to=order",
    "beg,pressure,pressurize,call_on,warn to=order",
    "demand,request,insist_on noun=order ing=order",
    "need,have,require,oblige,ought to=need",
    "require,need noun=need",
    "seem,appear to=seem that=seem",
    "suppose,presume,assume to=likely",
    "tend to=tend",
    "pretend,feign,claim_falsely to=pretend that=pretend",
    "agree that=said",
    # reporting
    "say,state,announce,add,note,write,report,explain,argue,maintain,insist,contend,declare,comment,mention,reply,"
    "respond,recount,relate,post,tweet,testify,stress,emphasize,emphasise,observe,remark,point_out,indicate,assert,"
    "conclude,reiterate,recall,claim,find,show,describe,continue,underscore,underline,hold,publish,read,let_on,"
    "determine,establish,demonstrate,estimate,joke,quip,counter,go_on that=said",
    "tell,inform,notify,remind,assure,reassure,brief,convince that=said of=said about=factive",
    "announce,report,declare,describe,detail,note,cite noun=said",
    "announce,report,mention ing=said",
    "say,report,find,show,claim,observe to=said",
    "put,estimate at=said",
    "confirm,admit,concede,affirm,verify,certify,acknowledge,recognize,recognise,corroborate that=confirmed "
    "ing=confirmed to=confirmed content=confirmed",
    "confirm,admit,acknowledge,concede noun=confirmed",
    "deny,dismiss,reject,refute,dispute,rebut,disavow,repudiate that=denied ing=denied content=denied",
    "deny noun=denied",
    "doubt,disbelieve that=doubts whether=doubts noun=doubts",
    "believe,think,feel,suspect,guess,reckon,suppose,assume,presume,consider,deem,judge,understand that=believes",
    "believe,think,reckon,consider,deem,feel,suspect,understand to=believes",
    "own_up,confess,admit to=confirmed",
    "suspect noun=alleges of=alleges",
    "fear,hope,worry that=suggests noun=rumour",
    "fear to=rumour",
    "estimate that=believes noun=believes",
    "allege,accuse,charge that=alleges noun=alleges of=alleges to=alleges with=alleges",
    "blame for=alleges noun=alleges",
    "rumor,rumour that=alleges to=alleges",
    "warn,caution,alert that=warns of=risk-said about=risk-said against=order",
    "vow,promise,threaten,pledge,swear,guarantee that=vows to=vows noun=vows",
    "commit to=vows",
    "ask,inquire,enquire,wonder,question whether=asked noun=factive about=factive",
    "suggest,hint,imply,speculate,intimate,insinuate that=suggests at=suggests noun=suggests ing=want",
    "demand,order,urge,recommend,propose,request that=order",
    "investigate,probe,examine,test,check,determine whether=question",
    "mean,ensure,signify,make that=true",
)

ADJECTIVES: Final = table(
    "able,capable *=able",
    "unable,incapable *=unable",
    "likely,probable,apt,liable,bound,sure,certain *=likely",
    "unlikely,improbable,doubtful *=unlikely",
    "possible,conceivable,plausible *=possible",
    "impossible,unthinkable,inconceivable *=impossible",
    "true that=true",
    "clear,evident,obvious that=true noun=true",
    "false,untrue,wrong,incorrect that=false",
    "unclear,unknown,uncertain,unsure *=open",
    "set,due,scheduled,slated,planned *=due",
    "ready,willing,poised,expected,supposed,destined *=expect",
    "reluctant,unwilling,hesitant to=open",
    "eager,keen,hopeful,anxious,determined to=want that=want",
    "confident,convinced,optimistic,adamant,hopeful that=believes",
    "aware,glad,happy,sorry,sad,proud,surprised,pleased that=factive to=factive of=factive",
    "suspected,alleged,accused of=rumour to=rumour",
    "rumored,rumoured,reported,said,thought,believed to=likely",
    "free,safe,exempt from=lack of=lack",
    "void,devoid,innocent of=lack",
    "guilty of=guilty to=guilty",
    "required,mandatory,obliged,necessary,obligated *=need",
    "allowed,permitted,free,legal,lawful to=allow",
    "illegal,unlawful,forbidden,prohibited to=forbid",
    "similar,comparable,akin to=open",
)

NOUNS: Final = table(
    "ability,capability,capacity,power,opportunity,permission,right,authority,authorization,chance to=able",
    "inability to=unable",
    "way,means,method of=able to=able",
    "failure to=fail",
    "refusal to=refuse",
    "plan,intention,decision,intent,aim,goal,proposal,readiness,deal,agreement,determination,preparation "
    "to=plan for=plan of=plan that=plan",
    "desire,wish,willingness,offer,bid,hope,proposal to=want of=want for=want that=want",
    "attempt,effort,try,bid,struggle,campaign to=try at=try",
    "threat,promise,pledge,vow,commitment to=vows that=vows of=rumour",
    "risk,danger,possibility,prospect,likelihood,fear,suspicion,speculation,rumor,rumour,allegation,suggestion,"
    "chance,concern,worry,hint,accusation,theory,hypothesis,idea,notion of=rumour that=rumour to=rumour "
    "about=rumour",
    "doubt,question that=open whether=open about=open",
    "evidence,sign,indication,proof,word,hint that=evidence of=evidence",
    "fact,truth,realization,knowledge that=true",
    "claim,report,statement,announcement,assertion,testimony,news,message,comment,remark that=said of=said",
    "confirmation,admission,acknowledgment that=confirmed of=confirmed",
    "belief,view,opinion,feeling that=believes",
    "denial that=denied of=denied",
    "warning that=warns of=risk-said",
    "expectation,forecast,prediction,estimate,projection that=foresees of=foresees for=foresees",
    "lack,absence,shortage of=lack",
    "cancellation,prevention,avoidance of=prevent",
    "ban,prohibition on=forbid",
    "order,request,demand,call,recommendation,instruction,duty to=order for=order that=order",
    "need,requirement,obligation to=need for=need",
)

# reports that somebody else's "denied" or "confirmed" is about, not speakers of their own
CONTENT_NOUNS: Final = frozenset(
    "report claim allegation accusation suggestion rumor rumour idea notion charge speculation assertion statement "
    "fact account news possibility theory".split()
)
