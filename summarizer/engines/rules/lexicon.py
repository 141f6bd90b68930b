"""Word lists of business English: the closed classes and the nouns of what is measured.

Data only. A word that is in no list is taken for a noun or an adjective; the lists say where a
noun phrase ends and which nouns name something that is measured.
"""

from __future__ import annotations

from summarizer.engines.rules import verbs
from summarizer.grounding.wordlist import words as _words

DETERMINERS = _words(
    "the a an this that these those its their his her our my your some any each every no another "
    "such both all other others several many few more most less fewer much enough"
)

POSSESSIVES = _words("its their his her our my")

PREPOSITIONS = _words(
    "of in on at by for from to with into over under above below about after before between among "
    "amid during since until till through throughout across against toward towards upon onto "
    "within without despite per via than beyond near versus vs behind beside besides outside "
    "inside plus minus as including excluding following compared relative around off alongside "
    "like unlike"
)

CONJUNCTIONS = _words(
    "and or but nor so yet while whereas although though because unless if when where whether "
    "which who whom whose what why how that once"
)

PRONOUNS = _words(
    "it he she they we i you them him us me itself themselves himself herself one there"
)

AUXILIARIES = _words(
    "is are was were be been being has have had having do does did will would can could may might "
    "shall should must isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't couldn't "
    "can't don't doesn't didn't"
)

ADVERBS = _words(
    "aside not also then now just even still already only ever never again too very almost soon "
    "later earlier ago further first instead however meanwhile therefore thus hence overall "
    "together today yesterday tomorrow tonight once twice up down higher lower back away out "
    "ahead year-on-year year-over-year year-to-date quarter-on-quarter quarter-over-quarter "
    "month-on-month month-over-month annually apiece alone likely expected set due poised well "
    "far quite rather perhaps maybe otherwise previously formerly so-called yoy qoq mom sharply"
)

FUNCTION = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | PRONOUNS | AUXILIARIES | ADVERBS

NOT_LY = _words("early monthly weekly daily quarterly yearly hourly supply family assembly")
"""Words in -ly that are no adverbs."""

TIME_NOUNS = _words(
    "year years quarter quarters month months week weeks day days half halves period periods "
    "decade decades session sessions morning afternoon evening hour hours trading january "
    "february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday q1 q2 q3 q4 h1 h2"
)

SHARE_NOUNS = _words("share shares stock stocks adr adrs equity equities")

METRIC_NOUNS = _words(
    "use runs bill revenue revenues sales turnover profit profits loss losses income earnings "
    "ebitda ebit margin margins share shares stock stocks price prices index indices investment "
    "investments spending budget budgets capex expenditure expenditures order orders backlog debt "
    "debts stake stakes valuation valuations funding round dividend dividends buyback buybacks "
    "job jobs unemployment joblessness inflation export exports import imports output production "
    "deliveries shipments shipment volume volumes capacity cost costs expense expenses fee fees "
    "fine fines penalty tax taxes tariff tariffs duty duties deficit surplus gdp growth rate "
    "rates yield yields bond bonds loan loans deposits assets liabilities cash reserves reserve "
    "stockpile stockpiles inventory inventories demand supply consumption wage wages pay salary "
    "salaries bonus bonuses rent rents premium premiums deal deals contract contracts book "
    "order-book takeover acquisition merger bid offer purchase proceeds commitment commitments "
    "pledge target "
    "targets goal goals forecast forecasts guidance outlook estimate estimates expectations "
    "consensus projection projections market value capitalisation capitalization aid grant grants "
    "subsidy subsidies settlement payment payments charge charges write-down writedown impairment "
    "users subscribers customers members employees workers staff workforce headcount passengers "
    "attendance viewers audience visitors traffic bookings transactions usage penetration "
    "allocation plan plans programme program package fund funds savings savings-rate ratio "
    "turnout approval transfer prize royalties licence license rights receipts borrowing "
    "borrowings stimulus bailout relief refund compensation claims benchmark average gap increase "
    "cut cuts decline rise drop gain gains advance reduction hike surge jump fall slump rally "
    "spend outlay outlays levy throughput emissions power electricity gas oil crude gold barrels "
    "tonnes tons vehicles units stores outlets flights vessels ships containers homes permits "
    "starts payrolls vacancies openings layoffs redundancies currency dollar euro pound yen yuan "
    "futures lending credit mortgage mortgages"
)

GROUP_NOUNS = _words(
    "companies firms giants banks funds investors households automakers carmakers airlines "
    "retailers lenders insurers makers producers startups start-ups peers rivals groups clubs "
    "governments hospitals utilities refiners miners exporters importers economists analysts "
    "consumers shoppers workers employers developers operators carriers suppliers partners "
    "shareholders buyers lawmakers ministers states countries members nations"
)
"""Plural agents: "the four companies" is whom a figure is about, although it is no name."""

