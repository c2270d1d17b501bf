// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/files/filetransfer.h>

namespace holdpoint::files {

/// From a host to here: written under a hidden name, read back from the disk, then named. Of a file that grows meanwhile
/// comes what was there when it began.
class FileFetch final : public FileTransfer
{
public:
    FileFetch(const TransferOrder &order, SftpClient &client)
        : FileTransfer(order, client)
    {
    }

    void begin() override;

private:
    /// The file that is written, with the hash of what is in it.
    struct Part
    {
        std::shared_ptr<LocalFile> file;
        std::shared_ptr<Sha256> hash;
        qint64 size = 0;
        QString sha256; ///< of what an attempt before has left
    };
    /// A file that is whole and has its name.
    struct Finished
    {
        QString sha256;
        bool timeLost = false;
    };
    static Result<Part> openPart(const QString &path, qint64 mostKept, const CancelFlag &cancel);

    void open();
    void opened();
    void targetExists();
    void targetDiffers();
    void prepare();
    void compareStart();
    void receive();
    void received(qint64 end);
    void finishHere(qint64 end);

    QByteArray m_source;
    QByteArray m_handle;
    FileAttributes m_attributes;
    qint64 m_size = 0; ///< 0: the host does not say
    Part m_part;
    bool m_changed = false;
};

} // namespace holdpoint::files
