// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/files/hostbrowser.h>

#include <models/base/text.h>
#include <ui/common/elidedlabel.h>
#include <ui/common/labels.h>
#include <ui/common/rowtable.h>
#include <ui/common/style.h>
#include <ui/common/tonelabel.h>
#include <ui/files/copybar.h>
#include <ui/files/filedelegate.h>
#include <ui/files/localorders.h>

#include <QCheckBox>
#include <QCompleter>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace holdpoint::ui {

using files::Direction;
using files::Extent;
using files::FileType;
using items::FolderListModel;

namespace {

constexpr QSize firstSize(860, 560);
constexpr int nameWidth = 280;
/// Names come by the hundred; the table is brought up to date a few times a second.
constexpr std::chrono::milliseconds pendingInterval(80);
constexpr std::chrono::milliseconds linkDelay(40);
constexpr int mostCompletions = 2000;
/// Of one order, which names each of them in the record.
constexpr qsizetype mostChosen = 5000;
constexpr quint64 largestCounted = quint64(1) << 45; // a host may say what it likes about sizes

QString withSlash(const QString &path) { return path.endsWith(u'/') ? path : path + u'/'; }

QString problemWords(const Error &error)
{
    const QString detail = visibleControls(error.detail);
    switch (error.kind) {
    case ErrorKind::NotPermitted: return HostBrowser::tr("You may not look into this folder (%1).").arg(detail);
    case ErrorKind::NotFound: return HostBrowser::tr("It is not there, or not any more (%1).").arg(detail);
    case ErrorKind::Invalid: return HostBrowser::tr("That is no folder (%1).").arg(detail);
    case ErrorKind::Disconnected:
        return HostBrowser::tr("There is no connection (%1). Connect the terminal again, then try again here.")
            .arg(detail);
    case ErrorKind::Corrupt:
        return HostBrowser::tr("The host’s file service does not do what it should (%1).").arg(detail);
    default: return HostBrowser::tr("The folder cannot be read (%1).").arg(detail);
    }
}

QString namesText(int count)
{
    return count == 0   ? HostBrowser::tr("No name")
           : count == 1 ? HostBrowser::tr("One name")
                        : HostBrowser::tr("%L1 names").arg(count);
}

QPushButton *plainButton(const QString &text, const char *name, const char *iconName, QWidget *parent)
{
    auto *made = button(text, QString::fromLatin1(name), QString::fromLatin1(iconName), ButtonRole::Normal, parent);
    made->setAutoDefault(false); // Enter is for the line and the table
    return made;
}

} // namespace

HostBrowser::HostBrowser(const Subject &subject, Purpose purpose, session::HostFolder::Connection connection,
                         QWidget *parent)
    : QDialog(parent)
    , m_subject(subject)
    , m_purpose(purpose)
    , m_folder(std::move(connection))
    , m_line(new QLineEdit(this))
    , m_up(plainButton(tr("Up"), "browserUp", "up", this))
    , m_home(plainButton(tr("Home"), "browserHome", "home", this))
    , m_again(plainButton(tr("Read again"), "browserAgain", "refresh", this))
    , m_table(rowTable(&m_names, QStringLiteral("browserTable"), tr("Files of the host"), this))
    , m_problem(new ToneLabel({}, Tone::Danger, this))
    , m_retry(plainButton(tr("Try again"), "browserRetry", "refresh", this))
    , m_status(muted({}, this))
    , m_hidden(new QCheckBox(tr("Hidden names too"), this))
    , m_confirm(button({}, QStringLiteral("browserConfirm"), {}, ButtonRole::Primary, this))
{
    setObjectName(QStringLiteral("hostBrowser"));
    setWindowTitle(tr("Files of %1").arg(visibleControls(subject.host)));
    setAttribute(Qt::WA_DeleteOnClose);
    setSizeGripEnabled(true);
    m_confirm->setAutoDefault(false);
    m_pendingTimer.setSingleShot(true);
    m_pendingTimer.setInterval(pendingInterval);
    m_linkTimer.setSingleShot(true);
    m_linkTimer.setInterval(linkDelay);
    build();
    buildTable();
    connectFolder();
    resize(firstSize);
    go(subject.folder);
    m_table->setFocus();
}

