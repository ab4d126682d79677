"""The dialogs that the main screen opens; each is imported when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.tui.editor_wanted import EditorWanted
from explorer.tui.main.dataset_shown import DatasetShown
from explorer.tui.presenter import disagreement

if TYPE_CHECKING:
    from explorer.tui.copying import Told
    from explorer.tui.exporting import ExportFormat


class Dialogs(DatasetShown):
    """Opens dialogs over the panes."""

    def action_copy(self) -> None:
        """Offer what can be taken along of the event and of the source that is shown."""
        if self.store is None or self.number is None:
            self.message_line.show("No event is shown.", fading=True)
            return
        from explorer.tui.screens.copy_menu import CopyMenu
        from explorer.tui.takeaways import takeaways

        self.app.push_screen(CopyMenu(takeaways(self.store, self.number, self.citation), self._tell))

    def action_export(self, format_: ExportFormat) -> None:
        """Ask where the events that are shown are to be written."""
        if self.selection is not None:
            from explorer.tui.screens.export import ExportScreen

            self.app.push_screen(ExportScreen(self.selection, format_, self._tell))

    def _tell(self, told: Told) -> None:
        self.message_line.show(told.sentence, error=told.is_error, fading=not told.is_error)

    def action_problems(self) -> None:
        """List the problems of the dataset."""
        if self.store is not None:
            from explorer.tui.screens.problems import ProblemsScreen

            self._problems = ProblemsScreen(self.store)
            self.app.push_screen(self._problems, self._problems_left)

    def _problems_left(self, _: None) -> None:
        self._problems = None

    def action_edit(self) -> None:
        """Open the user's editor where the event is written."""
        if self.store is None or self.number is None:
            self.message_line.show("No event is shown.", fading=True)
        else:
            self.message_line.show("")
            place = self.store.events[self.number].place
            self.post_message(EditorWanted(place, lambda told: self.message_line.show(told, error=True)))

    def action_disagreement(self) -> None:
        """Compare what the sources of the event say on when it was."""
        if self.store is not None and self.number is not None:
            from explorer.tui.screens.disagreement import DisagreementScreen

            self.app.push_screen(DisagreementScreen(disagreement(self.store, self.number)))

    def action_relations(self) -> None:
        """Show the relation of two chosen countries; of more, or of all, the matrix."""
        if self.store is not None:
            from explorer.tui.screens.relation_matrix import relations_of

            screen = relations_of(self.store, self.filters.countries)
            self.app.push_screen(screen, self._go_to_event)

    def action_help(self) -> None:
        """Show the keys of the focused pane, then all others, then the query language."""
        from explorer.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self._where(), self.keymap))
