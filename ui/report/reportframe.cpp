// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/report/reportframe.h>

#include <ui/common/formarea.h>
#include <ui/common/labels.h>
#include <ui/common/messagebar.h>
#include <ui/common/style.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace holdpoint::ui {

namespace {

constexpr int screenMargin = 48; ///< for the window's frame and a panel

} // namespace

ReportFrame::ReportFrame(const Words &words, QDialog &dialog)
    : QObject(&dialog)
    , m_dialog(dialog)
    , m_title(words.title)
    , m_about(words.about)
    , m_progress(new QProgressBar(&dialog))
    , m_message(new MessageBar(&dialog))
{
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(words.underWay);
    m_progress->hide();
    dialog.setWindowTitle(m_title);
    dialog.setAttribute(Qt::WA_DeleteOnClose);
    dialog.installEventFilter(this);
}

void ReportFrame::lay(QWidget *form, int width, const QList<QPushButton *> &left, const QList<QPushButton *> &right)
{
    auto *area = new FormArea(form, &m_dialog);
    area->setMinimumWidth(width);
    auto *column = new QVBoxLayout(&m_dialog);
    column->setContentsMargins(pageMargin, pageMargin, pageMargin, wideGap);
    column->setSpacing(gap);
    column->addWidget(pageTitle(m_title, &m_dialog));
    column->addWidget(muted(m_about, &m_dialog));
    column->addSpacing(gap);
    column->addWidget(area, 1);
    column->addWidget(m_progress);
    column->addWidget(m_message);
    column->addSpacing(gap);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gap);
    for (QPushButton *button : left)
        buttons->addWidget(button);
    buttons->addStretch();
    for (QPushButton *button : right)
        buttons->addWidget(button);
    column->addLayout(buttons);
}

QWidget *ReportFrame::formOf(const QList<QWidget *> &parts)
{
    auto *form = new QWidget(&m_dialog);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    for (QWidget *part : parts)
        column->addWidget(part);
    column->addStretch();
    return form;
}

void ReportFrame::setWork(Work work) { m_progress->setVisible(work == Work::UnderWay); }

bool ReportFrame::isAtWork() const { return !m_progress->isHidden(); }

void ReportFrame::fitHeight()
{
    const QRect available = m_dialog.screen()->availableGeometry();
    const int wanted = m_dialog.layout()->totalHeightForWidth(m_dialog.width());
    const int least = m_height == Height::Fits ? 0 : m_dialog.height();
    m_dialog.resize(m_dialog.width(), std::min(available.height() - screenMargin, std::max(wanted, least)));
    const QRect frame = m_dialog.frameGeometry();
    if (m_dialog.isVisible() && frame.bottom() > available.bottom())
        m_dialog.move(m_dialog.x(), std::max(available.top(), available.bottom() - frame.height()));
}

bool ReportFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) {
        m_dialog.layout()->activate(); // how low it can be is known then
        fitHeight();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace holdpoint::ui