void HostBrowser::build()
{
    m_problem->setObjectName(QStringLiteral("browserProblem"));
    m_status->setObjectName(QStringLiteral("browserStatus"));
    m_hidden->setObjectName(QStringLiteral("browserHidden"));
    m_hidden->setToolTip(tr("Names that begin with a dot (Ctrl+H)"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(wideGap, wideGap, wideGap, wideGap);
    column->setSpacing(gap);
    column->addLayout(pathRow());
    auto *problem = new QHBoxLayout;
    problem->setSpacing(gap);
    problem->addWidget(m_problem, 1);
    problem->addWidget(m_retry, 0, Qt::AlignTop);
    column->addLayout(problem);
    column->addWidget(m_table, 1);
    auto *status = new QHBoxLayout;
    status->setSpacing(gap);
    status->addWidget(m_status, 1);
    status->addWidget(m_hidden);
    column->addLayout(status);
    if (m_purpose == Purpose::Copy) {
        m_bar = new CopyBar(this);
        column->addWidget(m_bar);
        column->addLayout(keptRow());
    }
    column->addLayout(buttonRow());
    showProblem({});
    connect(m_retry, &QPushButton::clicked, this, [this] {
        go(m_asked);
        m_table->setFocus(); // the button goes when there is no problem any more
    });
    connect(m_hidden, &QCheckBox::toggled, this, [this](bool shown) {
        keepCurrent();
        m_names.setHiddenNames(shown ? FolderListModel::HiddenNames::Shown : FolderListModel::HiddenNames::LeftOut);
        standAgain();
        refresh();
    });
}

QHBoxLayout *HostBrowser::pathRow()
{
    m_line->setObjectName(QStringLiteral("browserPath"));
    m_line->setAccessibleName(tr("Folder of the host"));
    m_line->setToolTip(tr("Type a folder, then Enter (Ctrl+L goes here)"));
    m_up->setToolTip(tr("The folder above (Alt+Up, Backspace)"));
    m_home->setToolTip(tr("The login’s home folder (Alt+Home)"));
    m_again->setToolTip(tr("F5"));
    auto *completer = new QCompleter(&m_completions, this);
    completer->setCaseSensitivity(Qt::CaseSensitive);
    m_line->setCompleter(completer);
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    for (QWidget *each : std::initializer_list<QWidget *>{m_up, m_home})
        row->addWidget(each);
    row->addWidget(m_line, 1);
    row->addWidget(m_again);
    connect(m_up, &QPushButton::clicked, this, &HostBrowser::goUp);
    connect(m_home, &QPushButton::clicked, this, [this] { go(QStringLiteral("~")); });
    connect(m_again, &QPushButton::clicked, this, [this] {
        if (m_folder.isReading())
            stop();
        else
            readAgain();
    });
    connect(m_line, &QLineEdit::returnPressed, this, [this] {
        const QString text = m_line->text();
        go(text == visibleControls(m_asked) ? m_asked : text == visibleControls(m_path) ? m_path : text);
        m_table->setFocus();
    });
    return row;
}

QHBoxLayout *HostBrowser::keptRow()
{
    m_kept = new ElidedLabel(visibleControls(m_subject.localFolder), this);
    m_kept->setObjectName(QStringLiteral("browserKept"));
    auto *change = plainButton(tr("Other folder…"), "browserFolder", "", this);
    connect(change, &QPushButton::clicked, this, &HostBrowser::chooseLocalFolder);
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    row->addWidget(oneLine(tr("Fetched files are kept in"), this));
    row->addWidget(m_kept, 1);
    row->addWidget(change);
    return row;
}

QHBoxLayout *HostBrowser::buttonRow()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    auto *close = plainButton(m_purpose == Purpose::Copy ? tr("Close") : tr("Cancel"), "browserClose", "", this);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &HostBrowser::confirm);
    if (m_purpose == Purpose::Copy) {
        m_send = plainButton(tr("Send here…"), "browserSend", "", this);
        auto *menu = new QMenu(m_send);
        menu->addAction(tr("&Files…"), this, &HostBrowser::chooseFiles)
            ->setObjectName(QStringLiteral("browserSendFiles"));
        menu->addAction(tr("A f&older…"), this, &HostBrowser::chooseFolder)
            ->setObjectName(QStringLiteral("browserSendFolder"));
        m_send->setMenu(menu);
        row->addWidget(m_send);
    }
    row->addStretch();
    row->addWidget(close);
    row->addWidget(m_confirm);
    return row;
}

