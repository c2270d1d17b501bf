// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <ui/panes/broadcast.h>

#include <QStringList>

namespace holdpoint::ui {

class PaneArea;

/// Broadcasting among the panes of one area: the dialogs around it, and its one key.
///
/// Thread: GUI. Borrows the area. What beginWanted() asks for has begun when begin() is called: in a run the ledger comes
/// first.
class Broadcaster final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Broadcaster)

public:
    explicit Broadcaster(PaneArea &area);

    /// Ends the broadcast that runs, or asks for the terminals of a new one.
    void toggle();
    void begin(const QStringList &names);
    void end(const QString &reason) { m_broadcast.end(reason); }
    [[nodiscard]] bool isRunning() const { return m_broadcast.isRunning(); }

signals:
    void beginWanted(const QStringList &names);
    void ended(const QString &reason);

private:
    void askSecret(const QString &pane);

    PaneArea &m_area;
    Broadcast m_broadcast;
};

} // namespace holdpoint::ui
