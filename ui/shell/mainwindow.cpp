// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/shell/mainwindow.h>

#include <models/base/text.h>
#include <models/base/whenfinished.h>
#include <models/session/trust.h>
#include <runbooks/parser.h>
#include <ui/common/commandpalette.h>
#include <ui/common/keysheet.h>
#include <ui/common/labels.h>
#include <ui/common/messagebar.h>
#include <ui/escalation/escalationpanel.h>
#include <ui/files/recordedcopies.h>
#include <ui/ledger/ledgerpage.h>
#include <ui/ledger/retentiondialog.h>
#include <ui/panes/panearea.h>
#include <ui/replay/replaypage.h>
#include <ui/report/stampdialog.h>
#include <ui/report/verifydialog.h>
#include <ui/shell/actions.h>
#include <ui/shell/commandform.h>
#include <ui/shell/leavequestion.h>
#include <ui/shell/librarypage.h>
#include <ui/shell/navigationbar.h>
#include <ui/shell/practicebanner.h>
#include <ui/shell/reviewpanel.h>
#include <ui/shell/terminalpage.h>
#include <ui/shell/trustdialog.h>
#include <ui/terminal/terminalkeys.h>
#include <ui/wizard/runpage.h>

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QtConcurrentRun>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace holdpoint::ui {

namespace {

QWidget *emptyPage(const QString &title, const QString &text, QWidget *parent)
{
    auto *page = new QWidget(parent);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(pageMargin, pageMargin, pageMargin, pageMargin);
    column->setSpacing(gap);
    column->addStretch(1);
    QLabel *head = pageTitle(title, page);
    QLabel *line = muted(text, page);
    head->setAlignment(Qt::AlignHCenter);
    line->setAlignment(Qt::AlignHCenter);
    column->addWidget(head);
    column->addWidget(line);
    column->addStretch(2);
    return page;
}

QString firstMarkdownFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        const QString path = url.toLocalFile();
        if (path.endsWith(QLatin1String(".md"), Qt::CaseInsensitive)
            || path.endsWith(QLatin1String(".markdown"), Qt::CaseInsensitive))
            return path;
    }
    return {};
}

} // namespace

MainWindow::MainWindow(WindowServices services, QWidget *parent)
    : QMainWindow(parent)
    , m_services(std::move(services))
    , m_actions(new Actions(this))
    , m_message(new MessageBar(this))
    , m_pages(new QStackedWidget(this))
    , m_library(new LibraryPage(m_runbooks, this))
    , m_noRun(emptyPage(tr("No run is open"), tr("Choose a runbook in the library and start it."), this))
    , m_dock(new QDockWidget(tr("Escalation"), this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(m_services.practiceHost ? tr("Holdpoint (PRACTICE)") : tr("Holdpoint"));
    setAcceptDrops(true);
    resize(1280, 800);
    buildFrame();
    connectPages();
    connectRunActions();
    connectViewActions();
    m_layoutTimer.setSingleShot(true);
    m_layoutTimer.setInterval(500);
    connect(&m_layoutTimer, &QTimer::timeout, this, &MainWindow::keepPaneLayout);
    m_runbooks.setDocuments(m_services.library);
    showLibrary();
    refreshActions();
    QTimer::singleShot(0, this, &MainWindow::refreshRuns);
}

MainWindow::~MainWindow()
{
    qApp->disconnect(this);
    leaveRun();
    delete m_terminalPage; // it tells of its panes while they go
    delete m_ledgerPage; // it reads the models that die with this window
    delete m_replayPage;
    delete m_library;
}

void MainWindow::buildFrame()
{
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (m_services.practiceHost)
        column->addWidget(new PracticeBanner(m_services.practiceWarning, centre));
    column->addWidget(m_message);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    auto *navigation = new NavigationBar(centre);
    for (QAction *page : {m_actions->library, m_actions->run, m_actions->ledger, m_actions->terminal})
        navigation->addPage(page);
    row->addWidget(navigation);
    row->addWidget(m_pages, 1);
    column->addLayout(row, 1);
    m_pages->addWidget(m_library);
    m_pages->addWidget(m_noRun);
    setCentralWidget(centre);
    m_dock->setObjectName(QStringLiteral("escalationDock"));
    m_dock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetClosable);
    // The panel has a title of its own; a bare widget would have no size at all.
    auto *noTitle = new QWidget(m_dock);
    (new QVBoxLayout(noTitle))->setContentsMargins(0, 0, 0, 0);
    m_dock->setTitleBarWidget(noTitle);
    addDockWidget(Qt::RightDockWidgetArea, m_dock);
    m_dock->hide();
}

