"""Short articles of our own (companies invented) and what a careful analyst would note of each.

A row is (amount, metric, entity, period); the amount is a part of the mention's words.
"""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    amount: str
    metric: str
    entity: str | None
    period: str | None


class Case(NamedTuple):
    id: str
    title: str | None
    text: str
    rows: tuple[Row, ...]


CASES = (
    Case(
        "quarterly earnings",
        "Halvorsen Foods beats forecasts as snack sales climb",
        (
            "Halvorsen Foods reported third-quarter revenue of $4.2 billion on Tuesday, up 6%"
            " from $3.96 billion a year earlier, as demand for snacks held firm. Net profit "
            "rose to $512 million, or $1.84 a share, from $447 million. Analysts had expected"
            " revenue of $4.1 billion.\n"
            "The company raised its full-year sales forecast to between $16.8 billion and "
            "$17.1 billion. Its operating margin widened to 15.4%.\n"
            "Chief Executive Marta Lindqvist said the group would cut about 1,200 jobs by "
            '2027. "We are simplifying how we work," she said.\n'
            "Shares of Halvorsen fell 3.1% in early trading after a 22% gain so far this "
            "year.\n"
        ),
        (
            Row("$4.2 billion", "revenue", "Halvorsen Foods", "third-quarter"),
            Row("6%", "revenue", "Halvorsen Foods", "third-quarter"),
            Row("$3.96 billion", "revenue", "Halvorsen Foods", "a year earlier"),
            Row("$512 million", "net profit", "Halvorsen Foods", "third-quarter"),
            Row("$1.84", "earnings per share", "Halvorsen Foods", "third-quarter"),
            Row("$16.8 billion", "full-year sales forecast", "Halvorsen Foods", "full-year"),
            Row("15.4%", "operating margin", "Halvorsen Foods", "third-quarter"),
            Row("3.1%", "share price", "Halvorsen Foods", "early trading"),
        ),
    ),
    Case(
        "inflation and rates",
        "German inflation slows to 2.1% as energy prices fall",
        (
            "German inflation slowed to 2.1% in October from 2.4% in September, the "
            "statistics office said on Friday. Energy prices fell 3.8% while food prices rose"
            " 1.9%. Core inflation, which strips out energy and food, was 2.7%.\n"
            "Unemployment held at 6.3%. Exports to the United States dropped 7.4% in the "
            "third quarter.\n"
            "The European Central Bank left its deposit rate at 2.0% last month and "
            "economists expect a cut of 25 basis points in March. Germany's economy is "
            "forecast to grow 0.3% this year.\n"
        ),
        (
            Row("2.1%", "German inflation", None, "October"),
            Row("2.4%", "German inflation", None, "September"),
            Row("3.8%", "energy prices", None, "October"),
            Row("1.9%", "food prices", None, "October"),
            Row("2.7%", "core inflation", None, "October"),
            Row("6.3%", "unemployment", None, "October"),
            Row("7.4%", "exports to the United States", None, "the third quarter"),
            Row("2.0%", "deposit rate", "European Central Bank", "last month"),
            Row("25 basis points", "expected cut", "European Central Bank", "March"),
            Row("0.3%", "economy", "Germany", "this year"),
        ),
    ),
    Case(
        "a takeover",
        "Brightwater to buy Calder Labs for $3.4 billion",
        (
            "Brightwater agreed to buy Calder Labs for $3.4 billion in cash, the two "
            "companies said on Monday. The offer of $41 a share is a premium of 28% to "
            "Calder's closing price on Friday.\n"
            "Brightwater will fund the deal with $2 billion of new debt. It expects annual "
            "cost savings of at least $150 million within three years of closing.\n"
            "Calder, which makes diagnostic kits, had revenue of $610 million last year and "
            "employs about 2,300 people. Brightwater shares slipped 1.2%, while Calder jumped"
            " 26%.\n"
        ),
        (
            Row("$3.4 billion", "purchase price", "Calder", None),
            Row("$41", "offer", None, None),
            Row("28%", "premium", None, None),
            Row("$2 billion", "new debt", "Brightwater", None),
            Row("$150 million", "annual cost savings", "Brightwater", "within three years"),
            Row("$610 million", "revenue", "Calder", "last year"),
            Row("2,300 people", "employees", "Calder", None),
            Row("1.2%", "share price", "Brightwater", "Monday"),
            Row("26%", "share price", "Calder", "Monday"),
        ),
    ),
    Case(
        "an oil market report",
        "Oil settles higher after stockpile draw",
        (
            "Brent crude futures settled up $1.12, or 1.6%, at $71.40 a barrel on Wednesday. "
            "West Texas Intermediate gained 1.9% to $67.85 a barrel.\n"
            "U.S. crude inventories fell by 4.2 million barrels last week, the Energy "
            "Information Administration said, compared with expectations for a drop of 1.5 "
            "million barrels. Refinery runs rose by 120,000 barrels per day.\n"
            "OPEC+ plans to raise output by 137,000 barrels per day in December. Analysts at "
            "Norwood Bank forecast that Brent will average $68 next year.\n"
        ),
        (
            Row("1.6%", "Brent crude futures", None, "Wednesday"),
            Row("$71.40", "Brent crude futures", None, "Wednesday"),
            Row("4.2 million barrels", "U.S. crude inventories", None, "last week"),
            Row("120,000 barrels", "refinery runs", None, None),
            Row("137,000 barrels", "output", "OPEC+", "December"),
        ),
    ),
    Case(
        "container shipping",
        "Nordhavn Lines cuts outlook as freight rates sink",
        (
            "Nordhavn Lines cut its profit guidance for 2026 to as little as $1.5 billion "
            "from $2.2 billion, blaming a glut of new ships. The carrier's average freight "
            "rate dropped 31% to $1,890 per container.\n"
            "Volumes rose 5.2% to 3.3 million containers. Fuel costs fell by $210 million.\n"
            "Chief Financial Officer Lars Bakke said the company would scrap 14 older vessels"
            " and save about $400 million a year. Rival Zephyr Marine is reportedly "
            "considering a bid of up to €900 million for its terminals.\n"
        ),
        (
            Row("$1.5 billion", "profit guidance for 2026", "Nordhavn Lines", "2026"),
            Row("31%", "average freight rate", "Nordhavn Lines", None),
            Row("5.2%", "volumes", "Nordhavn Lines", None),
            Row("$210 million", "fuel costs", "Nordhavn Lines", None),
            Row("$400 million", "savings", "Nordhavn Lines", None),
            Row("€900 million", "bid", "Zephyr Marine", None),
        ),
    ),
    Case(
        "the business of sport",
        "Rovers post record turnover but losses widen",
        (
            "Aldermoor Rovers made a loss of £38.6 million in the year to June, the club said"
            " on Thursday, although turnover climbed 14% to a record £212 million. Broadcast "
            "income accounted for 58% of revenue.\n"
            "The wage bill grew to £161 million from £139 million. Average attendance was "
            "41,200, and matchday income reached £33 million.\n"
            "The club spent £74 million on players and sold winger Tomas Vidal for £46 "
            "million. Its owner, Kestrel Partners, injected £25 million.\n"
        ),
        (
            Row("£38.6 million", "loss", "Aldermoor Rovers", "the year to June"),
            Row("14%", "turnover", "Aldermoor Rovers", None),
            Row("£212 million", "turnover", "Aldermoor Rovers", None),
            Row("£161 million", "wage bill", "Aldermoor Rovers", None),
            Row("£33 million", "matchday income", "Aldermoor Rovers", "the year to June"),
            Row("£74 million", "spending on players", "Aldermoor Rovers", "the year to June"),
            Row("£25 million", "injection", "Kestrel Partners", None),
        ),
    ),
    Case(
        "a funding round",
        "Lumenly raises $120 million to speed up optical chips",
        (
            "Lumenly, a maker of optical chips, has raised $120 million in a Series C round "
            "led by Foxglove Ventures. The round values the start-up at $1.1 billion, more "
            "than double its valuation of $480 million in 2024.\n"
            "The company has now raised a total of $265 million. It plans to hire 200 "
            "engineers and spend $60 million on a plant in Dresden.\n"
            "Revenue tripled to $19 million last year, but Lumenly is still losing money.\n"
        ),
        (
            Row("$120 million", "amount raised", "Lumenly", None),
            Row("$1.1 billion", "valuation", "Lumenly", None),
            Row("$480 million", "valuation", "Lumenly", "2024"),
            Row("$60 million", "plant", "Lumenly", None),
            Row("$19 million", "revenue", "Lumenly", "last year"),
        ),
    ),
    Case(
        "a markets wrap",
        "Stocks end mixed as bond yields rise",
        (
            "The S&P 500 rose 0.4% to 6,712.30 on Thursday while the Nasdaq Composite fell "
            "0.2%. The Dow Jones Industrial Average added 212 points.\n"
            "The yield on the 10-year Treasury note climbed 6 basis points to 4.18%. Gold "
            "dropped 1.1% to $3,702 an ounce and the euro slipped to $1.1640.\n"
            "Shares in Tamarind Software tumbled 17% after it cut its revenue outlook. "
            "Quarrybank gained 4.5% after announcing a buyback of $2.5 billion.\n"
        ),
        (
            Row("0.4%", "S&P 500", "S&P 500", "Thursday"),
            Row("0.2%", "Nasdaq Composite", "Nasdaq Composite", "Thursday"),
            Row("6 basis points", "yield on the 10-year Treasury", None, "Thursday"),
            Row("1.1%", "gold", None, "Thursday"),
            Row("17%", "share price", "Tamarind Software", "Thursday"),
            Row("4.5%", "share price", "Quarrybank", "Thursday"),
            Row("$2.5 billion", "buyback", "Quarrybank", None),
        ),
    ),
    Case(
        "a government budget",
        "Norway plans wider deficit as defence spending jumps",
        (
            "Norway's government plans to spend 12 billion crowns more on defence next year, "
            "it said on Tuesday. Defence spending would reach 2.6% of GDP, against 2.1% this "
            "year.\n"
            "The budget deficit is expected to widen to 5.4% of GDP in 2027. The treasury "
            "aims to raise 30 billion crowns from a new levy on salmon farms.\n"
            "Tax revenue is seen rising 3% to 1.9 trillion crowns. Public debt would total "
            "1.1 trillion crowns by 2030.\n"
        ),
        (
            Row("2.6%", "defence spending", None, None),
            Row("5.4%", "budget deficit", "Norway", "2027"),
            Row("3%", "tax revenue", None, None),
            Row("1.1 trillion", "public debt", None, "by 2030"),
        ),
    ),
    Case(
        "two companies side by side",
        "Velora gains on Kitehawk in electric vans",
        (
            "Velora delivered 48,300 vans in the first half, 19% more than a year earlier. "
            "Its revenue rose 24% to €2.9 billion.\n"
            "Kitehawk's revenue slipped 2% to €3.4 billion. Its market share shrank to 21% "
            "from 25%, according to registration data. Kitehawk said it would invest €700 "
            "million in a new plant near Porto.\n"
            "Velora expects an operating profit of €180 million this year, while Kitehawk "
            "forecast a loss of up to €90 million.\n"
        ),
        (
            Row("48,300 vans", "vans delivered", "Velora", "the first half"),
            Row("24%", "revenue", "Velora", "the first half"),
            Row("€2.9 billion", "revenue", "Velora", "the first half"),
            Row("2%", "revenue", "Kitehawk", "the first half"),
            Row("€3.4 billion", "revenue", "Kitehawk", "the first half"),
            Row("21%", "market share", "Kitehawk", None),
            Row("€700 million", "new plant", "Kitehawk", None),
            Row("€180 million", "operating profit", "Velora", "this year"),
            Row("€90 million", "loss", "Kitehawk", None),
        ),
    ),
    Case(
        "guidance with prior-year figures",
        "Tarn Power lifts profit guidance",
        (
            "Tarn Power lifted its core profit guidance for 2026 to between €3.1 billion and "
            "€3.3 billion, compared with €2.9 billion in 2025. The utility now expects "
            "capital expenditure of about €5 billion, up from an earlier forecast of €4.6 "
            "billion.\n"
            "Tarn Power's wind farms generated 18.4 terawatt hours of electricity in the "
            "first nine months, 11% more than in the same period last year. Net debt stood at"
            " €14.2 billion at the end of September.\n"
            "It proposed a dividend of €0.92 per share, against €0.85 for 2025.\n"
        ),
        (
            Row("€3.1 billion", "core profit guidance for 2026", "Tarn Power", "2026"),
            Row("€2.9 billion", "core profit guidance", "Tarn Power", "2025"),
            Row("€5 billion", "capital expenditure", "Tarn Power", None),
            Row("€14.2 billion", "net debt", "Tarn Power", "the end of September"),
            Row("€0.92", "dividend", "Tarn Power", "the first nine months"),
        ),
    ),
    Case(
        "a wire flash",
        None,
        (
            "Pellworm Steel will close its Bremen plant next year with the loss of 850 jobs, "
            "the company said on Monday. The closure will cost about 130 million euros.\n"
        ),
        (
            Row("850 jobs", "jobs", "Pellworm Steel", "next year"),
            Row("130 million euros", "closure cost", "Pellworm Steel", None),
        ),
    ),
)
