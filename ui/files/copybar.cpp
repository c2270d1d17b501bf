// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/files/copybar.h>

#include <ui/files/copyrow.h>

#include <QFileInfo>
#include <QVBoxLayout>

namespace holdpoint::ui {

CopyBar::CopyBar(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("copyBar"));
    setAccessibleName(tr("Files on their way"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    hide();
}

void CopyBar::refresh(const QList<Copy> &copies)
{
    for (const Copy &copy : copies) {
        if (m_dismissed.contains(copy.id))
            continue;
        if (CopyRow *row = m_rows.value(copy.id)) {
            const bool ends = row->copy().state == Copy::State::Running && copy.state != Copy::State::Running;
            row->refresh(copy);
            if (ends)
                emit ended(copy);
        } else if (copy.state == Copy::State::Running) {
            add(copy);
        } else {
            m_dismissed.insert(copy.id);
        }
    }
}

void CopyBar::add(const Copy &copy)
{
    auto *row = new CopyRow(copy, this);
    m_rows.insert(copy.id, row);
    m_column->addWidget(row);
    connect(row, &CopyRow::cancelWanted, this, [this, id = copy.id] { emit cancelWanted(id); });
    connect(row, &CopyRow::folderWanted, this,
            [this, row] {
                const files::TransferOrder &order = row->copy().order;
                emit folderWanted(order.extent == files::Extent::Folder ? order.localPath
                                                                        : QFileInfo(order.localPath).absolutePath());
            });
    connect(row, &CopyRow::copyWanted, this, [this, id = copy.id](const files::TransferOrder &order) {
        dismiss(id); // the next attempt has a row of its own
        emit copyWanted(order);
    });
    connect(row, &CopyRow::closeWanted, this, [this, id = copy.id] { dismiss(id); });
    show();
}

void CopyBar::dismiss(const QString &id)
{
    m_dismissed.insert(id);
    if (CopyRow *row = m_rows.take(id)) {
        m_column->removeWidget(row);
        row->hide();
        row->deleteLater(); // it is telling us this
    }
    setVisible(!m_rows.isEmpty());
}

void CopyBar::setProgress(const QString &id, qint64 done, qint64 total)
{
    if (CopyRow *row = m_rows.value(id))
        row->setProgress(done, total);
}

void CopyBar::setFolderProgress(const QString &id, const session::FolderProgress &progress)
{
    if (CopyRow *row = m_rows.value(id))
        row->setFolderProgress(progress);
}

} // namespace holdpoint::ui