void MainWindow::connectPages()
{
    connect(m_library, &LibraryPage::startWanted, this, &MainWindow::openRunbook);
    connect(m_library, &LibraryPage::documentShown, this, &MainWindow::review);
    connect(m_library, &LibraryPage::resumeWanted, this, &MainWindow::resumeRun);
    connect(m_library, &LibraryPage::endWanted, this, &MainWindow::endRun);
    connect(m_library, &LibraryPage::openWanted, this, &MainWindow::chooseFile);
    connect(m_actions->library, &QAction::triggered, this, &MainWindow::showLibrary);
    connect(m_actions->run, &QAction::triggered, this, &MainWindow::showRunPage);
    connect(m_actions->ledger, &QAction::triggered, this, &MainWindow::showLedger);
    connect(m_actions->terminal, &QAction::triggered, this, &MainWindow::showTerminal);
    connect(m_actions->openFile, &QAction::triggered, this, &MainWindow::chooseFile);
    connect(m_actions->openTerminal, &QAction::triggered, this, &MainWindow::askHost);
    connect(m_actions->quit, &QAction::triggered, this, &MainWindow::close);
    connect(m_actions->quickOpen, &QAction::triggered, this, [this] {
        showLibrary();
        m_library->focusSearch();
    });
    connect(m_actions->audit, &QAction::triggered, this, [this] {
        showLedger();
        m_ledgerPage->audit();
    });
    connect(&m_services.ledger, &ledger::Ledger::spaceLow, this, [this](qint64 bytes) {
        m_message->say(Tone::Warning,
                       tr("The disk of the ledger is nearly full: %1 MB are left. When it is full, runs stop.")
                           .arg(bytes / 1'000'000));
    });
}

void MainWindow::connectRunActions()
{
    connect(m_actions->escalate, &QAction::triggered, this, [this] {
        if (auto *panel = qobject_cast<EscalationPanel *>(m_dock->widget())) {
            m_dock->show();
            panel->begin();
        }
    });
    connect(m_actions->escalationPanel, &QAction::triggered, m_dock, &QDockWidget::setVisible);
    connect(m_dock, &QDockWidget::visibilityChanged, this,
            [this] { m_actions->escalationPanel->setChecked(!m_dock->isHidden()); });
    connect(m_actions->exportReport, &QAction::triggered, this, [this] {
        if (m_run)
            exportReport(m_run->state().id);
    });
    connect(m_actions->stampReport, &QAction::triggered, this,
            [this] { (new StampDialog(m_services.reports, this))->open(); });
    connect(m_actions->verifyReport, &QAction::triggered, this,
            [this] { (new VerifyDialog(m_services.reports, this))->open(); });
}

void MainWindow::connectViewActions()
{
    connect(m_actions->focusLeft, &QAction::triggered, this, [this] { moveFocus({-1, 0}); });
    connect(m_actions->focusRight, &QAction::triggered, this, [this] { moveFocus({1, 0}); });
    connect(m_actions->focusUp, &QAction::triggered, this, [this] { moveFocus({0, -1}); });
    connect(m_actions->focusDown, &QAction::triggered, this, [this] { moveFocus({0, 1}); });
    connect(m_actions->schemeSystem, &QAction::triggered, this, [this] { emit schemeWanted(SchemeChoice::System); });
    connect(m_actions->schemeLight, &QAction::triggered, this, [this] { emit schemeWanted(SchemeChoice::Light); });
    connect(m_actions->schemeDark, &QAction::triggered, this, [this] { emit schemeWanted(SchemeChoice::Dark); });
    connect(m_actions->fullScreen, &QAction::toggled, this,
            [this](bool on) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, on)); });
    connectPaneActions();
    connect(m_actions->palette, &QAction::triggered, this, &MainWindow::openPalette);
    connect(m_actions->keys, &QAction::triggered, this, [this] {
        auto *sheet = new KeySheet(m_actions->all(), {qOverload<QKeyCombination>(isWindowKey), terminalOwnKeys()}, this);
        sheet->open();
    });
}

