// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/askpassdesk.h>
#include <app/ssh/stockcommand.h>
#include <app/ssh/stocklog.h>
#include <app/ssh/undertaker.h>

#include <QFileSystemWatcher>

namespace holdpoint::ssh {

/// One ssh(1) that connects, asks its questions and then carries sessions for whoever comes to its control socket.
///
/// Thread: GUI thread, by its event loop; nothing blocks.
/// Owns: the process, a folder of its own for the sockets and the log, and the desk where questions arrive. With end(), or
/// when this dies, the process is told to end and left to the undertaker, with every process of its session.
/// Invariants: ended() comes once, after the last line of the log was read; nothing is said after end().
/// Errors: of start(): NotFound, Invalid, Io.
class StockMaster final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StockMaster)

public:
    static Result<std::unique_ptr<StockMaster>> start(const session::HostAddress &address, const SshOptions &options,
                                                      std::shared_ptr<Undertaker> undertaker);
    ~StockMaster() override;

    [[nodiscard]] const StockLog &log() const { return m_log; }
    /// Until closeDesk().
    [[nodiscard]] AskpassDesk &desk() { return *m_desk; }
    /// From now on what ssh asks is refused.
    void closeDesk() { m_desk.reset(); }
    void end();
    [[nodiscard]] QByteArray controlPath() const { return m_folder.control(); }
    /// Whether it is logged in and takes sessions. The log is read as far as it was written before that.
    [[nodiscard]] bool isListening();
    /// Makes it look at the sizes of its terminals again.
    void announceSize() const;
    /// Why it ended: of a kind, in ssh's own last words.
    [[nodiscard]] Error reason() const;

signals:
    /// The log grew, or the control socket is there.
    void progressed();
    void ended();

private:
    struct Stream
    {
        int descriptor = -1;
        QByteArray rest; ///< a line that is not whole yet
        std::unique_ptr<QSocketNotifier> notifier;
    };

    StockMaster(Ending place, std::shared_ptr<Undertaker> undertaker);
    [[nodiscard]] Result<> run(const session::HostAddress &address, const SshOptions &options);
    void watch(Stream &stream, int descriptor);
    void receive(Stream &stream);
    [[nodiscard]] bool readOnce(Stream &stream);
    void catchUp(Stream &stream);
    void take(Stream &stream, const QByteArray &line);
    void processEnded();

    Ending m_ending;
    const std::shared_ptr<Undertaker> m_undertaker;
    const StockFolder m_folder;
    std::unique_ptr<AskpassDesk> m_desk;
    Descriptor m_fifo;
    Stream m_logStream;
    Stream m_errorStream;
    QFileSystemWatcher m_folderWatcher;
    std::unique_ptr<QSocketNotifier> m_exit;
    StockLog m_log;
    QStringList m_errorWords; ///< of standard error: banners, and what programs of the configuration say
};

} // namespace holdpoint::ssh
