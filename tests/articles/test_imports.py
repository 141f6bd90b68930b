"""Importing the package stays cheap: what is heavy is loaded by the call that needs it."""

import subprocess
import sys


def test_heavy_packages_are_not_imported_with_the_module() -> None:
    heavy = ("lxml", "htmldate", "ftfy", "charset_normalizer", "httpx2")
    code = f"import sys, summarizer.articles; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
