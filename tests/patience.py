"""How long a test waits before it says that nobody answers: a busy machine is slow, not wrong.

Of its own accord httpx waits five seconds, which a machine with other work may need.
"""

from functools import partial

import httpx

PATIENCE = 60.0  # seconds

get = partial(httpx.get, timeout=PATIENCE)
post = partial(httpx.post, timeout=PATIENCE)
stream = partial(httpx.stream, timeout=PATIENCE)
client = partial(httpx.Client, timeout=PATIENCE)
