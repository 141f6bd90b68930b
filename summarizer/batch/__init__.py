"""Many articles: what is done and what is left, shards, provider batches, clusters."""

from summarizer.batch.resume import ResumableRun
from summarizer.batch.stores import Store, open_store

__all__ = ["ResumableRun", "Store", "open_store"]
