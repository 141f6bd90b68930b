"""For the tests of programs that use this package: a model's server without a model.

`ScriptedServer` speaks OpenAI's API over real HTTP on the loopback interface and answers as it is
told, good and bad; nothing is mocked on the client's side.
"""

from summarizer.testing.answers import scripted_answer, wire_answer
from summarizer.testing.batches import BatchServer
from summarizer.testing.faults import FAULTS, Unreliable, own_words
from summarizer.testing.replies import Reply, completion, error
from summarizer.testing.server import ScriptedServer, Seen
from summarizer.testing.waits import no_waits

__all__ = [
    "FAULTS",
    "BatchServer",
    "Reply",
    "ScriptedServer",
    "Seen",
    "Unreliable",
    "completion",
    "error",
    "no_waits",
    "own_words",
    "scripted_answer",
    "wire_answer",
]
