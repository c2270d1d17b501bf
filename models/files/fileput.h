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
    FilePut(const TransferOrder &order, SftpClient::Send send) : FileTransfer(order, std::move(send)) {}

    void begin() override;

private:
    struct Source
    {
        std::shared_ptr<LocalFile> file;
        qint64 size = 0;
        quint32 permissions = 0;
        QString sha256;
    };
    static Result<Source> examine(const QString &path, const CancelFlag &cancel);

    void lookAtTarget();
    void targetExists(const FileAttributes &attributes);
    void lookAtPart();
    void compareStart(qint64 size);
    void openPart(qint64 offset);
    void readOn();
    void sendOn();
    void written(qint64 count);
    void writeFailed(const Error &error);
    void finishPart();
    void keepOwner();
    void makeDurable();
    void verify();
    void takeName();
    void replaceByHand();
    void named();

    Source m_source;
    QByteArray m_target;
    QByteArray m_part;
    bool m_insideFolder = false;          ///< the path given was a folder
    std::optional<quint32> m_permissions; ///< of the file that is replaced
    std::optional<FileOwner> m_owner;     ///< likewise
    QByteArray m_handle;
    QByteArray m_buffer; ///< read here, not yet sent
    qint64 m_resumedAt = 0;
    qint64 m_read = 0;
    qint64 m_sent = 0;
    qint64 m_written = 0;
    int m_underWay = 0;
    bool m_reading = false;
};

} // namespace holdpoint::files