void HostBrowser::buildTable()
{
    m_table->setItemDelegate(new FileDelegate(m_table));
    m_table->setSelectionMode(m_purpose == Purpose::Copy ? QAbstractItemView::ExtendedSelection
                                                         : QAbstractItemView::SingleSelection);
    m_table->installEventFilter(this);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->resizeSection(FolderListModel::Name, nameWidth);
    header->setStretchLastSection(true);
    header->setSortIndicator(FolderListModel::Name, Qt::AscendingOrder);
    for (const auto &[column, sample] :
         {std::pair(FolderListModel::Size, "1000.00 MiB "), std::pair(FolderListModel::Modified, "2026-11-26 05:40 "),
          std::pair(FolderListModel::Permissions, "Permissions ")})
        header->resizeSection(column, fontMetrics().horizontalAdvance(QLatin1String(sample)) + wideGap);
    m_table->setSortingEnabled(true);
    connect(m_table, &QTableView::activated, this, &HostBrowser::activate);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HostBrowser::refresh);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, &m_linkTimer, qOverload<>(&QTimer::start));
    connect(&m_names, &QAbstractItemModel::layoutChanged, &m_linkTimer, qOverload<>(&QTimer::start));
    connect(&m_names, &QAbstractItemModel::modelReset, &m_linkTimer, qOverload<>(&QTimer::start));
    connect(&m_names, &QAbstractItemModel::rowsInserted, &m_linkTimer, qOverload<>(&QTimer::start));
    connect(&m_linkTimer, &QTimer::timeout, this, &HostBrowser::resolveShownLinks);
}

void HostBrowser::connectFolder()
{
    connect(&m_folder, &session::HostFolder::opened, this, [this](const QString &path) {
        m_path = path;
        m_line->setText(visibleControls(path));
        refresh();
    });
    connect(&m_folder, &session::HostFolder::came, this, [this](const QList<files::FolderEntry> &entries) {
        m_pending += entries;
        if (m_names.count() == 0)
            takePending(); // a small folder is there at once
        else if (!m_pendingTimer.isActive())
            m_pendingTimer.start();
    });
    connect(&m_pendingTimer, &QTimer::timeout, this, &HostBrowser::takePending);
    connect(&m_folder, &session::HostFolder::ended, this, &HostBrowser::folderEnded);
    connect(&m_folder, &session::HostFolder::resolved, this,
            [this](const QByteArray &name, const session::LinkTarget &target) {
                m_names.setTarget(name, target);
                refresh();
            });
}

void HostBrowser::go(const QString &path)
{
    m_asked = path.isEmpty() ? QStringLiteral("~") : path;
    if (!m_path.isEmpty())
        m_left = std::exchange(m_path, {}); // what is done before the new one is there must not mean the old one
    m_pending.clear();
    m_pendingTimer.stop();
    m_table->keyboardSearch({}); // what is typed from now on is the beginning of another name
    m_names.clear();
    m_completions.setStringList({});
    m_line->setText(visibleControls(m_asked));
    showProblem({});
    m_folder.open(m_asked);
    refresh();
}

void HostBrowser::goUp()
{
    if (m_path.isEmpty() && !m_left.isEmpty())
        return go(m_left); // out of one that does not open
    const qsizetype slash = m_path.lastIndexOf(u'/');
    if (m_path.size() < 2 || slash < 0)
        return;
    m_goTo = m_path.mid(slash + 1).toUtf8();
    go(m_path.left(std::max<qsizetype>(slash, 1)));
}

void HostBrowser::readAgain()
{
    keepCurrent();
    go(m_path.isEmpty() ? m_asked : m_path);
}

void HostBrowser::stop()
{
    m_folder.stop();
    takePending();
    showProblem(tr("Stopped: the folder may hold more than these names."));
}

/// The row that somebody stands on is the same name after the table was filled anew.
void HostBrowser::keepCurrent()
{
    if (const FolderListModel::Item *item = m_names.item(m_table->currentIndex().row()))
        m_goTo = item->entry.name;
}

