"""Page dumps: plain text in which the article is a part, line by line."""

from summarizer.articles.dump.cleaner import LEAST_WORDS, Dump, clean_dump

__all__ = ["LEAST_WORDS", "Dump", "clean_dump"]
