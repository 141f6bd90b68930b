"""Many articles: what is done and what is left, shards, provider batches, clusters."""
