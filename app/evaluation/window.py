"""Evaluations of folders, runs and readers, in a window of its own beside the scan."""

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.atlas.page import AtlasPage
from app.banner import Banner
from app.core_sentences import core_tr
from app.evaluation.case_model import CaseModel
from app.evaluation.cases_page import CasesPage, SlicesPage, plain_table
from app.evaluation.evaluation import Evaluation
from app.evaluation.headline import headline, reader_sentences
from app.evaluation.opening import CaseOpening
from app.evaluation.output import Output, ResultBar
from app.evaluation.persons_page import PersonsPage
from app.evaluation.slice_model import SliceModel
from app.evaluation.sources import SourcesForm
from app.evaluation.summary_model import MeanModel, SummaryModel
from app.evaluation_work import Asked, Place
from app.icons import swatch
from app.panel_parts import Words, button, combo_box, listed, muted
from app.session import Session
from app.settings import Settings
from app.translation import tr
from unet_core.evaluation.lesion_errors import LesionError
from unet_core.evaluation.measures import MEASURES
from unet_core.events import Evaluated, Progress
from unet_core.person_groups import groups_in
from unet_core.report.privacy import case_titles

SIZE = (1240, 800)
REFRESH_MS = 250
"""Slices of cases that come fast are put in order together."""
MOST_SKIPPED = 4
ONE_WAY = frozenset(key for key, one in MEASURES.items() if not one.is_symmetric)


