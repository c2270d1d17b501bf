// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/files/folderreader.h>
#include <models/session/fileservice.h>

#include <QSet>

namespace holdpoint::session {

/// Where a symbolic link leads.
struct LinkTarget
{
    QByteArray path;                                 ///< as it stands in the link; empty where the host does not tell
    std::optional<files::FileAttributes> attributes; ///< of what is there; none where nothing is
};

/// The folder of a host that somebody looks at: its names come as they are read, whatever their number.
///
/// Thread: GUI thread. Opens one channel at the first folder and keeps it; a connection that was lost is asked for anew.
/// Invariants: after open() comes ended() exactly once, unless another open() or stop() comes first; opened() and came()
/// are before it.
/// Errors, by ended(): NotFound, NotPermitted, Invalid (no folder), Disconnected, Corrupt.
class HostFolder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HostFolder)

public:
    /// The host's connection as it is now; null while there is none.
    using Connection = std::function<Transport *()>;
    explicit HostFolder(Connection connection, QObject *parent = nullptr);
    ~HostFolder() override;

    /// Looks at another folder; "~" is the login's own.
    void open(const QString &path);
    /// What has come so far stays all there is.
    void stop();
    [[nodiscard]] bool isReading() const { return m_isReading; }
    /// Asks where a link in this folder leads; resolved() may never come.
    void resolve(const QByteArray &name);

signals:
    /// The folder's path from the root, as the host has it.
    void opened(const QString &path);
    void came(const QList<holdpoint::files::FolderEntry> &entries);
    void ended(const holdpoint::Result<holdpoint::files::FolderReader::End> &end);
    void resolved(const QByteArray &name, const holdpoint::session::LinkTarget &target);

private:
    void connectService();
    void dropService();
    void greeted(const Result<> &ready);
    void lookUp(const QByteArray &path);
    void read(const QByteArray &path);
    void end(const Result<files::FolderReader::End> &end);
    void resolveNext();
    template <class Handler> files::SftpClient::Answer answer(Handler handler);

    const Connection m_connection;
    std::unique_ptr<FileService> m_service;
    std::unique_ptr<files::FolderReader> m_reader;
    bool m_isGreeted = false; ///< the service answers
    QByteArray m_wanted;      ///< asked for, not yet opened
    QByteArray m_path;
    QList<QByteArray> m_links;     ///< still to be asked about
    QSet<QByteArray> m_knownLinks; ///< asked about, or to be
    int m_asked = 0;
    int m_era = 0; ///< of open(): answers to an earlier one are no more
    bool m_isReading = false;
};

} // namespace holdpoint::session
