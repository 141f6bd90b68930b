"""The version, alone in a module so that the build and `--version` read it without an import."""

__version__ = "0.1.0"
