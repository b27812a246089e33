"""What holds for every test: how hypothesis searches."""

import os

from hypothesis import settings

# No deadline: a busy machine is not a failing property.
settings.register_profile("ordinary", deadline=None)
settings.register_profile("thorough", deadline=None, max_examples=2000)
settings.load_profile("thorough" if os.environ.get("IBREFLECT_THOROUGH") == "1" else "ordinary")
