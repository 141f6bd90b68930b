"""Reading the golden set from its folders: every fault in one pass, a line each."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

from pydantic import ValidationError

from summarizer.articles import Document
from summarizer.errors import GoldenError
from summarizer.evals.golden import ARTICLE_NAMES, GoldenCase, GoldenSet
from summarizer.models import Model

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarizer.evals.golden import GoldenFigure

GOLDEN = Path("evals/golden")
SETS = Path("evals/sets")
EXPECTED = "expected.yaml"
M = TypeVar("M", bound=Model)
_HINTS: dict[str, Literal["html", "text", "markdown"]] = {
    ".html": "html",
    ".txt": "text",
    ".md": "markdown",
}


class Fault(NamedTuple):
    """What is wrong with the golden set: where, and why."""

    path: Path
    field: str
    why: str

    def __str__(self) -> str:
        parts = (str(self.path), self.field, " ".join(self.why.split()))
        return ": ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Case:
    """A golden case with its article's bytes.

    Attributes:
        golden: What is expected.
        folder: Where it stands.
        article: The article's file.
        content: Its bytes.
    """

    golden: GoldenCase
    folder: Path
    article: Path
    content: bytes = field(repr=False)

    @property
    def id(self) -> str:
        """The case's id."""
        return self.golden.id

    @property
    def figures(self) -> tuple[GoldenFigure, ...]:
        """The expected figures."""
        return self.golden.figures

    def document(self) -> Document:
        """The article as it arrives, with nothing said about it."""
        hint = _HINTS[self.article.suffix]
        return Document(source=str(self.article), content=self.content, id=self.id, hint=hint)


@dataclass(frozen=True, slots=True)
class GoldenData:
    """Golden cases, sorted by id, with the sets that some of them belong to."""

    cases: tuple[Case, ...] = field(repr=False)
    sets: tuple[GoldenSet, ...] = field(default=(), repr=False)

    @property
    def expected(self) -> int:
        """How many figures are expected."""
        return sum(len(case.figures) for case in self.cases)

    def sha256(self) -> str:
        """The identity of the cases: every article's bytes and everything that is expected.

        The layout of the YAML does not count, nor do the sets.
        """
        digest = hashlib.sha256()
        for case in self.cases:
            record = case.golden.model_dump(mode="json", exclude={"draft"})
            record["article"] = [case.article.name, hashlib.sha256(case.content).hexdigest()]
            line = json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
            digest.update(line.encode("utf-8", "surrogatepass") + b"\n")
        return digest.hexdigest()

    def select(
        self,
        *,
        split: str | None = None,
        subjects: Iterable[str] = (),
        ids: Iterable[str] = (),
    ) -> GoldenData:
        """The cases of a split, of subjects, and whose id begins with one of `ids`.

        Raises:
            GoldenError: an id or a subject fits no case, or no case is left.
        """
        subjects, ids = tuple(subjects), tuple(ids)
        for given, fits in (
            *((name, any(c.golden.subject == name for c in self.cases)) for name in subjects),
            *((name, any(c.id.startswith(name) for c in self.cases)) for name in ids),
        ):
            if not fits:
                raise GoldenError("no golden case fits", subject=given)
        kept = tuple(
            case
            for case in self.cases
            if (split is None or case.golden.split == split)
            and (not subjects or case.golden.subject in subjects)
            and (not ids or case.id.startswith(ids))
        )
        if not kept:
            raise GoldenError(
                "no golden case is left after the filters", way_out="Take a wider choice"
            )
        return GoldenData(kept, self.sets)


class Found(NamedTuple):
    """What was read, and every fault on the way."""

    data: GoldenData
    faults: tuple[Fault, ...]


def load_golden(folder: Path = GOLDEN) -> GoldenData:
    """Read the golden set; the sets are those in `sets/` beside its folder.

    Raises:
        GoldenError: it is not there or empty, or something in it is wrong; all faults are named.
    """
    found = read_golden(folder)
    if found.faults:
        raise _unusable(found.faults)
    drafts = [case.folder for case in found.data.cases if case.golden.draft]
    if drafts:
        raise GoldenError(
            "is a draft that nobody has corrected yet",
            subject=str(drafts[0]),
            way_out="Correct it, remove its line 'draft: true', run 'summarizer evals lint'",
        )
    return found.data


def read_golden(folder: Path = GOLDEN) -> Found:
    """Read as much as can be read.

    Raises:
        GoldenError: there is no such folder, or no case in it.
    """
    try:
        folders = sorted(path for path in folder.iterdir() if path.is_dir())
    except OSError as error:
        raise GoldenError(
            f"no golden set here ({(error.strerror or str(error)).lower()})",
            subject=str(folder),
            way_out="Run it where evals/golden is, or give --golden DIR",
        ) from error
    if not folders:
        raise GoldenError(
            "the golden set is empty",
            subject=str(folder),
            way_out="Draft a case with 'summarizer evals add FILE'",
        )
    faults: list[Fault] = []
    cases = [case for path in folders if (case := read_case(path, faults))]
    sets = tuple(_read_sets(folder.parent / SETS.name, faults))
    return Found(GoldenData(tuple(sorted(cases, key=lambda c: c.id)), sets), tuple(faults))


