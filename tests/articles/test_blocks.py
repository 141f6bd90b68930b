"""The text of a page: no markup glues two numbers, splits one, or drops one in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.articles.assemble import assemble
from summarizer.articles.blocks import page_blocks
from summarizer.articles.html import parse_page


def _text(source: str) -> str:
    """What is left of a page after its struck-out parts."""
    blocks = page_blocks(parse_page(f"<div>{source}</div>"))
    return assemble(blocks.text, blocks.struck).text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("53<sup>2</sup> million tickets", "53² million tickets"),
        ("53<sup><a href='#f2'>2</a></sup> million", "53² million"),
        ("53<sup class='fn'><span>2</span></sup> million", "53² million"),
        ("53<a href='#f2'><sup>2</sup></a> million", "53² million"),
        ("53<sup>[<a href='#f2'>2</a>]</sup> million", "53[2] million"),
        ("53<sup>2,3</sup> million", "53[2,3] million"),
        ("53<sup>†</sup> million", "53[†] million"),
        ("53<sup><span style='display:none'>note </span>2</sup> million", "53² million"),
        ("5.3<sup>a</sup> billion", "5.3[a] billion"),
        ("5.3<sup>[2]</sup> billion", "5.3[2] billion"),
        ("$5.3<sub><a>1</a></sub> billion", "$5.3₁ billion"),
        ("about 10<sup>9</sup> bytes", "about 10⁹ bytes"),
        ("10<sup>-<i>9</i></sup> metres", "10⁻⁹ metres"),
        ("1<sup>1</sup>/<sub>2</sub> times", "1 1/2 times"),
        ("<sup>3</sup>&frasl;<sub>4</sub> of it", "3/4 of it"),
        ("its 21<sup>st</sup> ship", "its 21st ship"),
        ("$5<sup>.99</sup> each", "$5.99 each"),
        ("CO<sub>2</sub> fell, 40 m<sup>2</sup>", "CO₂ fell, 40 m²"),
        ("5.3 million<sup>a</sup> and 12%<sup>b</sup>", "5.3 million[a] and 12%[b]"),
        ("$5<sup>*</sup> for M<sup>me</sup> Roux, Box<sup>TM</sup>", "$5[*] for Mme Roux, BoxTM"),
    ],
)  # fmt: skip
def test_what_is_raised_or_lowered_does_not_touch_a_figure(source: str, text: str) -> None:
    assert _text(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<math><msup><mn>10</mn><mn>9</mn></msup></math> bytes", "10⁹ bytes"),
        ("<math><msup><mi>x</mi><mi>kl</mi></msup></math>", "x^(kl)"),
        ("<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> of it", "1/2 of it"),
        ("<math><mrow><mn>5.3</mn><mo>+</mo><mn>2</mn></mrow></math>", "5.3+2"),
        ("<math><mn>5</mn><mn>3</mn></math>", "5 3"),
        ("53<math><mn>2</mn></math>", "53 2"),
        ("<math><semantics><mn>7</mn><annotation>7_tex</annotation></semantics></math> a", "7 a"),
        ("<ruby>53<rt>2</rt></ruby> million", "53(2) million"),
        ("<ruby>53<rp>(</rp><rt>2</rt><rp>)</rp></ruby> million", "53(2) million"),
    ],
)
def test_formulas_and_readings_are_written_in_a_line(source: str, text: str) -> None:
    assert _text(source) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("at <time>9:30</time> it was <data value=5>5.3</data> up", "at 9:30 it was 5.3 up"),
        ("$<span>5</span>.<b>3</b> billion", "$5.3 billion"),
        ("5<span class='sr-only'> percent</span>", "5 percent"),
        ("<nobr>5.3 billion</nobr>", "5.3 billion"),
        ("5&nbsp;300&nbsp;000 and 5&#8239;300 euros", "5 300 000 and 5 300 euros"),
        ("5&#46;3 &euro;, &#53;&#51; &pound;", "5.3 €, 53 £"),
        ("&minus;5.3%, 5&ndash;6%, 1&frac12; times", "−5.3%, 5–6%, 1½ times"),
        ("53\u200b0 tons, 5&shy;300 tons, 5<wbr>300 tons", "530 tons, 5300 tons, 5300 tons"),
        ("a<!-- 7 -->b, 5<!-- 9 -->3", "ab, 53"),
        ("5<span hidden>9</span>3, 5<noscript>9</noscript>3", "53, 53"),
        ("5.3<span style='display:none'>999</span> billion", "5.3 billion"),
        ("5<script>var a = 5</script>3, 5<object>9</object>3", "53, 53"),
        ("one<br>two", "one\ntwo"),
        ("5,<br>300", "5,\n300"),
        ("rose <del>5</del><ins>6</ins>%", "rose 6%"),
        ("<s>$9.90</s> <strike>$9</strike> $7.90", "$7.90"),
        ("<span style='text-decoration:line-through'>$9.90</span> $7.90", "$7.90"),
        ("<table><tr><td>5</td><td>3</td></tr><tr><td>1<td>2</table>", "5 | 3\n1 | 2"),
        ("<table><tr><th>A<sup>1</sup></th><td>5<sup>a</sup></td></tr></table>", "A¹ | 5[a]"),
        ("<table><tr><td colspan=2>5</td></tr></table>", "5"),
        ("<table><tr><td><a href=/x>5.3</a></td><td><p>6</p></td></tr></table>", "5.3\n6"),
        ("<ul><li>5</li><li><span>3</span></li><li><p>4</p></li></ul>", "5\n3\n4"),
        ("<dl><dt>Sales<dd>5<dt>Profit<dd>3</dl>", "Sales\n5\nProfit\n3"),
        ("<div class='number'>53</div><div>million</div>", "53\nmillion"),
        ("<pre>5 300\n6</pre>", "5 300 6"),
        ("<figure><figcaption>5 ships</figcaption></figure><aside>6</aside>", "5 ships\n6"),
        ("<details><summary>5</summary>3</details>", "5\n3"),
        ("Up <button>5.3</button> percent", "Up\n5.3\npercent"),
    ],
)  # fmt: skip
def test_numbers_stay_what_they_were(source: str, text: str) -> None:
    assert _text(source) == text


_INLINE = st.sampled_from(
    ["span", "b", "i", "em", "a", "data", "time", "ins", "font", "u", "mark", "nobr", "abbr"]
)
_NOTHING = st.sampled_from(
    [
        *("", "<wbr>", "&shy;", "\u200b", "\u2060", "<!-- 9 -->", "<i></i>", "<script>9</script>"),
        *("<span hidden>9</span>", "<noscript>9</noscript>"),
        "<span style='display: none'>9</span>",
    ]
)
_NUMBERS = st.sampled_from(["5", "53", "5.3", "5,300,000", "$1.25", "12%", "1,000.5", "−4"])
_NOTES = st.sampled_from(["2", "12", "a", "*", "2,3", "[4]", "†"])


def test_a_superscript_of_many_elements_is_read_as_it_stands() -> None:
    assert _text(f"5 {'<sup><b>' * 700}note") == "5 note"


@given(_NUMBERS, st.lists(st.tuples(_INLINE, _NOTHING), min_size=9, max_size=9))
def test_markup_inside_a_number_leaves_it_whole(number: str, markup: list[tuple[str, str]]) -> None:
    signs = [
        f"{nothing}<{tag}>{sign}</{tag}>"
        for sign, (tag, nothing) in zip(number, markup, strict=False)
    ]
    assert _text(f"up {''.join(signs)} in May") == f"up {number} in May"


@given(_NUMBERS, _NOTES, st.sampled_from(["sup", "sub"]), st.lists(_INLINE, max_size=3))
def test_no_note_is_ever_glued_to_a_number(
    number: str, note: str, tag: str, around: list[str]
) -> None:
    inner = note
    for name in around:
        inner = f"<{name}>{inner}</{name}>"
    before, found, behind = _text(f"up {number}<{tag}>{inner}</{tag}> in May").partition(number)
    assert (before, found) == ("up ", number)
    assert behind.endswith(" in May")
    assert not behind[0].isascii() or behind[0] in "[ "


@given(
    st.lists(_NUMBERS, min_size=2, max_size=5),
    st.sampled_from(
        [
            "<p>{}</p>",
            "<li>{}</li>",
            "<td>{}</td>",
            "<div>{}</div>",
            "{}<br>",
            "<dd>{}</dd>",
            "<h2>{}</h2>",
            "<figcaption>{}</figcaption>",
            "<th>{}</th>",
            "<blockquote>{}</blockquote>",
        ]
    ),
    st.booleans(),
)
def test_numbers_of_two_blocks_are_never_one(numbers: list[str], block: str, table: bool) -> None:
    cells = "".join(block.format(number) for number in numbers)
    page = f"<table><tr>{cells}</tr></table>" if table else cells
    assert _text(page).replace(" | ", " ").split() == numbers
