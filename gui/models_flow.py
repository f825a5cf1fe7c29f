"""Models as the user meets them: listed, added, fetched, removed, and chosen for what they can do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from engine.errors import Failure
from engine.models import DEFAULTS, Kind, ModelInfo
from gui.engine_host import EngineHost
from gui.main_window import MainWindow
from gui.message_bar import MessageBar
from gui.models_dialog import ModelsDialog
from gui.models_host import Catalogue, ModelHost
from gui.settings import Settings
from gui.translation import translate


class ModelsFlow(QObject):
    """Connects a window with the catalogue of models; ``load`` gives it, called in another thread.

    What is chosen in place of our own models is kept in the settings, by its name.
    """

    def __init__(
        self, window: MainWindow, engine: EngineHost, load: Callable[[], Catalogue], settings: Settings
    ) -> None:
        super().__init__(window)
        self._window, self._engine, self._settings = window, engine, settings
        self._models: list[ModelInfo] = []
        self._newest: str | None = None
        self.host = ModelHost(load, self)
        self.dialog = ModelsDialog(window)
        window.commands["models"].triggered.connect(self.show)
        window.method.models.picked.connect(self._keep_if_added)
        self._connect_host()
        self._connect_dialog()
        for kind in DEFAULTS:
            self._put_to_use(kind)
        self.host.refresh()

    def show(self) -> None:
        """Show the dialog, with the list as it is now."""
        self.dialog.show()
        self.dialog.activateWindow()
        if not self.host.busy:
            self.host.refresh()

    def close(self) -> None:
        """End what is being done, and the thread; an interrupted transfer can go on another time."""
        self.host.shutdown()

    def _connect_host(self) -> None:
        host, dialog = self.host, self.dialog
        host.listed.connect(self._take)
        host.begun.connect(lambda: dialog.begin(host.errand))
        host.progress.connect(dialog.show_progress)
        host.licence_asked.connect(self._ask_about_licence)
        host.finished.connect(self._finished)
        host.failed.connect(self._failed)
        host.cancelled.connect(dialog.end)

    def _connect_dialog(self) -> None:
        host, dialog = self.host, self.dialog
        dialog.get_asked.connect(host.get)
        dialog.add_asked.connect(host.add)
        dialog.remove_asked.connect(host.remove)
        dialog.forget_asked.connect(host.forget)
        dialog.stop_asked.connect(host.cancel)
        dialog.use_asked.connect(self._choose)

    def _take(self, models: Sequence[ModelInfo]) -> None:
        """Show what there is; what was chosen and is gone is given up."""
        self._models = list(models)
        here = {model.name: model for model in models if model.path is not None}
        for kind, name in list(self._settings.models.items()):
            if name not in here:
                self._choose(kind, DEFAULTS[kind])
                self._tell(
                    translate("Models", "{name} is no longer here: Reweave's own is used instead.").format(
                        name=name
                    )
                )
        added = [model for model in here.values() if model.origin == "installed"]
        self._window.method.models.offer(added)
        detector = self._settings.models.get("detector", DEFAULTS["detector"])
        self._window.offer_find(detector in here)
        self.dialog.show_models(models, self._settings.models)
        if self._newest in here:
            self.dialog.select(self._newest)
            self._newest = None

    def _choose(self, kind: Kind, name: str) -> None:
        if name == DEFAULTS[kind]:
            self._settings.models.pop(kind, None)
        else:
            self._settings.models[kind] = name
        self._put_to_use(kind)
        self._window.settings_changed.emit()
        self.dialog.show_models(self._models, self._settings.models)

    def _put_to_use(self, kind: Kind) -> None:
        name = self._settings.models.get(kind)
        if kind == "detector":
            self._window.work.find_flow.detector = name
        else:
            self._window.method.models.choose(kind, name)

    def _keep_if_added(self, kind: Kind, model: str | None) -> None:
        """Remember what was chosen in the panel, but not a file: it may be gone the next time."""
        if model is None or any(info.name == model for info in self._models):
            self._choose(kind, model or DEFAULTS[kind])

    def _ask_about_licence(self, model: ModelInfo) -> None:
        self.host.answer(self.dialog.accepts_licence(model))

    def _finished(self, name: str) -> None:
        self.dialog.end()
        errand = self.host.errand
        if errand is not None and errand.kind == "remove":
            self._engine.reload()  # another model may get its name
            self._tell(translate("Models", "{name} was removed.").format(name=name))
        else:
            self._tell(translate("Models", "{name} is here and can be used now.").format(name=name))
            self._newest = name

    def _failed(self, failure: Failure) -> None:
        self.dialog.end()
        self._messages().fail(failure)

    def _tell(self, sentence: str) -> None:
        self._messages().inform(sentence)

    def _messages(self) -> MessageBar:
        """Where the user is looking."""
        return self.dialog.messages if self.dialog.isVisible() else self._window.messages
