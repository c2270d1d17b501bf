// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/cli/lineprinter.h>
#include <models/session/runsession.h>

#include <QHash>
#include <QObject>
#include <QSet>

namespace holdpoint::cli {

/// Tells on stderr what a person should know of the run's connections while they are made: what is waited
/// for, and what the SSH configuration says and does not do here. Each is said once.
///
/// Thread: main. Session and printer outlive it.
class LinkTeller final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LinkTeller)

public:
    LinkTeller(session::RunSession &session, LinePrinter &printer, QObject *parent);

private:
    void look();
    void tell(const QString &text);

    session::RunSession &m_session;
    LinePrinter &m_printer;
    QHash<QString, QString> m_awaited; ///< by role: said last
    QSet<QString> m_notes;             ///< said
};

} // namespace holdpoint::cli
