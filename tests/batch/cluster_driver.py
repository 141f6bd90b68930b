"""A run on two worker processes, one of which is killed in the middle; says how it went."""

from __future__ import annotations

import json
import logging
import os
import signal
import sys
import threading
import time
from dataclasses import asdict


def main(base_url: str, articles: str, output: str, kill_at: int) -> None:
    import httpx2
    from distributed import Client, LocalCluster

    from summarizer.batch import cluster
    from summarizer.settings import load_settings

    cluster.PART = 12
    settings = cluster.replace(load_settings(), base_url=base_url, concurrency=8)
    killed: list[int] = []
    with LocalCluster(
        n_workers=2, threads_per_worker=2, dashboard_address=None, silence_logs=logging.CRITICAL
    ) as local:

        def kill() -> None:
            """Kill a worker once so many requests were answered."""
            with Client(local) as client:
                pids = list(client.run(os.getpid).values())
            while int(httpx2.get(f"{base_url}/count").text) < kill_at:
                time.sleep(0.01)
            os.kill(pids[0], signal.SIGKILL)
            killed.append(pids[0])

        killer = threading.Thread(target=kill)
        if kill_at:
            killer.start()
        tally = cluster.run_on_cluster(
            [articles],
            output,
            "openai/x",
            settings=settings,
            scheduler=local.scheduler_address,
        )
        if kill_at:
            killer.join()
    sys.stdout.write(json.dumps(asdict(tally) | {"killed": len(killed)}) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
