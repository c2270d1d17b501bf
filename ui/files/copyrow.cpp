// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/files/copyrow.h>

#include <models/base/text.h>
#include <ui/common/elidedlabel.h>
#include <ui/common/labels.h>
#include <ui/common/style.h>
#include <ui/files/copynames.h>

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace holdpoint::ui {

namespace {

constexpr int progressWidth = 160;
constexpr int steps = 1000; ///< of the bar: an int does not hold the size of a large file

} // namespace

CopyRow::CopyRow(const Copy &copy, QWidget *parent)
    : QWidget(parent)
    , m_copy(copy)
    , m_words(new ElidedLabel({}, this))
    , m_progress(new QProgressBar(this))
    , m_cancel(button(tr("Cancel"), QStringLiteral("copyCancel_%1").arg(copy.id), {}, ButtonRole::Normal, this))
    , m_again(button(tr("Go on"), QStringLiteral("copyAgain_%1").arg(copy.id), QStringLiteral("refresh"),
                     ButtonRole::Normal, this))
    , m_replace(button(tr("Replace it"), QStringLiteral("copyReplace_%1").arg(copy.id), {}, ButtonRole::Danger, this))
    , m_folder(button(tr("Show in folder"), QStringLiteral("copyFolder_%1").arg(copy.id), {}, ButtonRole::Normal, this))
    , m_close(button(tr("Close"), QStringLiteral("copyClose_%1").arg(copy.id), {}, ButtonRole::Normal, this))
{
    setObjectName(QStringLiteral("copyRow_%1").arg(copy.id));
    m_words->setObjectName(QStringLiteral("copyWords_%1").arg(copy.id));
    m_progress->setObjectName(QStringLiteral("copyProgress_%1").arg(copy.id));
    m_progress->setAccessibleName(tr("How far the file is"));
    m_progress->setFixedWidth(progressWidth);
    m_progress->setRange(0, 0); // not known yet
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(gap, halfGap, gap, halfGap);
    row->setSpacing(gap);
    row->addWidget(m_words, 1);
    for (QWidget *each : std::initializer_list<QWidget *>{m_progress, m_cancel, m_again, m_replace, m_folder, m_close})
        row->addWidget(each);
    connect(m_cancel, &QPushButton::clicked, this, &CopyRow::cancelWanted);
    connect(m_again, &QPushButton::clicked, this, [this] { emit copyWanted(m_copy.order); });
    connect(m_replace, &QPushButton::clicked, this, [this] {
        files::TransferOrder order = m_copy.order;
        order.existing = files::Existing::Replace;
        emit copyWanted(order);
    });
    connect(m_folder, &QPushButton::clicked, this, &CopyRow::folderWanted);
    connect(m_close, &QPushButton::clicked, this, &CopyRow::closeWanted);
    refresh(copy);
}

void CopyRow::refresh(const Copy &copy)
{
    m_copy = copy;
    const bool fetch = copy.order.direction == files::Direction::Fetch;
    const bool failed = copy.state == Copy::State::Failed;
    showWords();
    m_progress->setVisible(copy.state == Copy::State::Running);
    m_cancel->setVisible(copy.state == Copy::State::Running);
    m_again->setVisible(failed);
    m_replace->setVisible(failed && copy.nameTaken);
    const bool someIsHere = copy.order.extent == files::Extent::Folder && failed && copy.isKept;
    m_folder->setVisible(fetch && (copy.state == Copy::State::Done || someIsHere));
    m_close->setVisible(copy.state != Copy::State::Running);
}

void CopyRow::setProgress(qint64 done, qint64 total)
{
    showShare(total > 0 ? double(done) / double(total) : -1);
    m_progress->setToolTip(total > 0 ? tr("%1 of %2", "two sizes").arg(locale().formattedDataSize(done), locale().formattedDataSize(total))
                                     : locale().formattedDataSize(done));
}

void CopyRow::setFolderProgress(const session::FolderProgress &progress)
{
    m_folderProgress = progress.words();
    showShare(progress.isCounting ? -1 : progress.share());
    m_progress->setToolTip(m_folderProgress);
    showWords();
}

/// Less than nothing: it is not known.
void CopyRow::showShare(double share)
{
    m_progress->setRange(0, share < 0 ? 0 : steps);
    m_progress->setValue(share < 0 ? 0 : int(share * steps));
}

/// How far it is stands at the end, what came of it at the beginning.
void CopyRow::showWords()
{
    m_words->setElideMode(m_copy.state == Copy::State::Running ? Qt::ElideMiddle : Qt::ElideRight);
    m_words->setText(words());
}

QString CopyRow::words() const
{
    if (m_copy.order.extent == files::Extent::Folder)
        return folderWords();
    const bool fetch = isFetch();
    const QString name = shortSubjectOf(m_copy.order);
    const QString outcome = visibleControls(m_copy.outcome);
    const QString remote = visibleControls(m_copy.order.remotePath);
    switch (m_copy.state) {
    case Copy::State::Running: return fetch ? tr("Fetching %1").arg(remote) : tr("Sending %1 to %2").arg(name, remote);
    case Copy::State::Done:
        return fetch ? tr("%1 is here: %2").arg(name, outcome) : tr("%1 is there: %2").arg(name, outcome);
    case Copy::State::Failed:
        if (!m_copy.isKept)
            return fetch ? tr("%1 was not fetched: %2.").arg(name, outcome)
                         : tr("%1 was not sent: %2.").arg(name, outcome);
        return fetch ? tr("%1 was not fetched: %2. What came so far is kept.").arg(name, outcome)
                     : tr("%1 was not sent: %2. What arrived so far is kept.").arg(name, outcome);
    }
    Q_UNREACHABLE();
}

QString CopyRow::folderWords() const
{
    const bool isRunning = m_copy.state == Copy::State::Running;
    const QString subject = isRunning ? subjectOf(m_copy.order) : shortSubjectOf(m_copy.order);
    const QString outcome = visibleControls(m_copy.outcome);
    const QString progress = m_folderProgress.isEmpty() ? tr("looking what is there") : m_folderProgress;
    switch (m_copy.state) {
    case Copy::State::Running:
        return isFetch() ? tr("Fetching %1: %2").arg(subject, progress) : tr("Sending %1: %2").arg(subject, progress);
    case Copy::State::Done:
        return isFetch() ? tr("Fetched %1: %2").arg(subject, outcome) : tr("Sent %1: %2").arg(subject, outcome);
    case Copy::State::Failed:
        if (!m_copy.isKept)
            return isFetch() ? tr("Not all of %1 was fetched: %2.").arg(subject, outcome)
                             : tr("Not all of %1 was sent: %2.").arg(subject, outcome);
        return isFetch() ? tr("Not all of %1 was fetched: %2. What is complete is kept.").arg(subject, outcome)
                         : tr("Not all of %1 was sent: %2. What is complete is kept.").arg(subject, outcome);
    }
    Q_UNREACHABLE();
}

} // namespace holdpoint::ui
