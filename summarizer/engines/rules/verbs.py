"""Verbs of business English in all their forms, and what an amount under each of them is.

Data, and the rule of inflection that spells it out.
"""

from __future__ import annotations

from summarizer.grounding.wordlist import words as _words

ADJECTIVAL = _words(
    "adjusted combined diluted operating existing listed estimated projected planned proposed "
    "outstanding recurring underlying unadjusted reported expected pending leading growing "
    "manufacturing shipping banking advertising gaming streaming marketing engineering lending "
    "trading building mining housing financing funding spending borrowing refining consulting "
    "licensing merchandising broadcasting ticketing unsecured secured fixed preferred managed "
    "installed deferred accrued weighted seasonally annualised annualized retained related "
    "increased reduced limited united advanced developed unemployed franchised branded packaged "
    "contracting remaining underwriting brewing printing computing networking rising falling "
    "consolidated"
)
"""Forms in -ed and -ing that stand inside a noun phrase."""

IRREGULAR: dict[str, str] = {
    "rise": "rises rose risen rising",
    "fall": "falls fell fallen falling",
    "grow": "grows grew grown growing",
    "shrink": "shrinks shrank shrunk shrinking",
    "sink": "sinks sank sunk sinking",
    "lose": "loses lost losing",
    "drop": "drops dropped dropping",
    "slip": "slips slipped slipping",
    "dip": "dips dipped dipping",
    "shed": "sheds shedding",
    "swell": "swells swelled swollen swelling",
    "leap": "leaps leapt leaped leaping",
    "slide": "slides slid sliding",
    "swing": "swings swung swinging",
    "rebound": "rebounds rebounded rebounding",
    "hit": "hits hitting",
    "stand": "stands stood standing",
    "come": "comes came coming",
    "top": "tops topped topping",
    "total": "totals totaled totalled totaling totalling",
    "equal": "equals equaled equalled equaling equalling",
    "beat": "beats beaten beating",
    "spend": "spends spent spending",
    "pay": "pays paid paying",
    "sell": "sells sold selling",
    "buy": "buys bought buying",
    "cost": "costs costing",
    "win": "wins won winning",
    "make": "makes made making",
    "build": "builds built building",
    "take": "takes took taken taking",
    "bring": "brings brought bringing",
    "drive": "drives drove driven driving",
    "send": "sends sent sending",
    "cut": "cuts cutting",
    "put": "puts putting",
    "see": "sees saw seen seeing",
    "give": "gives gave given giving",
    "get": "gets got gotten getting",
    "hold": "holds held holding",
    "keep": "keeps kept keeping",
    "leave": "leaves left leaving",
    "lend": "lends lent lending",
    "owe": "owes owed owing",
    "say": "says said saying",
    "tell": "tells told telling",
    "think": "thinks thought thinking",
    "show": "shows showed shown showing",
    "commit": "commits committed committing",
    "plan": "plans planned planning",
    "ship": "ships shipped shipping",
    "run": "runs ran running",
    "drag": "drags dragged dragging",
    "set": "sets setting",
    "go": "goes went gone going",
    "become": "becomes became becoming",
    "find": "finds found finding",
    "begin": "begins began begun beginning",
    "mean": "means meant meaning",
    "forecast": "forecasts forecasted forecasting",
    "draw": "draws drew drawn drawing",
    "carry": "carries carried carrying",
    "rally": "rallies rallied rallying",
    "buoy": "buoys buoyed buoying",
    "employ": "employs employed employing",
    "burn": "burns burned burnt burning",
    "sign": "signs signed signing",
    "lead": "leads led leading",
    "feed": "feeds fed feeding",
    "rank": "ranks ranked ranking",
}


