"""The llm engine: drafts by a language model. The only importer of openai, instructor, tenacity.

They are imported when a model is first called: they take over a second.
"""

from summarizer.engines.llm.engine import LLMEngine

__all__ = ["LLMEngine"]