class EvaluationWindow(QDialog):
    """What is compared, how far it is, and tables, means and lesions of it; it does not block."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self.evaluation = Evaluation(self)
        self.output = Output(session, settings, self.evaluation, self)
        self.opening = CaseOpening(session, self)
        self.setObjectName("evaluation_window")
        self.setWindowTitle(tr("Evaluation – Slicewise"))
        self.setModal(False)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.cases, self.slices = CaseModel(self), SliceModel(self)
        self.means, self.numbers = MeanModel(self), SummaryModel(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self._refresh)
        self._make_widgets()
        self._connect()
        self._show_state()
        self.resize(min(SIZE[0], parent.width() - 30), min(SIZE[1], parent.height() - 40))
        self.restoreGeometry(settings.place_of("evaluation"))

    def show_evaluation(self, asked: Asked | None = None) -> None:
        """Come to the front, with something to compare filled in."""
        if asked is not None and not self.evaluation.is_running:
            self.sources.set_asked(asked)
        self.show()
        self.raise_()
        self.activateWindow()

    def shutdown(self) -> None:
        """Close, and wait for work under way."""
        self._timer.stop()
        self.evaluation.shutdown()
        self.opening.shutdown()
        self.atlas.shutdown()
        self.output.shutdown()
        self.close()

    def hideEvent(self, event: QHideEvent) -> None:
        self._settings.keep_place("evaluation", self.saveGeometry())
        for page in (self.cases_page, self.slices_page):
            page.memory.keep()
        super().hideEvent(event)

    # --- what it is made of ------------------------------------------------------------------

    def _make_widgets(self) -> None:
        self.sources = SourcesForm(self._settings)
        self.start = button("evaluation_start", tr("Evaluate"), tr("Compare all cases"))
        self.start.setProperty("primary", True)
        self.progress = QProgressBar()
        self.progress.setObjectName("evaluation_progress")
        self.progress.setAccessibleName(tr("Cases compared"))
        self.progress.setFormat("%v / %m")
        self.status = muted("evaluation_status")
        self.faults = Banner("evaluation_faults", "question")
        self.faults.add_button("evaluation_faults_dismiss", tr("Dismiss")).clicked.connect(
            self.faults.dismiss
        )
        self.errors = Banner("evaluation_error", "error")
        self.errors.add_button("evaluation_error_dismiss", tr("Dismiss")).clicked.connect(
            self.errors.dismiss
        )
        self.headline = Words()
        self.headline.setObjectName("evaluation_headline")
        self.headline.setTextFormat(Qt.TextFormat.PlainText)
        self._make_tabs()
        self.results = ResultBar()
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self.sources)
        layout.addLayout(self._start_row())
        for widget in (self.errors, self.faults, self.headline):
            layout.addWidget(widget)
        layout.addLayout(self._order_row())
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.results)
        for one in self.findChildren(QPushButton):
            one.setAutoDefault(False)

    def _make_tabs(self) -> None:
        self.cases_page = CasesPage(self.cases, self.means, self._settings)
        self.slices_page = SlicesPage(self.slices, self._settings)
        self.persons_page = PersonsPage()
        self.summary = plain_table("evaluation_summary", tr("Every number over all cases"))
        self.summary.setModel(self.numbers)
        self.atlas = AtlasPage()
        self.tabs = QTabWidget()
        self.tabs.setObjectName("evaluation_tabs")
        self.tabs.addTab(self.cases_page, tr("Cases"))
        self.tabs.addTab(self.slices_page, tr("Slices"))
        self.tabs.addTab(self.summary, tr("Summary"))
        self.tabs.addTab(self.atlas, tr("Error atlas"))
        self.tabs.addTab(self.persons_page, tr("Persons"))

    def _start_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.start)
        row.addWidget(self.progress)
        row.addWidget(self.status, 1)
        return row

    def _order_row(self) -> QHBoxLayout:
        self.region = combo_box("evaluation_region")
        self.region.setToolTip(tr("The label whose rows are shown"))
        self.region.addItem(tr("All labels"), "")
        self.region.setMinimumWidth(180)
        self.worst = button(
            "evaluation_worst",
            tr("Worst first"),
            tr("Sort by the number chosen, or by Dice: the worst on top"),
        )
        self.hint = muted(
            "evaluation_hint", tr("Double-click a row to see the case where it is worst.")
        )
        row = QHBoxLayout()
        row.addWidget(self.region)
        row.addWidget(self.worst)
        row.addWidget(self.hint, 1)
        return row

    def _connect(self) -> None:
        made = self.evaluation
        made.begun.connect(self._on_begun)
        made.scored.connect(self._on_scored)
        made.left_out.connect(self._on_left_out)
        made.progressed.connect(self._on_progressed)
        made.summarised.connect(self._on_summarised)
        made.failed.connect(self._fail)
        made.running_changed.connect(self._on_running_changed)
        self.sources.changed.connect(self._show_state)
        self.start.clicked.connect(self._on_start)
        self.region.currentIndexChanged.connect(self._on_region_chosen)
        self.worst.clicked.connect(self._on_worst)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.results.copy.clicked.connect(self._on_copy)
        self.results.connect_to(self.output)
        self.output.failed.connect(self._fail)
        self.results.close_button.clicked.connect(self.reject)
        self.cases_page.opened.connect(self._on_opened)
        self.slices_page.opened.connect(self._on_opened)
        self.persons_page.answered.connect(self._on_persons_answered)
        self.atlas.opened.connect(self._on_lesion_opened)
        self.atlas.changed.connect(self._show_counts)

    # --- following the evaluation ------------------------------------------------------------

    @Slot()
    def _on_start(self) -> None:
        if self.evaluation.is_running:
            self.start.setEnabled(False)
            self.status.setText(tr("Stopping after this case…"))
            self.evaluation.stop()
        elif (asked := self.sources.asked) is not None:
            self._take_answers(asked)
            self.evaluation.start(asked)

    def _take_answers(self, asked: Asked) -> None:
        """Who is one person, as was said of these cases before, here or in the case table."""
        before = self.evaluation.asked
        if before is not None and before.reference == asked.reference:
            return
        is_open = asked.kind == "folders" and asked.reference == self._session.dataset
        said = groups_in(self._session.same_person) if is_open else ()
        self.evaluation.group(frozenset(group) for group in said)

    @Slot(object)
    def _on_persons_answered(self, groups: tuple[frozenset[str], ...]) -> None:
        self.evaluation.group(groups)

    @Slot()
    def _on_begun(self) -> None:
        self.cases.clear()
        self.slices.clear()
        self.means.set_summary(None)
        self.numbers.set_summary(None)
        self.atlas.set_cases(())
        self.persons_page.show_cases((), {}, ())
        for banner in (self.faults, self.errors):
            banner.dismiss()
        self.headline.setText("")
        asked = self.evaluation.asked
        is_symmetric = asked is not None and asked.kind == "readers"
        self.cases_page.memory.leave_out(ONE_WAY if is_symmetric else frozenset())
        self.tabs.setTabVisible(self.tabs.indexOf(self.atlas), not is_symmetric)
        self.progress.setRange(0, 0)
        with QSignalBlocker(self.region):
            self.region.clear()
            self.region.addItem(tr("All labels"), "")
        self._on_region_chosen(0)

    @Slot(object)
    def _on_scored(self, case: Evaluated) -> None:
        self.cases.add(case)
        self.slices.add(case)
        for region in (score.region for score in case.scores):
            if self.region.findData(region.name) < 0:
                self.region.addItem(swatch(region.colour), core_tr(region.title), region.name)
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _refresh(self) -> None:
        self.slices.refresh()
        self._show_state()

    @Slot(str)
    def _on_left_out(self, _sentence: str) -> None:
        skipped = self.evaluation.skipped
        count, more = len(skipped), len(skipped) - MOST_SKIPPED
        if not count:
            return
        shown = [core_tr(one.text) for one in skipped[:MOST_SKIPPED]]
        if more > 0:
            shown.append(tr("{more} more are named in the saved file", more=more))
        first = (
            tr("1 case is left out; the others are compared:")
            if count == 1
            else tr("{count} cases are left out; the others are compared:", count=count)
        )
        self.faults.say(listed(first, shown))

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        if progress.unit == "cases":
            self.progress.setRange(0, progress.total)
            self.progress.setValue(progress.done)
        self.status.setText(progress.text)

    @Slot()
    def _on_summarised(self) -> None:
        summary = self.evaluation.summary
        assert summary is not None
        made = self.evaluation
        self.means.set_summary(summary)
        self.numbers.set_summary(summary)
        names = [case.case_id for case in made.cases] + [one.case_id for one in made.skipped]
        self.cases.set_titles(case_titles(names))
        self.cases_page.fit_names(names)
        self.persons_page.show_cases(made.cases, made.known_persons, made.groups)
        header = self.summary.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        said = list(summary.sentences)
        if summary.is_symmetric:
            said = reader_sentences(summary, self.evaluation.cases) + said
        words = [core_tr(sentence) for sentence in said]
        self.headline.setText(listed(headline(summary), words))

    @Slot(bool)
    def _on_running_changed(self, is_running: bool) -> None:
        if not is_running:
            self._timer.stop()
            self.slices.refresh()
            self.atlas.set_cases(self.evaluation.cases)
            self.status.setText("")
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        is_running, has_cases = self.evaluation.is_running, bool(self.evaluation.cases)
        self.start.setText(tr("Stop") if is_running else tr("Evaluate"))
        self.start.setEnabled(is_running or self.sources.asked is not None)
        self.sources.setEnabled(not is_running)
        self.sources.show_words(not has_cases)
        self.progress.setVisible(is_running)
        self.worst.setEnabled(has_cases)
        summary = self.evaluation.summary
        are_readers = summary is not None and summary.is_symmetric
        self.results.show_state(has_cases=has_cases, are_readers=are_readers)
        self._show_headline()
        self._show_counts()

    def _show_headline(self) -> None:
        is_atlas = self.tabs.currentWidget() is self.atlas
        self.headline.setVisible(bool(self.headline.text()) and not is_atlas)

    @Slot()
    def _show_counts(self) -> None:
        self.tabs.setTabText(0, tr("Cases ({count})", count=len(self.evaluation.cases)))
        self.tabs.setTabText(1, tr("Slices ({count})", count=f"{self.slices.rowCount():,}"))
        self.tabs.setTabText(3, tr("Error atlas ({count})", count=self.atlas.model.rowCount()))

    # --- looking -----------------------------------------------------------------------------

    @Slot(int)
    def _on_region_chosen(self, _index: int) -> None:
        name = self.region.currentData() or ""
        self.cases.show_region(name)
        self.slices.show_region(name)
        self._show_counts()

    @Slot()
    def _on_worst(self) -> None:
        if self.tabs.currentWidget() is self.slices_page:
            self.slices_page.table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
            return
        self.tabs.setCurrentWidget(self.cases_page)
        self.cases_page.show_worst_first()

    @Slot(int)
    def _on_tab_changed(self, _index: int) -> None:
        """The atlas says itself what stands out, and needs the room."""
        self._show_headline()
        is_listed = self.tabs.currentWidget() in (self.cases_page, self.slices_page)
        for one in (self.region, self.worst, self.hint):
            one.setVisible(is_listed)

    @Slot(object, str, object)
    def _on_opened(self, case: Evaluated, region: str, place: Place) -> None:
        self.opening.open(case.case_id, case.sources, place, region)

    @Slot(object)
    def _on_lesion_opened(self, error: LesionError) -> None:
        self.opening.open(error.case_id, error.sources, error.index_zyx, error.region.name)

    # --- using the result --------------------------------------------------------------------

    @Slot()
    def _on_copy(self) -> None:
        is_summary = self.tabs.currentWidget() is self.summary
        table = self.numbers if is_summary else self.cases
        parts = [self.headline.text(), table.as_text()]
        QApplication.clipboard().setText("\n\n".join(part for part in parts if part))
        self._session.notified.emit(tr("The table was copied."))

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self.errors.say(sentence)
        self._session.failed.emit(sentence)