/// There, or on the first row.
void HostBrowser::standAgain()
{
    const int row = m_goTo.isEmpty() ? -1 : m_names.rowOf(m_goTo);
    m_goTo.clear();
    if (row >= 0)
        m_table->selectRow(row);
    else if (!m_table->currentIndex().isValid() && m_names.rowCount() > 0)
        m_table->setCurrentIndex(m_names.index(0, 0));
}

void HostBrowser::takePending()
{
    m_names.add(std::exchange(m_pending, {}));
    refresh();
}

void HostBrowser::folderEnded(const Result<files::FolderReader::End> &end)
{
    takePending();
    if (!end)
        showProblem(problemWords(end.error()));
    else if (*end == files::FolderReader::End::Cut)
        showProblem(tr("The folder holds more than these names: no more of them were read."));
    standAgain();
    QStringList paths;
    for (const QString &name : m_names.folders(mostCompletions)) {
        if (const QString path = pathOf(name); visibleControls(path) == path)
            paths.append(path);
    }
    m_completions.setStringList(paths);
    refresh();
}

void HostBrowser::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    m_retry->setVisible(!text.isEmpty());
}

QString HostBrowser::pathOf(const QString &name) const { return withSlash(m_path) + name; }

QList<const FolderListModel::Item *> HostBrowser::selection() const
{
    QList<const FolderListModel::Item *> items;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (const auto *item = m_names.item(row); item && item->problem.isEmpty())
                items.append(item);
        }
    }
    return items;
}

QString HostBrowser::statusText() const
{
    if (m_folder.isReading())
        return tr("Reading: %1 so far").arg(namesText(m_names.count()));
    QStringList parts{namesText(m_names.rowCount())};
    if (m_names.hiddenCount() > 0)
        parts.append(tr("%L1 hidden", "names in a folder").arg(m_names.hiddenCount()));
    const auto chosen = selection();
    quint64 bytes = 0;
    for (const auto *item : chosen)
        bytes +=
            item->entry.attributes.isRegular() ? std::min(item->entry.attributes.size.value_or(0), largestCounted) : 0;
    if (chosen.size() > 1 && bytes == 0)
        parts.append(tr("%L1 chosen", "names").arg(chosen.size()));
    else if (chosen.size() > 1)
        parts.append(tr("%L1 chosen (%2)", "names; their size")
                         .arg(chosen.size())
                         .arg(QLocale().formattedDataSize(qint64(bytes))));
    if (chosen.size() > mostChosen)
        parts.append(tr("more than %1 at once need their whole folder").arg(QLocale().toString(mostChosen)));
    return parts.join(QStringLiteral(" · "));
}

void HostBrowser::refresh()
{
    const auto chosen = selection();
    const bool reading = m_folder.isReading();
    m_again->setText(reading ? tr("Stop") : tr("Read again"));
    m_up->setEnabled(m_path.size() > 1 || (m_path.isEmpty() && !m_left.isEmpty()));
    m_status->setText(statusText());
    const bool folder = chosen.size() == 1 && chosen.first()->type() == FileType::Folder;
    switch (m_purpose) {
    case Purpose::Copy:
        m_confirm->setText(folder              ? tr("Fetch the folder")
                           : chosen.size() > 1 ? tr("Fetch all %L1", "chosen names").arg(chosen.size())
                                               : tr("Fetch"));
        m_confirm->setEnabled(!m_path.isEmpty() && !chosen.isEmpty() && chosen.size() <= mostChosen
                              && !m_subject.localFolder.isEmpty());
        m_send->setEnabled(!m_path.isEmpty());
        break;
    case Purpose::ChooseSource:
        m_confirm->setText(folder ? tr("Choose the folder") : tr("Choose the file"));
        m_confirm->setEnabled(!chosen.isEmpty());
        break;
    case Purpose::ChooseFolder:
        m_confirm->setText(folder ? tr("Choose %1").arg(elided(visibleControls(chosen.first()->name()), 24))
                                  : tr("Choose this folder"));
        m_confirm->setEnabled(!m_path.isEmpty());
        break;
    }
    m_confirm->setAccessibleName(m_confirm->text());
}

