// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/redactor.h>
#include <models/session/hostshell.h>

#include <QWidget>

#include <memory>

namespace holdpoint::ui {

class TerminalPane;

/// A terminal on one host, outside any run: nothing of it is recorded, and the page says so.
class TerminalPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TerminalPage)

public:
    /// `command` is typed once the shell is ready; may be empty.
    TerminalPage(const session::HostAddress &address, QString command, session::TransportFactory &transports,
                 QWidget *parent = nullptr);
    ~TerminalPage() override;

    void focusTerminal();
    [[nodiscard]] session::HostShell *shell() { return &m_shell; }
    [[nodiscard]] TerminalPane *pane() const { return m_pane; }

signals:
    void connected();
    void failed(const holdpoint::Error &error);

private:
    void connectHost();
    void shellChanged();

    session::HostAddress m_address;
    QString m_command;
    session::TransportFactory &m_transports;
    Redactor m_redactor;
    std::unique_ptr<session::Transport> m_transport;
    session::HostShell m_shell;
    TerminalPane *m_pane;
    QString m_problem;
};

} // namespace holdpoint::ui