void MainWindow::addDocuments(const QList<runbooks::Document> &documents)
{
    m_services.library += documents;
    m_runbooks.setDocuments(m_runbooks.documents() + documents);
}

void MainWindow::setHostAliases(const QStringList &aliases) { m_services.hostAliases = aliases; }

void MainWindow::setReportService(ReportService service)
{
    m_services.reports = std::move(service);
    refreshActions();
}

void MainWindow::openDocument(const QString &path)
{
    whenFinished(QtConcurrent::run(runbooks::loadDocument, path), this, [this](Result<runbooks::Document> loaded) {
        if (!loaded) {
            say(loaded.error());
            return;
        }
        const QString name = visibleControls(QFileInfo(loaded->path).fileName());
        if (loaded->runbooks.isEmpty()) {
            m_message->say(Tone::Warning, tr("“%1” holds no runbook: no section of it has steps.").arg(name));
            return;
        }
        const QString opened = loaded->path;
        const QString first = loaded->runbooks.first().id;
        const qsizetype count = loaded->runbooks.size();
        m_runbooks.addDocument(std::move(*loaded));
        showLibrary();
        m_library->choose(opened, first);
        m_message->say(Tone::Info, tr("Opened “%1”. Runbooks in it: %2.").arg(name).arg(count));
    });
}

void MainWindow::openRunbook(const QString &path, const QString &id)
{
    if (hasOpenRun()) {
        m_message->say(Tone::Warning, tr("A run is open. Finish or stop it first; it is on the page “Run”."));
        return;
    }
    whenFinished(QtConcurrent::run(runbooks::loadDocument, path), this,
                 [this, path, id](Result<runbooks::Document> onDisk) {
                     const auto known = [&]() -> const runbooks::Document * {
                         const QList<runbooks::Document> &all = m_runbooks.documents();
                         const auto found = std::ranges::find(all, path, &runbooks::Document::path);
                         return found == all.end() ? nullptr : &*found;
                     };
                     // A file that cannot be read now is used as it was read: an outage is when runbooks are needed.
                     if (onDisk && known() && known()->sha256() != onDisk->sha256()) {
                         m_message->say(Tone::Info, tr("“%1” was changed since it was opened, and has been read again.")
                                                        .arg(visibleControls(QFileInfo(path).fileName())));
                         m_runbooks.addDocument(std::move(*onDisk));
                     }
                     if (!known() || !known()->find(id))
                         return say({ErrorKind::NotFound, QStringLiteral("runbook %1 in %2").arg(id, path)});
                     requireTrust(*known(), id);
                 });
}

/// The form comes after somebody has said, once for this content, that it was read.
void MainWindow::requireTrust(const runbooks::Document &document, const QString &id)
{
    if (const auto readable = runbooks::requireReadable(document); !readable) {
        say(readable.error());
        return;
    }
    whenFinished(session::findTrust(m_services.ledger, document, m_services.shippedFolder), this,
                 [this, document, id](const Result<session::Trust> &trust) {
                     if (!trust)
                         return say(trust.error());
                     if (trust->state == session::Trust::State::Trusted)
                         return showStart(document.path, id);
                     askTrust(document, id, *trust);
                 });
}

void MainWindow::askTrust(const runbooks::Document &document, const QString &id, const session::Trust &trust)
{
    const auto look = [lint = m_services.lint, document] { return lint ? lint(document) : document.diagnostics; };
    whenFinished(QtConcurrent::run(look), this,
                 [this, document, id, trust](const QList<runbooks::Diagnostic> &findings) {
                     auto *dialog = new TrustDialog(document, trust, ReviewPanel::countsText(findings), this);
                     connect(dialog, &TrustDialog::trusted, this, [this, document, id] { recordTrust(document, id); });
                     dialog->open();
                 });
}

void MainWindow::recordTrust(const runbooks::Document &document, const QString &id)
{
    const auto recording = m_services.ledger.append(
        session::trustDraft(document, m_services.operatorName, QStringLiteral("read in the window")));
    whenFinished(recording, this, [this, path = document.path, id](const Result<ledger::Entry> &entry) {
        if (entry)
            showStart(path, id);
        else
            say(entry.error());
    });
}

