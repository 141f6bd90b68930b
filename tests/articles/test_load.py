"""Inputs to documents: files, folders, standard input, JSONL, and what goes wrong with each."""

import io
import json
import logging
import os
from pathlib import Path

import pytest

from summarizer.articles import Document, clean, document_of, iter_documents
from summarizer.errors import DecodeError, InputError, NoArticleError, TooLargeError
from summarizer.settings import Settings

SETTINGS = Settings(max_bytes=500)


def _read(*inputs: object, **options: object) -> list[Document | InputError]:
    return list(iter_documents(map(str, inputs), settings=SETTINGS, **options))


def test_a_file_is_a_document_named_by_its_stem(tmp_path: Path) -> None:
    (tmp_path / "deal.html").write_bytes(b"<p>x</p>")
    [document] = _read(tmp_path / "deal.html")
    assert document == Document(str(tmp_path / "deal.html"), b"<p>x</p>", "deal", "html")


def test_a_folder_gives_its_articles_in_order_and_says_what_it_skipped(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("b.txt", "a.md", "sub/c.HTM", "chart.png", ".hidden.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("text")
    with caplog.at_level(logging.WARNING):
        found = _read(tmp_path)
    assert [document.id for document in found] == ["a", "b", "c"]
    assert "skipped 1 files of other kinds: chart.png" in caplog.text


def test_two_files_of_one_name_get_different_ids(tmp_path: Path) -> None:
    for folder in ("x", "y", "z"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text("text")
    assert [document.id for document in _read(tmp_path)] == ["a", "a-2", "a-3"]


def test_each_input_that_fails_comes_out_as_an_error_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "big.txt").write_text("x" * 501)
    (tmp_path / "none").mkdir()
    (tmp_path / "good.txt").write_text("Sales rose.")
    missing, empty, big, none, good = _read(
        *(tmp_path / name for name in ("missing.txt", "empty.txt", "big.txt", "none", "good.txt"))
    )
    assert isinstance(missing, InputError)
    assert missing.cause == "no such file or folder"
    assert missing.subject == str(tmp_path / "missing.txt")
    assert missing.way_out
    assert isinstance(empty, NoArticleError)
    assert isinstance(big, TooLargeError)
    assert "no articles in this folder" in str(none)
    assert isinstance(good, Document)


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("ftp://example.com/y", "ftp: addresses are not read"),
        ("FILE:///a.txt", "file: addresses are not read"),
        ("file:/etc/hosts", "file: addresses are not read"),
        ("data:text/html,<p>Sales_rose_5%", "data: addresses are not read"),
        ("javascript:alert(1)", "javascript: addresses are not read"),
        ("https://", "not a whole address without white space"),
        ("https://example.com/a b", "not a whole address without white space"),
    ],
)
def test_an_address_that_is_not_read_is_kept_and_its_scheme_named(name: str, cause: str) -> None:
    [error] = _read(name)
    assert isinstance(error, InputError)
    assert (error.subject, error.cause) == (name, cause)
    assert error.way_out == "Give an http:// or https:// address, or the path of a file"


def test_a_long_address_that_is_not_read_is_shown_in_part() -> None:
    [error] = _read("data:text/html;base64," + "A" * 5000)
    assert isinstance(error, InputError)
    assert len(str(error)) < 300


def test_a_pdf_is_told_and_what_to_do_with_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.7 \x00\x01")
    [document] = _read(tmp_path / "a.txt")
    assert isinstance(document, Document)
    with pytest.raises(DecodeError, match=r"looks like a PDF.*Save its text and give that"):
        clean(document)


@pytest.mark.parametrize("barred", ["", "sub"])
@pytest.mark.parametrize("call", ["scandir", "stat"])
def test_a_folder_that_may_not_be_read_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, barred: str, call: str
) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.txt").write_text("text")
    (tmp_path / "z.txt").write_text("text")
    shut = str(tmp_path / barred)
    real = getattr(os, call)

    def refuse(path: object, *rest: object, **options: object) -> object:
        inside = str(path) == shut if call == "scandir" else f"{shut}/" in str(path)
        if inside:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *rest, **options)

    monkeypatch.setattr(os, call, refuse)
    found = _read(tmp_path)
    monkeypatch.undo()
    errors = [one for one in found if isinstance(one, InputError)]
    assert (errors[0].subject, errors[0].cause) == (shut, "cannot be read (permission denied)")
    assert [one.id for one in found if isinstance(one, Document)] == (["z"] if barred else [])


