// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/redactor.h>
#include <models/session/hostshell.h>
#include <ui/panes/broadcaster.h>

#include <QWidget>

#include <map>
#include <memory>
#include <optional>

namespace holdpoint::ui {

class HostConnection;
class PaneArea;
class TerminalPane;
struct Copy;

/// Terminals on any hosts, outside any run: nothing of them is recorded, and the page says so.
///
/// Thread: GUI. Owns the connections and the shells; borrows the factory.
class TerminalPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TerminalPage)

public:
    explicit TerminalPage(session::TransportFactory &transports, QWidget *parent = nullptr);
    ~TerminalPage() override;

    /// A new connection and a terminal on it. `command` is typed once the shell is ready; may be empty.
    void open(const session::HostAddress &address, const QString &command);
    /// Another shell on the connection of this pane, as a tab or in a part of its own.
    void addShell(const TerminalPane &pane, std::optional<Qt::Orientation> beside = std::nullopt);
    void focusTerminal();
    [[nodiscard]] PaneArea *area() const { return m_area; }
    [[nodiscard]] Broadcaster &broadcaster() { return m_broadcaster; }
    [[nodiscard]] TerminalPane *currentPane() const;
    /// Whether a command runs in one of them.
    [[nodiscard]] bool isBusy() const;
    /// What is on its way to and from their hosts.
    [[nodiscard]] QList<Copy> runningCopies() const;

signals:
    void connected(const holdpoint::session::HostAddress &address);
    void failed(const holdpoint::Error &error);
    void emptied(); ///< the last terminal was closed

private:
    /// What belongs to one pane.
    struct Terminal
    {
        std::shared_ptr<HostConnection> connection;
        std::unique_ptr<session::HostShell> shell;
        QString command; ///< to be typed once
    };

    void addTerminal(const std::shared_ptr<HostConnection> &connection, const QString &command,
                     std::optional<Qt::Orientation> beside);
    void addFiles(TerminalPane &pane, HostConnection &connection);
    void start(TerminalPane *pane);
    void refresh(TerminalPane *pane);
    void shellChanged(TerminalPane *pane);
    void sendFirst(Terminal &terminal);
    void close(TerminalPane *pane);
    void keepUntilEnded(const std::shared_ptr<HostConnection> &connection);
    [[nodiscard]] QList<Copy> copiesEndingWith(TerminalPane *pane) const;
    [[nodiscard]] QString freeName(const QString &host) const;

    session::TransportFactory &m_transports;
    Redactor m_redactor;
    PaneArea *m_area;
    Broadcaster m_broadcaster;
    std::map<TerminalPane *, Terminal> m_terminals;
};

} // namespace holdpoint::ui
