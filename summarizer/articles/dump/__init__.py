"""Page dumps: plain text in which the article is a part, line by line."""

from summarizer.articles.dump.cleaner import LEAST_WORDS, Dump
from summarizer.articles.dump.parts import clean_text

__all__ = ["LEAST_WORDS", "Dump", "clean_text"]
