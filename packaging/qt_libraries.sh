#!/bin/sh
# Make sure that Qt finds its system libraries: sh qt_libraries.sh PYTHON
# As root on Debian and Ubuntu they are installed; elsewhere the one command that does it is printed.
python=$1
packages="libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0 \
libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0"

loads() {
    "$python" - <<'PY' 2>/dev/null
import ctypes, sys
from PySide6 import QtWidgets  # noqa: F401
from PySide6.QtCore import QLibraryInfo
if sys.platform.startswith("linux"):
    plugins = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
    ctypes.CDLL(f"{plugins}/platforms/libqxcb.so")  # with all that it needs
PY
}

loads && exit 0
command="apt-get install -y $packages"
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "Installing the system libraries that Qt needs ..."
    apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive $command -qq >/dev/null
    loads && exit 0
fi
if command -v apt-get >/dev/null; then
    echo "The editor needs some system libraries. Install them with:  sudo $command"
else
    echo "The editor needs Qt's system libraries (EGL, xkbcommon, xcb-cursor): install them with your package manager."
fi
exit 0