def read_case(folder: Path, faults: list[Fault]) -> Case | None:
    """Read the case of a folder; what is wrong goes into `faults`, and None comes back."""
    before = len(faults)
    path = folder / EXPECTED
    golden = _read_model(path, GoldenCase, faults)
    names = sorted(item.name for item in folder.iterdir())
    faults += [
        Fault(folder / name, "", "does not belong in a golden case")
        for name in names
        if name != EXPECTED and name not in ARTICLE_NAMES
    ]
    articles = [name for name in names if name in ARTICLE_NAMES]
    if len(articles) != 1:
        why = f"needs exactly one of {', '.join(ARTICLE_NAMES)}"
        faults.append(Fault(folder, "", why))
    if golden is None or len(faults) > before:
        return None
    if golden.id != folder.name:
        faults.append(Fault(path, "id", f"is '{golden.id}', and the folder is '{folder.name}'"))
    if not golden.id.startswith(f"{golden.subject.replace('_', '-')}-"):
        faults.append(Fault(path, "id", f"does not begin with its subject '{golden.subject}'"))
    article = folder / articles[0]
    if golden.input not in ARTICLE_NAMES[article.name]:
        faults.append(Fault(path, "input", f"is '{golden.input}', and the file {article.name}"))
    return Case(golden, folder, article, article.read_bytes())


def _read_sets(folder: Path, faults: list[Fault]) -> Iterator[GoldenSet]:
    if not folder.is_dir():
        return
    for path in sorted(folder.glob("*.yaml")):
        found = _read_model(path, GoldenSet, faults)
        if found is None:
            continue
        if found.id != path.stem:
            faults.append(Fault(path, "id", f"is '{found.id}', and the file is '{path.name}'"))
        yield found


def _read_model(path: Path, model: type[M], faults: list[Fault]) -> M | None:
    try:
        content = read_yaml(path)
    except GoldenError as error:
        faults.append(Fault(path, "", error.cause))
        return None
    try:
        return model.model_validate(content)
    except ValidationError as error:
        faults.extend(Fault(path, *_told(one, content)) for one in error.errors())
        return None


def _told(error: Any, content: Any) -> tuple[str, str]:  # noqa: ANN401 - a pydantic error
    """The field and the reason of a validation error, figures by their id."""
    place: Any = content
    words: list[str] = []
    for step in error["loc"]:
        if isinstance(step, int):
            place = place[step] if isinstance(place, list) and step < len(place) else None
            named = place.get("id") if isinstance(place, dict) else None
            words[-1:] = [f"{words[-1]}[{named or step}]"] if words else [str(step)]
        else:
            place = place.get(step) if isinstance(place, dict) else None
            words.append(str(step))
    why = {"extra_forbidden": "unknown key", "missing": "missing"}.get(error["type"])
    return ".".join(words), why or error["msg"].removeprefix("Value error, ")


def read_yaml(path: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    """The content of a YAML file in which no key stands twice.

    Raises:
        GoldenError: it cannot be read.
    """
    import yaml

    try:
        return yaml.load(path.read_text(encoding="utf-8"), _strict_loader())  # noqa: S506 - safe
    except FileNotFoundError as error:
        raise GoldenError("no such file", subject=str(path)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise GoldenError(f"cannot be read ({error})", subject=str(path)) from error
    except yaml.YAMLError as error:
        raise GoldenError(f"not YAML: {_one_line(error)}", subject=str(path)) from error


def _strict_loader() -> Any:  # noqa: ANN401 - a class that yaml makes
    """The safe loader, fast where the C library is there, that refuses a key given twice."""
    import yaml

    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Strict(base):  # type: ignore[misc]  # one of two classes
        def construct_mapping(self, node: Any, deep: bool = False) -> Any:  # noqa: ANN401, FBT001, FBT002
            keys = [getattr(key, "value", None) for key, _ in node.value]
            for key in keys:
                if keys.count(key) > 1:
                    raise yaml.constructor.ConstructorError(
                        None, None, f"'{key}' stands twice", node.start_mark
                    )
            return super().construct_mapping(node, deep)

    return Strict


def _one_line(error: Any) -> str:  # noqa: ANN401 - a YAMLError, which has no common fields
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or " ".join(str(error).split())
    return f"line {mark.line + 1}: {what}" if mark else str(what)


def _unusable(faults: tuple[Fault, ...]) -> GoldenError:
    more = f" (and {len(faults) - 1} more faults)" if len(faults) > 1 else ""
    first = faults[0]
    why = f"{first.field}: {first.why}" if first.field else first.why
    return GoldenError(
        f"{why}{more}", subject=str(first.path), way_out="Run 'summarizer evals lint' for all"
    )
