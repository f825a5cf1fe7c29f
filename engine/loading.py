"""Importing the engine beside a window, whose thread must not stop meanwhile.

Two things stop all of Python's threads for a third of a second. An import keeps the interpreter's lock while
the system loads a library, and torch's is 400 MB; a foreign function, such as the system's own ``dlopen``,
is called without the lock, and the import then finds the library there. And the search for garbage looks
again and again through the objects that the imports bring, none of which is any.
"""

from __future__ import annotations

import ctypes
import gc
import importlib.util
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def in_background() -> Iterator[None]:
    """Around imports of the engine in another thread than the window's: keep them from being felt."""
    load_library()
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # what is there by now stays, and is never looked through again
        if searching:
            gc.enable()


def load_library() -> None:
    """Have the system load torch's largest library, once; what goes wrong the import itself will tell."""
    if "torch" in sys.modules or os.name != "posix":
        return
    torch = importlib.util.find_spec("torch")
    if torch is None or torch.origin is None:
        return
    name = "libtorch_cpu.dylib" if sys.platform == "darwin" else "libtorch_cpu.so"
    dlopen = ctypes.CDLL(None).dlopen
    dlopen.argtypes, dlopen.restype = (ctypes.c_char_p, ctypes.c_int), ctypes.c_void_p
    dlopen(os.fsencode(Path(torch.origin).parent / "lib" / name), os.RTLD_NOW)