void MainWindow::review(const runbooks::Document &document)
{
    if (!m_services.lint)
        return;
    whenFinished(QtConcurrent::run(m_services.lint, document), this,
                 [this, sha256 = document.sha256()](const QList<runbooks::Diagnostic> &findings) {
                     m_library->showFindings(sha256, findings);
                 });
}

void MainWindow::showStart(const QString &path, const QString &id)
{
    for (const runbooks::Document &document : m_runbooks.documents()) {
        const runbooks::Runbook *runbook = document.path == path ? document.find(id) : nullptr;
        if (!runbook)
            continue;
        leaveRun();
        m_message->dismiss();
        m_start = new StartPage(document, runbook->id,
                                {m_services.hostAliases, m_services.operatorName, m_services.practiceHost,
                                 m_services.clock.utcNow().toLocalTime().date()},
                                this);
        m_pages->addWidget(m_start);
        connect(m_start, &StartPage::cancelled, this, &MainWindow::showLibrary);
        connect(m_start, &StartPage::startWanted, this, &MainWindow::startRun);
        showRunPage();
        return;
    }
    say({ErrorKind::NotFound, QStringLiteral("runbook %1 in %2").arg(id, path)});
}

void MainWindow::refreshRuns()
{
    const auto folding = m_services.ledger.entries({}, ledger::Ledger::Attachments::Skip)
                             .then(QtFuture::Launch::Async, [](const Result<QList<ledger::Entry>> &entries) {
                                 return entries.map(items::foldRuns);
                             });
    whenFinished(folding, this, [this](const Result<QList<session::RunState>> &runs) {
        if (!runs) {
            say(runs.error());
            return;
        }
        m_runs.setRuns(*runs);
        QList<session::RunState> unfinished = m_runs.unfinished();
        unfinished.removeIf([this](const session::RunState &state) { return m_run && state.id == m_run->state().id; });
        m_library->setUnfinished(unfinished);
    });
}

void MainWindow::showPage(QWidget *page, QAction *action)
{
    m_pages->setCurrentWidget(page);
    refreshActions();
    action->setChecked(true);
}

QAction *MainWindow::shownPage() const
{
    const QWidget *page = m_pages->currentWidget();
    return page == m_library        ? m_actions->library
           : page == m_ledgerPage   ? m_actions->ledger
           : page == m_replayPage   ? m_actions->ledger
           : page == m_terminalPage ? m_actions->terminal
                                    : m_actions->run;
}

void MainWindow::showLibrary() { showPage(m_library, m_actions->library); }

void MainWindow::showRunPage()
{
    QWidget *page = m_runPage ? static_cast<QWidget *>(m_runPage) : m_start ? m_start : m_noRun;
    showPage(page, m_actions->run);
}

void MainWindow::showLedger()
{
    if (!m_ledgerPage) {
        m_ledgerPage = new LedgerPage(m_services.ledger, m_runs, m_services.operatorName, this);
        m_pages->addWidget(m_ledgerPage);
        connect(m_ledgerPage, &LedgerPage::resumeWanted, this, &MainWindow::resumeRun);
        connect(m_ledgerPage, &LedgerPage::reportWanted, this, &MainWindow::exportReport);
        connect(m_ledgerPage, &LedgerPage::momentWanted, this, &MainWindow::showMoment);
        connect(m_ledgerPage, &LedgerPage::replayWanted, this,
                [this](const QByteArray &runId) { showMoment(runId, {}, 0); });
        connect(m_ledgerPage, &LedgerPage::failed, this, &MainWindow::say);
        connect(m_ledgerPage, &LedgerPage::retentionWanted, this, &MainWindow::showRetention);
    }
    refreshRuns();
    showPage(m_ledgerPage, m_actions->ledger);
}

void MainWindow::showRetention()
{
    auto *dialog = new RetentionDialog(m_services.ledger, m_services.clock, m_services.operatorName, m_services.retentionRules,
                                       this);
    dialog->open();
}

void MainWindow::showTerminal()
{
    if (m_terminalPage) {
        showPage(m_terminalPage, m_actions->terminal);
        m_terminalPage->focusTerminal();
    } else if (m_services.practiceHost) {
        openTerminal(*m_services.practiceHost, {});
    } else {
        askHost();
    }
}

void MainWindow::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a runbook"), QString(), tr("Markdown (*.md *.markdown)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openDocument);
    dialog->open();
}

