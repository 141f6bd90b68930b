"""Write the generated parts of the docs: every `--help`, and the tables of fields.

    python tools/docs.py [--check]

A generated part stands between `<!-- begin: KIND NAME -->` and `<!-- end -->`. KIND is `help` (of a
command), `fields` (of a model) or `settings` (the keys of the config file, without a name). With
`--check` nothing is written; stale files are named and the exit code is 1.
"""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import summarizer.models
from summarizer import settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic import BaseModel

ROOT = Path(__file__).resolve().parent.parent
PART = re.compile(
    r"(?P<begin><!-- begin: (?P<kind>help|fields|settings)(?P<name>[\w ]*) -->\n)"
    r".*?(?P<end><!-- end -->)",
    re.DOTALL,
)
DECIMAL = re.compile(r"\^-\?\[0-9\]")

MEANINGS = {
    "article": "The cleaned document that everything else was checked against.",
    "basis": "Whether the article states it as done, as a forecast, or as a rumour.",
    "byline": "Who wrote it, as the page says.",
    "cached": "Whether no request was sent because the answer was known.",
    "clean_chars": "Length of `text`.",
    "comparator": "How the true value relates to `value`; null is exact.",
    "direction": "Whether something went up or down by, or to, this amount.",
    "end": "Offset after the last code point.",
    "engine": "What made the draft.",
    "entity": "Whom or what it is about, as the article says.",
    "error": "What went wrong.",
    "evidence": "The words of the article that carry it, with their place.",
    "figures": "Amounts of the article, each with the place where it stands.",
    "findings": "What each check found.",
    "headline": "One line.",
    "id": "Names the article in this run.",
    "importance": "How much it matters in this article.",
    "input_tokens": "Summed over every attempt; null where unknown.",
    "key_points": "What a reader should know, each with its evidence.",
    "kind": "What sort of number it is.",
    "length": "Code points.",
    "message": "The line that was also said on stderr: what, why, and the way out.",
    "metric": "What is measured, in a few words of the article.",
    "name": "For people.",
    "period": "When, as the article says.",
    "prompt": "Which prompt the model was given; null for the rules engine.",
    "provenance": "How this summary came to be.",
    "quote": "Words of the article, verbatim.",
    "reason": "Why, in words.",
    "rejected": "Claims that the article does not support, and why: nothing here is a fact.",
    "removed": "What of the page was cut, in order.",
    "sha256": "Of the prompt's whole text: for certainty.",
    "site": "The publication, as the page says.",
    "source": 'A path, a URL, "-" for standard input, "text" for a string.',
    "start": "Offset of the first code point.",
    "status": "See [statuses](#statuses).",
    "summarizer_version": "Which release made it.",
    "summary": "Two or three sentences.",
    "text": "The words themselves.",
    "title": "As the page gives it.",
    "verdict": "`unsupported` as soon as one number is.",
    "version": "For people.",
    "warnings": "What a reader should know before trusting it.",
}
"""What the fields mean that need no words of their own in the code."""


def help_of(command: str) -> str:
    """The help of a command at 80 columns, as a console block."""
    words = command.split()
    done = subprocess.run(
        [sys.executable, "-m", "summarizer", *words, "--help"],
        check=True,
        capture_output=True,
        env=os.environ | {"COLUMNS": "80", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"},
        encoding="utf-8",
    )
    lines = [line.rstrip() for line in done.stdout.rstrip().splitlines()]
    return "\n".join(["", "```text", *lines, "```", "", ""])


def type_of(schema: dict[str, Any]) -> str:
    """A JSON Schema as a few words."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in schema:
        return " or ".join(type_of(option) for option in schema["anyOf"])
    if "const" in schema:
        return f"`{schema['const']}`"
    if "enum" in schema:
        return " · ".join(f"`{value}`" for value in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {type_of(schema['items'])}"
    if DECIMAL.match(schema.get("pattern", "")):
        return "decimal string"
    if str(schema.get("format", "")).startswith("date"):
        return {"date": "ISO 8601 date", "date-time": "ISO 8601 date and time"}[schema["format"]]
    return str(schema["type"])


def fields_of(name: str) -> str:
    """The fields of a model as a table.

    Raises:
        KeyError: a field has no meaning, neither in the code nor in `MEANINGS`.
    """
    model: type[BaseModel] = getattr(summarizer.models, name)
    properties = model.model_json_schema(mode="serialization")["properties"]
    rows = ["| field | type | means |", "|---|---|---|"]
    for field, schema in properties.items():
        meaning = " ".join((schema.get("description") or MEANINGS[field]).split())
        rows.append(f"| `{field}` | {type_of(schema)} | {meaning} |")
    return "\n".join(["", *rows, "", ""])


def settings_of(_: str = "") -> str:
    """The keys of the config file as a table; what they mean stands in the code."""
    tree = ast.parse(Path(settings.__file__).read_text(encoding="utf-8"))
    body = next(
        node.body
        for node in tree.body
        if isinstance(node, ast.ClassDef) and node.name == "Settings"
    )
    rows = ["| key | default | means |", "|---|---|---|"]
    for field, words in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            assert isinstance(words, ast.Expr)
            name = field.target.id
            default = getattr(settings.Settings(), name)
            shown = "" if default is None else f"`{json.dumps(default, default=str)}`"
            meaning = " ".join(ast.literal_eval(words.value).split())
            rows.append(f"| `{name}` | {shown} | {meaning} |")
    return "\n".join(["", *rows, "", ""])


def generated(text: str) -> str:
    """`text` with every generated part written anew."""

    def part(found: re.Match[str]) -> str:
        maker = {"help": help_of, "fields": fields_of, "settings": settings_of}[found["kind"]]
        return f"{found['begin']}{maker(found['name'].strip())}{found['end']}"

    return PART.sub(part, text)


def stale(root: Path = ROOT) -> Iterator[tuple[Path, str]]:
    """The files whose generated parts are not what they should be, with what they should be."""
    for path in [root / "README.md", *sorted((root / "docs").glob("*.md"))]:
        text = path.read_text(encoding="utf-8")
        if (wanted := generated(text)) != text:
            yield path, wanted


def main(argv: Sequence[str]) -> int:
    """Write, or with `--check` name, what is stale."""
    found = list(stale())
    for path, wanted in found:
        name = path.relative_to(ROOT).as_posix()
        if "--check" in argv:
            print(f"{name}: stale; run make docs")
        else:
            path.write_text(wanted, encoding="utf-8")
            print(f"{name}: written")
    return 1 if found and "--check" in argv else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