void HostBrowser::activate(const QModelIndex &index)
{
    const FolderListModel::Item *item = m_names.item(index.row());
    if (!item || !item->problem.isEmpty())
        return;
    // Where a link leads may not be known yet; most that are entered lead to folders.
    if (item->type() == FileType::Folder || (item->isLink() && !item->target))
        return go(pathOf(item->name()));
    if (m_purpose != Purpose::ChooseFolder && m_confirm->isEnabled())
        confirm();
}

void HostBrowser::confirm()
{
    if (m_purpose == Purpose::Copy)
        return fetch();
    const auto items = selection();
    const bool folder = !items.isEmpty() && items.first()->type() == FileType::Folder;
    if (m_purpose == Purpose::ChooseSource)
        emit chosen(folder ? withSlash(pathOf(items.first()->name())) : pathOf(items.first()->name()));
    else
        emit chosen(withSlash(folder ? pathOf(items.first()->name()) : m_path));
    accept();
}

void HostBrowser::fetch()
{
    const auto items = selection();
    files::TransferOrder order{.direction = Direction::Fetch};
    if (items.size() == 1) {
        const QString name = items.first()->name();
        order.localPath = m_subject.localFolder + u'/' + name;
        order.remotePath = pathOf(name);
        order.extent = items.first()->type() == FileType::Folder ? Extent::Folder : Extent::File;
    } else {
        order.localPath = m_subject.localFolder;
        order.remotePath = m_path;
        order.extent = Extent::Folder;
        for (const auto *item : items)
            order.names.append(item->name());
    }
    emit ordersMade({order});
}

void HostBrowser::chooseFiles()
{
    auto *chooser = new QFileDialog(this, tr("Files to send"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFiles);
    connect(chooser, &QFileDialog::filesSelected, this, &HostBrowser::send);
    chooser->open();
}

void HostBrowser::chooseFolder()
{
    auto *chooser = new QFileDialog(this, tr("A folder to send"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    connect(chooser, &QFileDialog::filesSelected, this, &HostBrowser::send);
    chooser->open();
}

void HostBrowser::send(const QStringList &paths)
{
    emit ordersMade(ordersToSend(paths, withSlash(m_path), files::Existing::Refuse));
}

void HostBrowser::chooseLocalFolder()
{
    auto *chooser = new QFileDialog(this, tr("Where to keep it"), m_subject.localFolder);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_subject.localFolder = folder;
        m_kept->setText(visibleControls(folder));
        refresh();
    });
    chooser->open();
}

/// A host is asked where its links lead for the rows that somebody sees.
void HostBrowser::resolveShownLinks()
{
    const int first = std::max(m_table->rowAt(0), 0);
    const int below = m_table->rowAt(m_table->viewport()->height() - 1);
    const int last = below < 0 ? m_names.rowCount() - 1 : below;
    for (int row = first; row <= last; ++row) {
        const FolderListModel::Item *item = m_names.item(row);
        if (item->isLink() && !item->target && item->problem.isEmpty())
            m_folder.resolve(item->entry.name);
    }
}

bool HostBrowser::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const int last = m_names.rowCount() - 1;
    if (key->key() == Qt::Key_Backspace)
        goUp();
    else if (last >= 0 && key->keyCombination() == QKeyCombination(Qt::Key_Home))
        m_table->setCurrentIndex(m_names.index(0, 0)); // of the rows, not of one row's columns
    else if (last >= 0 && key->keyCombination() == QKeyCombination(Qt::Key_End))
        m_table->setCurrentIndex(m_names.index(last, 0));
    else
        return takeKey(*key); // the table would move in place of some
    return true;
}

void HostBrowser::keyPressEvent(QKeyEvent *event)
{
    if (takeKey(*event))
        event->accept();
    else
        QDialog::keyPressEvent(event);
}

bool HostBrowser::takeKey(const QKeyEvent &event)
{
    const QKeyCombination keys = event.keyCombination();
    if (keys == (Qt::ALT | Qt::Key_Up))
        goUp();
    else if (keys == (Qt::ALT | Qt::Key_Home))
        go(QStringLiteral("~"));
    else if (keys == (Qt::CTRL | Qt::Key_H))
        m_hidden->toggle();
    else if (keys == QKeyCombination(Qt::Key_F5))
        readAgain();
    else if (keys == (Qt::CTRL | Qt::Key_L))
        m_line->setFocus(Qt::ShortcutFocusReason);
    else
        return false;
    return true;
}

} // namespace holdpoint::ui
