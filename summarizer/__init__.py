"""News articles to structured summaries whose numbers can be trusted."""
