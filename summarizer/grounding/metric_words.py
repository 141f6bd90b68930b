"""What amounts measure, as classes of words, and which verbs take them up and down. Data only.

A word may belong to several classes: "profit" is any profit, "net profit" only the net one. Two
amounts measure different things only where their classes have none in common.
"""

from __future__ import annotations

import re

from summarizer.grounding.wordlist import words

_PROFITS = "net operating gross pretax ebitda"
_CLASSES = f"""
revenue: revenue, revenues, sales, turnover, takings, licence fees, license fees, net sales
revenue premiums: premiums, premium income
revenue interest-income: net interest income, interest income, fee income
{_PROFITS} eps: profit, profits, earnings
net: net profit, net profits, net income, net earnings, profit after tax, bottom line
operating: operating profit, operating profits, operating income, operating earnings, ebit
gross: gross profit, gross profits
pretax: pretax profit, pre-tax profit, profit before tax
ebitda: ebitda, adjusted ebitda
eps: earnings per share, eps
{_PROFITS} revenue income: income
loss: loss, losses, net loss, net losses, operating loss
margin: margin, margins, operating margin, gross margin, profit margin, net margin
cash-flow: cash flow, operating cash flow, free cash flow
book: book value, book value per share
shares: stock, share price, share prices, stocks, shares
orders: orders, order book, order backlog, backlog
dividend: dividend, dividends, payout, pay-out
debt: debt, debts, net debt, borrowings
cash: cash pile, cash position
spending: spending, spend, capex, capital expenditure, expenditure, outlays, budget, investment
spending: investments
costs: costs, expenses, fuel costs
costs spending: cost
savings: savings, cost savings
fine: fine, fines, penalty
exports: exports
imports: imports
inflation: inflation, consumer prices, inflation rate, price growth
unemployment: unemployment, jobless rate, unemployment rate, joblessness, jobless
jobs: jobs, staff, employees, workforce, headcount, workers, employment
rate: key rate, policy rate, interest rate, interest rates, benchmark rate, rates, key rates
output: output, production
quota: quota, quotas
deficit: deficit, deficits, trade deficit, budget deficit
surplus: surplus, surpluses, trade surplus, budget surplus
wages: wages, wage, salary, salaries, pay rise
tax: tax bill, taxes, tax
deliveries revenue: deliveries, vehicle sales
growth: gdp, economic growth
valuation: valuation, market value, market capitalisation, market capitalization
emissions: emissions
temperature: temperatures, temperature
rents: rents, rent
toll revenue: toll income, toll revenue, tolls
bonus: bonuses, bonus
premium: premium
deaths: deaths, fatalities, dead, death toll, died
shops: shops, stores, outlets
crossings: crossings
income-tax: income tax
loan: loan, loans
stake: stake
output: pumped, produced
{_PROFITS} eps revenue wages: earned
"""

CLASSES: dict[str, frozenset[str]] = {}
for _line in _CLASSES.strip().splitlines():
    _names, _, _phrases = _line.partition(":")
    for _phrase in _phrases.split(","):
        CLASSES[_phrase.strip()] = CLASSES.get(_phrase.strip(), frozenset()) | words(_names)

METRIC = re.compile(
    r"(?<![\w-])(?<!per )(?<!each )(?:"
    + "|".join(sorted(map(re.escape, CLASSES.keys() - {"earned"}), key=len, reverse=True))
    + r")(?![\w-])(?!\s+(?:per cent|price index))",
    re.IGNORECASE,
)

UP = words(
    "rise rises rose risen rising grow grows grew grown growing increase increases increased "
    "increasing jump jumps jumped jumping climb climbs climbed climbing soar soars soared soaring "
    "surge surges surged surging gain gains gained advance advanced widen widens widened widening "
    "accelerate accelerates accelerated accelerating raise raises raised raising lift lifts lifted "
    "boost boosts boosted up higher peak peaks peaked swell swelled expand expanded double doubled "
    "triple tripled quadrupled rebounded rallied quicken quickened strengthened growth"
)
DOWN = words(
    "fall falls fell fallen falling drop drops dropped dropping decline declines declined "
    "declining decrease decreases decreased decreasing slide slides slid slip slips slipped "
    "slipping sink  sinks sank sunk plunge plunges plunged tumble tumbles tumbled shrink "
    "shrinks shrank shrunk  shrinking narrow narrows narrowed narrowing slow slows slowed "
    "slowing ease eases eased  easing cut cuts cutting lower lowers lowered lowering reduce "
    "reduces reduced reducing trim trimmed  slash slashed down halve halved contract contracted "
    "cooled dipped dip bottomed bottom  weakened lose loses lost"
)
COUNT_UP = words(
    "open opens opened opening add adds added adding hire hires hired hiring create creates created"
)
COUNT_DOWN = words("close closes closed closing shed sheds shedding axe axes axed eliminate")
"""Verbs that take a number of counted things, shops or jobs, up or down."""
