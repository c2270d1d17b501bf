// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/files/copydialog.h>

#include <models/base/text.h>
#include <ui/common/labels.h>
#include <ui/common/style.h>

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

QString lastName(const QString &path) { return path.mid(path.lastIndexOf(u'/') + 1); }

QString shownFiles(const QStringList &paths)
{
    QStringList lines;
    for (const QString &path : paths)
        lines.append(QStringLiteral("%1 (%2)").arg(visibleControls(path), QLocale().formattedDataSize(QFileInfo(path).size())));
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
    const bool fetch = subject.direction == files::Direction::Fetch;
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
    auto *label = oneLine(fetch ? tr("File on the host") : tr("Folder or name on the host"), this);
    label->setBuddy(m_remote);
    m_remote->setAccessibleName(label->text());
    column->addWidget(label);
    column->addWidget(m_remote);
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
    m_problem->setText(why);
    m_confirm->setEnabled(why.isEmpty());
}

QString CopyDialog::problem() const
{
    const QString remote = m_remote->text().trimmed();
    if (remote.isEmpty())
        return tr("Say where on the host.");
    if (m_subject.direction == files::Direction::Fetch && lastName(remote).isEmpty())
        return tr("Name a file, not a folder.");
    if (m_subject.localPaths.size() > 1 && !remote.endsWith(u'/'))
        return tr("Several files need a folder: end its name with a slash.");
    return {};
}

QList<files::TransferOrder> CopyDialog::orders() const
{
    const QString remote = m_remote->text().trimmed();
    const auto existing = m_replace->isChecked() ? files::Existing::Replace : files::Existing::Refuse;
    if (m_subject.direction == files::Direction::Fetch)
        return {{files::Direction::Fetch, m_subject.localFolder + u'/' + lastName(remote), remote, existing}};
    QList<files::TransferOrder> orders;
    for (const QString &path : m_subject.localPaths)
        orders.append({files::Direction::Put, path, remote.endsWith(u'/') ? remote + QFileInfo(path).fileName() : remote, existing});
    return orders;
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
