"""The words of the window, in the user's language.

Every text that a user can read is written ``translate("Context", "English text")``, with literals, so that
Qt Linguist's tools find it. The context is the part of the window, for instance the module's class. What
varies is filled in afterwards, by name: ``translate("FindBar", "{kind} found").format(kind=kind)``; numbers
that change the grammar are Qt's: ``translate("FindBar", "%n place(s)", None, count)``.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