void MainWindow::openPalette()
{
    QList<CommandPalette::Item> items = CommandPalette::itemsOf(m_actions->all());
    for (const runbooks::Document &document : m_runbooks.documents()) {
        for (const runbooks::Runbook &runbook : document.runbooks)
            items.append({tr("Start runbook %1 %2").arg(visibleControls(runbook.id), visibleControls(runbook.title)),
                          {},
                          [this, path = document.path, id = runbook.id] { openRunbook(path, id); }});
    }
    for (const runbooks::Document &document : m_runbooks.documents()) {
        for (const runbooks::ReferenceSection &section : document.references) {
            for (const runbooks::Command &command : section.commands) {
                const QString text = visibleControls(command.text.section(u'\n', 0, 0));
                const QString caption = visibleControls(command.caption.simplified());
                items.append({caption.isEmpty() ? tr("Type: %1").arg(text) : tr("Type: %1 (%2)").arg(text, caption),
                              visibleControls(section.title), [this, command] { typeCommand(command); }});
            }
        }
    }
    auto *dialog = new CommandPalette(items, this);
    dialog->open();
}

/// A common command is put at the prompt of the terminal that is shown; sending it is up to the person.
void MainWindow::typeCommand(const runbooks::Command &command)
{
    if (!command.placeholders.isEmpty()) {
        auto *form = new CommandForm(command, m_services.clock.utcNow().toLocalTime().date(), this);
        connect(form, &CommandForm::filled, this, &MainWindow::typeText);
        form->open();
        return;
    }
    typeText(command.text);
}

void MainWindow::showSchemeChoice(SchemeChoice choice)
{
    QAction *action = choice == SchemeChoice::Dark    ? m_actions->schemeDark
                      : choice == SchemeChoice::Light ? m_actions->schemeLight
                                                      : m_actions->schemeSystem;
    action->setChecked(true);
}

void MainWindow::say(const Error &error) { m_message->say(error); }

void MainWindow::tellOfRetention(const QString &text)
{
    m_message->offer(Tone::Info, text, tr("Retention…"), [this] { showRetention(); });
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const Unfinished unfinished = this->unfinished();
    if (m_closing || unfinished.isNothing()) {
        keepPaneLayout();
        for (PaneArea *area : {m_runPage ? m_runPage->area() : nullptr, m_terminalPage ? m_terminalPage->area() : nullptr}) {
            if (area)
                area->attachAll();
        }
        QMainWindow::closeEvent(event);
        return;
    }
    event->ignore();
    askToLeave(unfinished);
}

Unfinished MainWindow::unfinished() const
{
    using Run = Unfinished::Run;
    Unfinished all;
    if (hasOpenRun()) {
        const bool untouched = m_run->state().untouched && m_run->allows(session::Event::Stop);
        all.run = m_run->unrecorded() ? Run::Unrecorded : untouched ? Run::Untouched : Run::Open;
        all.copies = runningCopies(*m_run);
    }
    if (m_terminalPage) {
        all.commandRuns = m_terminalPage->isBusy();
        all.copies += m_terminalPage->runningCopies();
    }
    return all;
}

void MainWindow::askToLeave(const Unfinished &unfinished)
{
    const bool untouched = unfinished.run == Unfinished::Run::Untouched;
    auto *question = new QMessageBox(QMessageBox::Question, unfinished.title(), unfinished.words(), QMessageBox::NoButton, this);
    question->setObjectName(QStringLiteral("leaveQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText); // names of files are a host's
    if (untouched) {
        QPushButton *end = question->addButton(tr("End the run and close"), QMessageBox::AcceptRole);
        end->setObjectName(QStringLiteral("leaveEndRun"));
        connect(end, &QPushButton::clicked, this, [this] {
            m_closeWhenOver = true;
            m_run->endUntouched();
        });
    }
    QPushButton *leave = question->addButton(untouched ? tr("Keep it and close") : tr("Close anyway"),
                                             QMessageBox::DestructiveRole);
    leave->setObjectName(QStringLiteral("leaveAnyway"));
    question->setDefaultButton(question->addButton(tr("Stay"), QMessageBox::RejectRole));
    connect(leave, &QPushButton::clicked, this, [this] {
        m_closing = true;
        close();
    });
    question->open();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!firstMarkdownFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString path = firstMarkdownFile(event->mimeData());
    if (!path.isEmpty())
        openDocument(path);
}

} // namespace holdpoint::ui
