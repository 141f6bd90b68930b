"""Page dumps: plain text in which the article is a part, line by line."""

from summarizer.articles.dump.cleaner import Dump, clean_dump

__all__ = ["Dump", "clean_dump"]
