"""The rules engine: extractive, deterministic, offline."""

from summarizer.engines.rules.engine import RulesEngine, draft_of

__all__ = ["RulesEngine", "draft_of"]
