"""For all tests: threads of torch that wait must sleep, or suites that share a machine slow one another.

And no test sees what models a user has added.
"""

import os

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ["REWEAVE_MODELS"] = os.path.join(os.path.dirname(__file__), "no-models-here")
