"""For all tests: threads of torch that wait must sleep, or suites that share a machine slow one another."""

import os

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
