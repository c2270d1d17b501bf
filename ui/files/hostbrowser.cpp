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

#include <QCheckBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace holdpoint::ui {

using items::FolderListModel;

namespace {

constexpr QSize firstSize(860, 560);
constexpr int nameWidth = 280;
/// Names come by the hundred; the table is brought up to date a few times a second.
constexpr std::chrono::milliseconds pendingInterval(80);
constexpr std::chrono::milliseconds linkDelay(40);

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
