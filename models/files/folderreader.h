// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/files/sftpclient.h>

#include <QObject>

#include <functional>

namespace holdpoint::files {

/// Reads the names in a folder of a host, a slice after the other, and hands each slice on as it comes.
///
/// Thread: its owner's. Invariants: `done` is called once, last; nothing is after the reader's death, which closes the
/// folder there. "." and ".." are left out; every other name comes as the host has it, usable or not (nameProblem()).
/// Errors: NotFound, NotPermitted, Invalid for what is no folder, Corrupt for a host that answers without listing anything.
class FolderReader final : public QObject
{
public:
    /// A host may list without an end: after so many names, or bytes of names, no more are asked for.
    struct Limits
    {
        qsizetype names = 200'000;
        qsizetype bytes = 64 << 20;
    };
    enum class End { Whole, Cut };
    using Slice = std::function<void(const QList<FolderEntry> &)>;
    using Done = std::function<void(const Result<End> &)>;

    /// Borrows the client, which outlives it.
    FolderReader(SftpClient &client, QByteArray path, Limits limits, Slice slice, Done done);
    ~FolderReader() override;

    void start();
    /// Is told nothing more, and done() is not called; the client may go from now on.
    void stop();

private:
    template <class Handler> SftpClient::Answer answer(Handler handler);
    void whyNot(const Error &error);
    void ask();
    void answered(const Result<Reply> &reply);
    void take(QList<FolderEntry> entries);
    void finish(const Result<End> &result);

    SftpClient &m_client;
    const QByteArray m_path;
    const Limits m_limits;
    const Slice m_slice;
    Done m_done;
    QByteArray m_handle;
    qsizetype m_names = 0;
    qsizetype m_bytes = 0;
    int m_underWay = 0;
};

} // namespace holdpoint::files
