// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/linkteller.h>

#include <models/base/text.h>

#include <cstdio>

namespace holdpoint::cli {

LinkTeller::LinkTeller(session::RunSession &session, LinePrinter &printer, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_printer(printer)
{
    connect(&m_session, &session::RunSession::changed, this, &LinkTeller::look);
}

void LinkTeller::look()
{
    for (const QString &role : m_session.roles()) {
        const session::Transport *link = m_session.transport(role);
        if (!link)
            continue;
        for (const QString &note : link->notes()) {
            if (!m_notes.contains(note))
                tell(QStringLiteral("note: %1").arg(note));
            m_notes.insert(note);
        }
        const QString awaited = link->awaited();
        if (!awaited.isEmpty() && m_awaited.value(role) != awaited)
            tell(QStringLiteral("waiting for %1").arg(awaited));
        if (!awaited.isEmpty())
            m_awaited[role] = awaited;
    }
}

void LinkTeller::tell(const QString &text)
{
    m_printer.startLine();
    std::fprintf(stderr, "holdpoint-cli: %s\n", qUtf8Printable(visibleControls(text)));
}

} // namespace holdpoint::cli
