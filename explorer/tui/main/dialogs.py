"""The dialogs that the main screen opens; each is imported when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from explorer.tui.drawing import plural
from explorer.tui.editor_wanted import EditorWanted
from explorer.tui.main.dataset_shown import DatasetShown
from explorer.tui.presenter import disagreement
from explorer.tui.widgets.document_view import DocumentView

if TYPE_CHECKING:
    from explorer.tui.copying import Told
    from explorer.tui.exporting import ExportFormat


class Dialogs(DatasetShown):
    """Opens dialogs over the panes."""

    def action_copy(self) -> None:
        """Copy what is selected; else offer what can be taken along of the event and of its source."""
        if self.copy_selection():
            return
        if self.store is None or self.number is None:
            self.message_line.show("No event is shown.", fading=True)
            return
        from explorer.tui.screens.copy_menu import CopyMenu
        from explorer.tui.takeaways import takeaways

        self.app.push_screen(CopyMenu(takeaways(self.store, self.number, self.citation), self._tell))

    def copy_selection(self) -> bool:
        """Copy what is selected in the document, if anything is."""
        view = self.source.view
        if not view.selected:
            return False
        from explorer.tui.copying import copy_aside
        from explorer.tui.takeaways import Takeaway

        copy_aside(self.app, Takeaway("Selected text", view.selected_text), self._tell)
        view.select(None)
        return True

    @on(DocumentView.Selected)
    def _text_selected(self) -> None:
        key = next(iter(self.keys_of("copy")), "the palette")
        count = len(self.source.view.selected_text)
        told = f"{plural(count, 'character')} selected; {key} copies {'it' if count == 1 else 'them'}."
        self.message_line.show(told if count else "", fading=True)

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