def test_standard_input_is_one_document() -> None:
    [document] = _read("-", stdin=io.BytesIO(b"Sales rose."), raw=True)
    assert document == Document("-", b"Sales rose.", "stdin", raw=True)


def test_jsonl_gives_a_document_a_line_and_goes_on_after_a_bad_one(tmp_path: Path) -> None:
    rows = [
        {"id": "a", "text": "Sales rose.", "title": "T", "published": "2026-03-04", "lang": "en"},
        {"id": "b", "html": "<p>x</p>", "url": "https://example.com/b"},
        {"id": 7, "text": "Number as id."},
        {"id": "a", "text": "The same id again."},
    ]
    path = tmp_path / "batch.jsonl"
    path.write_text("\n".join(["{bad", "", *map(json.dumps, rows)]))
    error, first, second, third, fourth = _read(path)
    assert isinstance(error, InputError)
    assert error.subject == f"{path}:1"
    assert isinstance(first, Document)
    assert (first.id, first.source, first.content) == ("a", f"{path}:3", "Sales rose.")
    assert (first.title, first.published, first.language) == ("T", "2026-03-04", "en")
    assert isinstance(second, Document)
    assert (second.hint, second.url) == ("html", "https://example.com/b")
    assert [third.id, fourth.id] == ["7", "a"]


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("[1]", "not a JSON object"),
        ('{"text": "x"}', "no 'id'"),
        ('{"id": "", "text": "x"}', "no 'id'"),
        ('{"id": "a"}', "neither 'text' nor 'html'"),
        ('{"id": "a", "text": "x", "html": "y"}', "both 'text' and 'html'"),
        ('{"id": "a", "text": 5}', "'text' must be a string"),
        ('{"id": "a", "text": " "}', "'text' is empty"),
        ('{"id": "a", "text": "x", "title": 5}', "'title' must be a string"),
        ("[" * 400, "not JSON"),
        ('{"id": "a", "text": "' + "x" * 500 + '"}', "larger than the limit"),
    ],
)
def test_a_bad_line_says_what_is_wrong_with_it(line: str, cause: str) -> None:
    stream = io.BytesIO(f'{line}\n{{"id": "z", "text": "next"}}\n'.encode())
    error, following = _read("-", jsonl_stdin=True, stdin=stream)
    assert isinstance(error, InputError)
    assert cause in error.cause
    assert error.subject == "-:1"
    assert isinstance(following, Document)


def test_lines_that_are_all_empty_are_said_to_be() -> None:
    stream = io.BytesIO(b"\n" * 10_000)
    (error,) = _read("-", jsonl_stdin=True, stdin=stream)
    assert isinstance(error, NoArticleError)
    assert "it is empty" in str(error)


def test_jsonl_on_standard_input_is_answered_line_by_line() -> None:
    class Lines(io.RawIOBase):
        read_so_far = 0

        def readline(self, size: int = -1) -> bytes:
            self.read_so_far += 1
            return b'{"id": "a", "text": "x"}\n' if self.read_so_far < 9 else b""

    stream = Lines()
    documents = iter_documents(["-"], settings=SETTINGS, jsonl_stdin=True, stdin=stream)
    next(documents)
    assert stream.read_so_far == 1


def test_a_library_input_is_read_by_its_type(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Sales rose.")
    assert document_of(path, settings=SETTINGS).content == b"Sales rose."
    text = document_of("Sales rose.", settings=SETTINGS)
    assert (text.source, text.content, len(text.id)) == ("text", "Sales rose.", 12)
    assert document_of(b"Sales rose.", settings=SETTINGS).content == b"Sales rose."
    assert document_of(text, settings=SETTINGS) is text
    with pytest.raises(InputError, match="no such file"):
        document_of(tmp_path / "b.txt", settings=SETTINGS)
    assert document_of("see https://example.com now", settings=SETTINGS).source == "text"


def test_a_damaged_gzip_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x1f\x8b\x08 not really")
    [error] = _read(tmp_path / "a.txt")
    assert isinstance(error, DecodeError)
