"""Prompts: versioned Markdown templates, `<name>/<version>.md`, known by the hash of their file.

A prompt file has YAML front matter between two `---` lines, then a part under the line `# System`
and one under the line `# User`. Both are Jinja2, rendered in a sandbox, with an error for every
name that is not defined. They see:

- `article`: title, byline, published, site, language (strings, or none);
- `sentences`: a list of number (from 1) and text, word for word;
- `boundary`: a name that the article does not contain, for the tags around it;
- `limits`: headline_words, summary_sentences, key_points, figures.

Article text is a value of the template, never a part of it: markup in an article stays as it is.
"""

from summarizer.engines.prompts.files import read_prompt
from summarizer.engines.prompts.library import list_prompts, load_prompt
from summarizer.engines.prompts.prompt import Limits, Prompt, boundary

__all__ = ["Limits", "Prompt", "boundary", "list_prompts", "load_prompt", "read_prompt"]
