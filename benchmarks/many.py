"""What many articles cost: CPU and wall time beside the bare clients, memory, faults.

    python benchmarks/many.py [--articles N] [--at N] [--memory N] [--faults N] [--profile]

Each way runs in a process of its own against one server with 200 ms of latency, 64 at once, the
same 5,000-character article and the same answer with eight figures. Ratios are within one run.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from summarizer import Article, Document, Failure, Settings, Summarizer, clean
from summarizer.testing import ScriptedServer, Unreliable, scripted_answer

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

HERE = Path(__file__).parent
AMOUNTS = 8
WAYS = {
    "openai": "bare openai client",
    "instructor": "bare Instructor",
    "layer": "our call layer",
    "whole": "our whole pipeline",
    "workers": "with two processes beside",
    "auto": "the same, --concurrency auto",
}


def text_of(number: int, size: int = 5000) -> str:
    """An article of about `size` characters, about 30 figures in 5,000; no two are the same."""
    lines = ["Tarn Ceramics said on Monday that sales rose 11% to $1.2 million in the first half."]
    index = 1
    while sum(map(len, lines)) < size:
        lines.append(
            "The maker of roof tiles lowered its prices in the north, where builders had waited "
            "for the spring, and closed a kiln that had stood still for most of the year. Its "
            "chief executive told reporters that demand from farmers was as strong as ever."
        )
        lines.append(
            f"Sales in region {index} rose {index + 11}% to ${index}.{index % 10} million, and "
            "the company said that it would hire there.\n\n"
        )
        index += 1
    return " ".join([*lines, f"It opened {number + 2} shops in the week."])


def answer(size: int = 5000) -> dict[str, object]:
    """A good answer to every article of this size."""
    article = clean(text_of(0, size), settings=Settings())
    if size < 1000:
        first = article.sentence(1).strip()
        points = [{"text": first, "sentence": "S1"}]
        return {"headline": first, "summary": first, "key_points": points, "figures": []}
    return scripted_answer(article, [f"{index + 11}%" for index in range(AMOUNTS)])


async def gathered(one: Callable[[int], Awaitable[object]], count: int, at: int) -> None:
    limit = asyncio.Semaphore(at)

    async def held(number: int) -> None:
        async with limit:
            await one(number)

    await asyncio.gather(*map(held, range(count)))


def messages(article: Article) -> list[dict[str, str]]:
    from summarizer.engines.prompts import load_prompt

    system, user = load_prompt("summarize", Settings()).render(article)
    return [{"role": "system", "content": system}, {"role": "user", "content": user}]


async def bare(way: str, url: str, count: int, at: int) -> None:
    import openai

    from summarizer.engines.llm.wire import WireAnswer, strict_schema

    sent = messages(clean(text_of(0), settings=Settings()))
    schema = {"name": "summary", "strict": True, "schema": strict_schema()}
    async with openai.AsyncOpenAI(base_url=url, api_key="k", max_retries=0) as client:

        async def plain(_: int) -> None:
            await client.chat.completions.create(
                model="bench-1",
                messages=sent,
                response_format={"type": "json_schema", "json_schema": schema},
                max_completion_tokens=4096,
            )

        if way == "instructor":
            import instructor

            wrapped = instructor.from_openai(client)

            async def asked(_: int) -> None:
                await wrapped.chat.completions.create(
                    model="bench-1",
                    messages=sent,
                    response_model=WireAnswer,
                    max_completion_tokens=4096,
                )

            await gathered(asked, count, at)
        else:
            await gathered(plain, count, at)


def content(_: object) -> tuple[str, ...]:
    """A judge that finds nothing wrong."""
    return ()


async def layer(url: str, count: int, at: int) -> None:
    from summarizer.engines.llm import LLMEngine
    from summarizer.engines.prompts import load_prompt

    article = clean(text_of(0), settings=Settings())
    settings = Settings(base_url=url, concurrency=at)
    prompt = load_prompt("summarize", settings)
    async with LLMEngine("openai/bench-1", settings=settings, prompt=prompt) as engine:

        async def one(_: int) -> None:
            await engine.adraft(article, content)

        await gathered(one, count, at)


def whole(
    url: str, count: int, at: int | Literal["auto"], size: int = 5000, workers: int = 0
) -> None:
    settings = Settings(base_url=url, concurrency=at, workers=workers)
    documents = (Document("x", text_of(n, size), f"a{n}") for n in range(count))
    written = 0
    with Summarizer("openai/bench-1", settings=settings) as summarizer:
        for result in summarizer.map(documents):
            if isinstance(result, Failure):
                raise SystemExit(result.error.message)
            written += len(result.model_dump_json())


def child(way: str, url: str, count: int, at: int) -> None:
    """One way, timed without its imports; prints CPU and wall seconds and the peak of memory."""

    def run(number: int) -> None:
        if way in {"openai", "instructor"}:
            asyncio.run(bare(way, url, number, at))
        elif way == "layer":
            asyncio.run(layer(url, number, at))
        elif way == "small":
            whole(url, number, at, 80)
        else:
            way_at = "auto" if way == "auto" else at
            whole(url, number, way_at, workers=0 if way == "whole" else 2)

    run(8)
    started, cpu = time.perf_counter(), seconds()
    run(count)
    spent = seconds() - cpu, time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if way in {"workers", "auto"}:  # of the largest child: there are two, about alike
        peak += 2 * resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(json.dumps([*spent, peak]))


def seconds() -> float:
    """CPU time of this process and of the children that it has waited for."""
    spent = time.process_time()
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent + children.ru_utime + children.ru_stime


@contextmanager
def server(seconds: float, size: int = 5000) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answer.json"
        path.write_text(json.dumps(answer(size)), encoding="utf-8")
        command = [sys.executable, str(HERE / "servers" / "model.py"), str(path), str(seconds)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            yield process.stdout.readline().strip()
            process.terminate()


def measured(way: str, url: str, count: int, at: int) -> tuple[float, float, float]:
    command = [sys.executable, __file__, "--child", way, url, str(count), str(at)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    cpu, wall, peak = json.loads(done.stdout)
    return cpu, wall, peak


def speed(count: int, at: int) -> None:
    print(f"{count:,} articles of 5,000 characters, {at} at once, answers after 200 ms")
    with server(0.2) as url:
        found = {way: measured(way, url, count, at) for way in WAYS}
    for way, (cpu, wall, peak) in found.items():
        print(
            f"  {WAYS[way]:26} {cpu / count * 1000:6.2f} ms CPU an article"
            f" {cpu / found['instructor'][0]:5.2f} of Instructor   {wall:6.2f} s"
            f" {wall / found['openai'][1]:5.2f} of openai   {peak:5.0f} MB"
        )


def memory(count: int) -> None:
    with server(0.0, 80) as url:
        for number in (max(100, count // 10), count):
            cpu, wall, peak = measured("small", url, number, 64)
            print(
                f"  {number:,} small articles: {peak:.0f} MB at most, {wall:.0f} s, {cpu:.0f} s CPU"
            )


def faults(count: int) -> None:
    """The tally of a run in which a third of all requests fails, stalls cut by the time-out."""
    model = Unreliable(rate=0.3, seed=1, stall=60, retry_after=0.2, seconds=0.05)
    with ScriptedServer(model) as running:
        settings = Settings(base_url=running.base_url, timeout=3, attempts=5, concurrency=64)
        documents = [Document("x", text_of(n, 80), f"a{n}") for n in range(count)]
        started = time.perf_counter()
        with Summarizer("openai/x", settings=settings, api_key="k") as summarizer:
            results = list(summarizer.map(documents))
        seconds = time.perf_counter() - started
        sent = len(running.requests)
    kinds: dict[str, int] = {}
    attempts = tokens = 0
    for result in results:
        failed = isinstance(result, Failure)
        name = result.error.type if isinstance(result, Failure) else "summary"
        kinds[name] = kinds.get(name, 0) + 1
        made = result.spent if isinstance(result, Failure) else result.provenance
        if made is None:
            raise SystemExit(f"{result.id}: nothing was asked, failed: {failed}")
        attempts += made.attempts
        tokens += (made.input_tokens or 0) + (made.output_tokens or 0)
    print(f"{count:,} articles, 30% faults, {seconds:.0f} s")
    print(f"  server: {dict(sorted(model.kinds.items()))}")
    print(f"  ours:   {dict(sorted(kinds.items()))}")
    print(
        f"  requests {attempts:,} of the server's {sent:,}, tokens {tokens:,} of {model.tokens:,}"
    )


def main() -> None:
    if len(sys.argv) > 1 and sys.argv[1] == "--child":
        child(sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5]))
        return
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--at", type=int, default=64)
    parser.add_argument("--memory", type=int, default=10_000)
    parser.add_argument("--faults", type=int, default=1000)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    if options.profile:
        import cProfile
        import pstats

        with server(0.0) as url:
            profile = cProfile.Profile()
            profile.enable()
            asyncio.run(_profiled(url, options.articles, options.at))
            profile.disable()
        pstats.Stats(profile).sort_stats("cumulative").print_stats(45)
        return
    if options.articles:
        speed(options.articles, options.at)
    if options.memory:
        memory(options.memory)
    if options.faults:
        faults(options.faults)


async def _profiled(url: str, count: int, at: int) -> None:
    settings = Settings(base_url=url, concurrency=at)
    documents = (Document("x", text_of(n), f"a{n}") for n in range(count))
    async with Summarizer("openai/bench-1", settings=settings) as summarizer:
        async for result in summarizer.amap(documents):
            result.model_dump_json()


if __name__ == "__main__":
    main()
