// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/files/filetransfer.h>

#include <optional>

namespace holdpoint::files {

/// From here to a host: hashed here, sent under a hidden name, read back there, then named.
class FilePut final : public FileTransfer
{
public:
    FilePut(const TransferOrder &order, SftpClient &client)
        : FileTransfer(order, client)
    {
    }

    void begin() override;

private:
    struct Source
    {
        std::shared_ptr<LocalFile> file;
        qint64 size = 0;
        quint32 permissions = 0;
        qint64 modified = 0; ///< seconds since 1970
        QString sha256;
        QByteArray bytes; ///< all of a small file, as it was hashed
    };
    /// What is known about the names on the host before anything is written.
    struct Look
    {
        Result<FileAttributes> target;
        std::optional<FileAttributes> part;
        bool partIsFree = false;
    };
    static Result<Source> examine(const QString &path, const CancelFlag &cancel);

    void setTarget(const QByteArray &target);
    void lookAtTarget();
    void looked(const Look &look);
    void targetExists(const FileAttributes &attributes);
    void lookAtPart();
    void partLookedAt(const Look &look);
    void compareStart(qint64 size);
    void removePart();
    void createPart();
    void openPart(qint64 offset, quint32 flags);
    void partOpened(const QByteArray &handle);
    SftpClient::Answer partAnswer(const std::shared_ptr<Look> &look, const std::function<void()> &then);
    void readOn();
    void sendOn();
    void written(qint64 count);
    void writeFailed();
    void finishPart();
    void keepTime(const std::function<void()> &then);
    void keepOwner(const std::function<void()> &then);
    void completePart();
    void closePart();
    void throwAway();
    void takeName();
    void replaceByHand();
    void named();

    Source m_source;
    QByteArray m_target;
    QByteArray m_path; ///< the target from the root, where the host tells
    QByteArray m_part;
    bool m_insideFolder = false;          ///< the path given was a folder
    std::optional<quint32> m_permissions; ///< of the file that is replaced
    std::optional<FileOwner> m_owner;     ///< likewise
    QByteArray m_handle;
    QByteArray m_buffer; ///< read here, not yet sent
    FileDigest m_readBack;
    bool m_isLonger = false; ///< than what was sent
    bool m_timeLost = false;
    qint64 m_resumedAt = 0;
    qint64 m_read = 0;
    qint64 m_sent = 0;
    qint64 m_written = 0;
    int m_underWay = 0;
    std::optional<Error> m_writeError; ///< the first
    bool m_reading = false;
};

} // namespace holdpoint::files
