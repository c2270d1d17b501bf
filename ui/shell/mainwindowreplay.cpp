// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// MainWindow: the replay of a recorded run.

#include <ui/shell/mainwindow.h>

#include <ui/common/messagebar.h>
#include <ui/replay/replaypage.h>
#include <ui/shell/actions.h>

#include <QAction>
#include <QStackedWidget>

namespace holdpoint::ui {

void MainWindow::showMoment(const QByteArray &runId, const QString &pane, double seconds)
{
    if (!m_replayPage) {
        m_replayPage = new ReplayPage(m_services.ledger, m_services.clock, m_services.operatorName, this);
        m_pages->addWidget(m_replayPage);
        connect(m_replayPage, &ReplayPage::backWanted, this, &MainWindow::showLedger);
        connect(m_replayPage, &ReplayPage::openUrlWanted, this, &MainWindow::openUrlWanted);
        connect(m_replayPage, &ReplayPage::failed, this, &MainWindow::say);
        connect(m_replayPage, &ReplayPage::said, this,
                [this](const QString &text) { m_message->say(Tone::Success, text); });
    }
    m_replayPage->showMoment(runId, pane, seconds);
    showPage(m_replayPage, m_actions->ledger);
}

} // namespace holdpoint::ui
