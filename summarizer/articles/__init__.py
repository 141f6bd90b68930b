"""Articles: from files, folders, URLs and JSONL to clean text with a map back to what came in."""

from summarizer.articles.assemble import to_raw
from summarizer.articles.clean import clean
from summarizer.articles.document import Document
from summarizer.articles.fetch import read_url
from summarizer.articles.language import detect_language
from summarizer.articles.load import document_of, is_url, iter_documents
from summarizer.articles.sentences import split_sentences

__all__ = [
    "Document",
    "clean",
    "detect_language",
    "document_of",
    "is_url",
    "iter_documents",
    "read_url",
    "split_sentences",
    "to_raw",
]