def forms(verb: str) -> frozenset[str]:
    """The forms of an English verb, the base included."""
    if verb in IRREGULAR:
        return frozenset((verb, *IRREGULAR[verb].split()))
    stem = verb.removesuffix("e")
    if verb.endswith("y") and verb[-2] not in "aeou":
        return frozenset((verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"))
    third = verb + ("es" if verb.endswith(("s", "x", "ch", "sh", "z")) else "s")
    return frozenset((verb, third, stem + "ed", stem + "ing"))


def _verbs(text: str) -> dict[str, str]:
    """Every form of the verbs in `text`, with its base."""
    return {form: verb for verb in text.split() for form in forms(verb)}


CHANGE_VERBS = _verbs(
    "rise fall surge jump climb soar drop decline slide slip tumble plunge sink gain lose add "
    "advance rally increase decrease grow shrink expand contract widen narrow double triple halve "
    "improve weaken strengthen ease edge inch tick leap rocket skyrocket spike dip retreat "
    "rebound recover slump crash dive shed swell balloon accelerate slow cool moderate firm swing "
    "drift appreciate depreciate collapse"
)

LEVEL_VERBS = _verbs(
    "reach hit total stand amount come exceed surpass top average remain represent account close "
    "end finish open trade settle touch approach equal beat miss outperform hover stay go become "
    "rank yield"
)

CAUSE_VERBS = _verbs(
    "drive send push lift boost pull drag cut raise lower bring take move knock reduce slash trim "
    "double increase hike help expand widen narrow ease upgrade downgrade revise put keep leave "
    "leapfrog hold set propel nudge scale"
)

SAY_VERBS = _verbs(
    "say state announce tell note add warn estimate forecast expect project predict believe claim "
    "disclose reveal show indicate confirm argue suggest think explain point see find calculate "
    "guide anticipate"
)

OTHER_VERBS = _verbs(
    "receive launch introduce release establish adopt continue face impose accelerate develop "
    "remain include provide require allow lead follow support make hold give get run begin start "
    "stop reopen challenge promote benefit encourage join approve reject plan agree want need "
    "seek aim intend mean carry sign win build produce employ hire compare relate signal describe "
    "power reflect attract target cover extend publish report post book record deliver ship "
    "export import order generate draw leave offer propose own operate serve consume use attend "
    "watch compete play decide deploy supply score"
)

NOMINAL: dict[str, str] = {
    "spend": "spending",
    "invest": "investment",
    "pay": "payment",
    "borrow": "borrowing",
    "lend": "lending",
    "pledge": "pledge",
    "commit": "commitment",
    "earn": "earnings",
    "lose": "loss",
    "sell": "sales",
    "buy": "purchase",
    "acquire": "acquisition",
    "purchase": "purchase",
    "value": "valuation",
    "price": "price",
    "cost": "cost",
    "save": "savings",
    "fund": "funding",
    "fine": "fine",
    "donate": "donation",
    "allocate": "allocation",
    "contribute": "contribution",
    "grant": "grant",
    "award": "award",
    "raise": "funds raised",
    "owe": "debt",
    "charge": "charge",
    "transfer": "transfer",
    "inject": "injection",
    "offer": "offer",
    "bid": "bid",
    "budget": "budget",
    "burn": "cash burn",
    "return": "return",
    "refund": "refund",
    "seek": "funds sought",
    "secure": "secured",
    "collect": "collected",
    "generate": "generated",
    "win": "won",
    "manage": "managed",
    "need": "funds needed",
    "ask": "funds asked for",
    "aim": "target",
}
"""What an amount is when it is the object of the verb: "spend $3 million" is spending."""

MONEY_VERBS = _verbs(" ".join(NOMINAL))

FINITE = {
    form: verb
    for verb, listed in {
        "be": "is are was were be been being isn't aren't wasn't weren't",
        "have": "has have had having hasn't haven't hadn't",
        "will": "will would can could may might shall should must won't wouldn't couldn't can't",
        "do": "do does did don't doesn't didn't",
    }.items()
    for form in listed.split()
}
"""Auxiliaries, which govern an amount when no other verb stands beside it."""

VERBS = FINITE | CHANGE_VERBS | LEVEL_VERBS | CAUSE_VERBS | SAY_VERBS | OTHER_VERBS | MONEY_VERBS

COUNT_VERBS = _words(
    "delivered shipped sold built produced cut hired added employed exported imported carried "
    "opened closed ordered registered killed injured made signed attended watched lost eliminated "
    "died damaged destroyed saved handled processed bought supplied treated stolen borrowed "
    "enrolled screened tested vaccinated issued recalled harvested planted drilled installed "
    "visited rescued evacuated affected reserved"
)
"""Verbs whose participle completes a counted noun: "sold 300 cars" is "cars sold"."""

EXPECTED: dict[str, str] = {
    "expect": "expected",
    "forecast": "forecast",
    "estimate": "estimated",
    "predict": "predicted",
    "project": "projected",
    "anticipate": "anticipated",
    "see": "expected",
}

EXPECTED_FORMS = _verbs(" ".join(EXPECTED))

CATENATIVE = _words(
    "plans plan aims aim expects expect hopes hope wants want agreed agree agrees intends intend "
    "seeks needs need continues continue pledged vowed promised proposes proposed decided pledges "
    "planned expected forecast set due projected likely seen scheduled poised aimed began"
)
"""Verbs before "to" that leave the subject with the verb after it: "plans to spend"."""