COMPANY_NOUNS = _words(
    "company group firm business corporation conglomerate giant titan maker carmaker automaker "
    "chipmaker planemaker drugmaker retailer lender bank insurer airline carrier operator "
    "producer manufacturer developer startup start-up brewer miner refiner utility club team "
    "bookmaker supermarket grocer restaurant chain builder housebuilder shipbuilder shipper "
    "broker brokerage exchange platform unit division subsidiary parent provider supplier "
    "steelmaker fund foundry organisation organization publisher broadcaster studio agency port "
    "union federation issuer"
)
"""Singular agents: "the company" stands for a name said before."""

PUBLIC_NOUNS = _words(
    "government ministry treasury parliament congress senate council city state country central "
    "commission cabinet chancellor minister administration department regulator office bureau "
    "authority municipality county"
)

CHANGE_NOUNS = _words(
    "rise increase gain gains advance jump surge climb growth drop decline fall slide decrease "
    "cut reduction plunge slump rebound rally recovery improvement contraction expansion uptick "
    "upturn downturn dip hike pullback retreat loss swing change upswing leap spike boost"
)

EMPTY_HEADS = _words(
    "total sum amount record maximum minimum average some further additional high low peak level "
    "combined equivalent range figure number estimated annualised annualized rate pace"
)
"""Heads that measure nothing by themselves: "a total of", "a record of"."""

ESTIMATE_NOUNS = _words(
    "estimate estimates forecast forecasts expectations expectation consensus projection "
    "projections guidance target targets"
)

NOUNS_IN_ING = _words(
    "spending funding borrowing lending earnings earning building housing shipping trading "
    "banking advertising pricing financing gaming streaming marketing engineering manufacturing "
    "mining offering training holding listing beginning filing ruling meeting saving savings "
    "briefing"
)

SUBORDINATORS = _words(
    "while whereas although though because after before when which who where whose unless if since"
)

FORECASTERS = _words(
    "analysts analyst economists economist investors traders forecasters strategists markets market"
)
"""Whose estimates are of somebody else's figures."""

BEFORE_NAMES = _words(
    "rival former fellow parent sister local big top leading luxury state-owned regional "
    "privately publicly billionaire activist chipmaker insurer lender retailer with amid "
    "according meanwhile"
)
"""Words that are cut off the front of a name."""

COMMODITIES = _words(
    "gold silver copper crude oil brent wti intermediate dollar euro pound yen yuan bitcoin "
    "currency sterling rupee franc treasury treasuries gilt gilts bund bunds"
)

OPENERS = _words(
    "fuel rent food labour energy steel cotton wheat coffee cocoa tourism trade travel "
    "construction industry business competition management regulators policymakers lawmakers "
    "officials cash interest advertising insurance electricity freight housing unemployment "
    "inflation retail rival former fellow parent sister local new big top leading luxury state "
    "regional german privately publicly private public national online domestic listed investors "
    "analysts shares consumer industrial chipmaker carmaker drugmaker billionaire activist "
    "insurer lender retailer with amid according meanwhile separately last next early late since "
    "under wind solar coal people free docket order orders operating reading replacement "
    "households residents beekeepers fishermen manufacturers"
)
"""Words that open a sentence before a name without being part of it."""

MARKET_NOUNS = _words(
    "rate rates share shares stock stocks price prices index yield yields futures bond bonds gold "
    "crude oil dollar euro pound yen yuan bitcoin currency equities sterling rand rupee franc "
    "barrel future"
)
"""What is measured by the day; for anything else a weekday is when it was said."""

COMMA_STARTERS = (
    SUBORDINATORS
    | _words("as with and but or so that including excluding expected according thanks despite")
    | _words("up down higher lower compared versus against making well significantly equivalent")
)

WIDE_WORDS = _words(
    "global globally world worldwide industry industry-wide nationwide national domestic "
    "international sector sector-wide market-wide"
)
"""Words that make a metric nobody's in particular."""

MACRO_NOUNS = _words(
    "inflation gdp unemployment joblessness exports imports output economy deficit surplus "
    "payrolls jobs wages retail industrial manufacturing consumer production trade budget debt "
    "spending growth population tax taxes borrowing reserves"
)

AMBIGUOUS_NOUNS = frozenset(verbs.VERBS) & (
    METRIC_NOUNS | NOUNS_IN_ING | CHANGE_NOUNS | GROUP_NOUNS | COMPANY_NOUNS | EMPTY_HEADS
)
"""Forms that are a verb or a noun by place: "shares rise", "a rise in shares"."""
