// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/files/copydialog.h>

#include <models/base/text.h>
#include <ui/common/labels.h>
#include <ui/common/style.h>
#include <ui/files/hostbrowser.h>
#include <ui/files/localorders.h>

#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdpoint::ui {

namespace {

constexpr int dialogWidth = 560;

constexpr qsizetype shownPaths = 12;

/// The name of a file, or of a folder where the path ends in a slash; empty where there is none to keep it under.
QString nameOf(const QString &path)
{
    const QString whole = path.endsWith(u'/') ? path.chopped(1) : path;
    const QString name = whole.mid(whole.lastIndexOf(u'/') + 1);
    return name == u'~' || name == u'.' || name == QStringLiteral("..") ? QString() : name;
}

QString shownFiles(const QStringList &paths)
{
    QStringList lines;
    for (const QString &path : paths.mid(0, shownPaths)) {
        const QFileInfo info(path);
        lines.append(QStringLiteral("%1 (%2)").arg(visibleControls(path), info.isDir() ? CopyDialog::tr("a folder, with all in it")
                                                                                      : QLocale().formattedDataSize(info.size())));
    }
    if (paths.size() > shownPaths)
        lines.append(CopyDialog::tr("and %L1 more").arg(paths.size() - shownPaths));
    return lines.join(u'\n');
}

} // namespace

CopyDialog::CopyDialog(const Subject &subject, QWidget *parent)
    : QDialog(parent)
    , m_subject(subject)
    , m_remote(new QLineEdit(subject.remotePath, this))
    , m_folder(body(visibleControls(subject.localFolder), this))
    , m_replace(new QCheckBox(tr("Replace a file of that name"), this))
    , m_problem(muted({}, this))
    , m_confirm(nullptr)
{
    const bool fetch = isFetch();
    const QString host = visibleControls(subject.host);
    setObjectName(QStringLiteral("copyDialog"));
    setWindowTitle(fetch ? tr("Fetch a file from %1").arg(host) : tr("Send to %1").arg(host));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(dialogWidth);
    m_remote->setObjectName(QStringLiteral("copyRemote"));
    m_replace->setObjectName(QStringLiteral("copyReplace"));
    m_problem->setObjectName(QStringLiteral("copyProblem"));
    m_confirm = button(fetch ? tr("Fetch") : tr("Send"), QStringLiteral("copyConfirm"), {}, ButtonRole::Primary, this);
    auto *cancel = button(tr("Cancel"), QStringLiteral("copyDialogCancel"), {}, ButtonRole::Normal, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, pageMargin, pageMargin, wideGap);
    column->setSpacing(gap);
    if (!fetch)
        column->addWidget(body(shownFiles(subject.localPaths), this));
    auto *label = oneLine(fetch ? tr("File on the host, or a folder with a slash at its end") : tr("Folder or name on the host"), this);
    label->setBuddy(m_remote);
    m_remote->setAccessibleName(label->text());
    column->addWidget(label);
    auto *place = new QHBoxLayout;
    place->setSpacing(gap);
    place->addWidget(m_remote, 1);
    if (subject.connection) {
        auto *look = button(tr("Browse host…"), QStringLiteral("copyBrowse"), QStringLiteral("folder"), ButtonRole::Normal, this);
        look->setAutoDefault(false);
        place->addWidget(look);
        connect(look, &QPushButton::clicked, this, &CopyDialog::browse);
    }
    column->addLayout(place);
    if (fetch) {
        auto *change = button(tr("Other folder…"), QStringLiteral("copyFolder"), {}, ButtonRole::Normal, this);
        auto *row = new QHBoxLayout;
        row->setSpacing(gap);
        row->addWidget(oneLine(tr("It is kept in"), this));
        row->addWidget(m_folder, 1);
        row->addWidget(change);
        column->addLayout(row);
        connect(change, &QPushButton::clicked, this, &CopyDialog::chooseFolder);
    } else {
        m_folder->hide();
    }
    column->addWidget(m_replace);
    column->addWidget(m_problem);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gap);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_confirm);
    column->addLayout(buttons);
    m_confirm->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        emit confirmed(orders());
        accept();
    });
    connect(m_remote, &QLineEdit::textChanged, this, &CopyDialog::judge);
    m_remote->selectAll();
    m_remote->setFocus();
    judge();
}

void CopyDialog::judge()
{
    const QString why = problem();
    const bool hasBlank = why.isEmpty() && m_remote->text() != m_remote->text().trimmed();
    m_problem->setText(hasBlank ? tr("The blank at an end of this name is taken for a part of it.") : why);
    m_confirm->setEnabled(why.isEmpty());
    if (isFetch())
        m_confirm->setText(m_remote->text().endsWith(u'/') ? tr("Fetch the folder") : tr("Fetch"));
}

QString CopyDialog::problem() const
{
    const QString remote = m_remote->text();
    if (remote.trimmed().isEmpty())
        return tr("Say where on the host.");
    if (isFetch() && nameOf(remote).isEmpty())
        return tr("Name a file, or a folder that has a name.");
    if (m_subject.localPaths.size() > 1 && !remote.endsWith(u'/'))
        return tr("Several files need a folder: end its name with a slash.");
    return {};
}

QList<files::TransferOrder> CopyDialog::orders() const
{
    const QString remote = m_remote->text();
    const bool folder = remote.endsWith(u'/');
    const auto existing = m_replace->isChecked() ? files::Existing::Replace : files::Existing::Refuse;
    if (isFetch())
        return {{.direction = files::Direction::Fetch,
                 .localPath = m_subject.localFolder + u'/' + nameOf(remote),
                 .remotePath = folder ? remote.chopped(1) : remote,
                 .existing = existing,
                 .extent = folder ? files::Extent::Folder : files::Extent::File}};
    QList<files::TransferOrder> orders = ordersToSend(m_subject.localPaths, folder ? remote : QString(), existing);
    if (!folder) // it is the name itself
        orders.first().remotePath = remote;
    return orders;
}

void CopyDialog::browse()
{
    const QString remote = m_remote->text();
    const qsizetype slash = remote.lastIndexOf(u'/');
    auto *browser = new HostBrowser({.host = m_subject.host, .folder = slash > 0 ? remote.left(slash) : remote.left(slash + 1)},
                                    isFetch() ? HostBrowser::Purpose::ChooseSource : HostBrowser::Purpose::ChooseFolder,
                                    m_subject.connection, this);
    connect(browser, &HostBrowser::chosen, m_remote, &QLineEdit::setText);
    browser->open();
}

void CopyDialog::chooseFolder()
{
    auto *chooser = new QFileDialog(this, tr("Where to keep it"), m_subject.localFolder);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_subject.localFolder = folder;
        m_folder->setText(visibleControls(folder));
    });
    chooser->open();
}

} // namespace holdpoint::ui
