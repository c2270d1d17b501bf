// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/files/folderreader.h>

#include <models/files/sftperror.h>

#include <QPointer>

#include <utility>

namespace holdpoint::files {

namespace {

/// So that a folder of many names does not wait for a round trip with each hundred of them.
constexpr int mostUnderWay = 4;

} // namespace

FolderReader::FolderReader(SftpClient &client, QByteArray path, Limits limits, Slice slice, Done done)
    : m_client(client)
    , m_path(std::move(path))
    , m_limits(limits)
    , m_slice(std::move(slice))
    , m_done(std::move(done))
{
}

FolderReader::~FolderReader() { stop(); }

void FolderReader::stop()
{
    m_done = nullptr;
    finish(End::Cut);
}

template <class Handler> SftpClient::Answer FolderReader::answer(Handler handler)
{
    return [self = QPointer<FolderReader>(this), call = std::move(handler)](const Result<Reply> &reply) {
        if (self)
            call(reply);
    };
}

void FolderReader::start()
{
    // Not answer(): a folder that is opened for a reader that is gone would stay open there.
    m_client.openFolder(m_path, [self = QPointer<FolderReader>(this), &client = m_client,
                                 what = trying("reading", m_path)](const Result<Reply> &reply) {
        const auto handle = bytesOf(reply, PacketType::Handle, what);
        const bool isWanted = self && self->m_done;
        if (!isWanted && handle)
            return client.close(*handle, [](const Result<Reply> &) {});
        if (!isWanted)
            return;
        if (!handle)
            return self->whyNot(handle.error());
        self->m_handle = *handle;
        for (int i = 0; i < mostUnderWay; ++i)
            self->ask();
    });
}

/// Hosts word "that is no folder" as they like.
void FolderReader::whyNot(const Error &error)
{
    if (error.kind == ErrorKind::Disconnected || error.kind == ErrorKind::Cancelled || error.kind == ErrorKind::Corrupt)
        return finish(fail(error));
    m_client.stat(
        m_path, answer([this, error](const Result<Reply> &reply) {
            const auto attributes = attributesOf(reply, {});
            if (attributes && attributes->type() != FileType::Unknown && !attributes->isFolder())
                finish(fail(ErrorKind::Invalid, QStringLiteral("%1 is no folder").arg(QString::fromUtf8(m_path))));
            else
                finish(fail(error));
        }));
}

void FolderReader::ask()
{
    ++m_underWay;
    m_client.readFolder(m_handle, answer([this](const Result<Reply> &reply) {
                            --m_underWay;
                            if (m_done)
                                answered(reply);
                        }));
}

void FolderReader::answered(const Result<Reply> &reply)
{
    if (reply && reply->type == PacketType::Status && reply->status == StatusCode::Eof)
        return finish(End::Whole);
    if (!reply)
        return finish(fail(reply.error()));
    if (reply->type != PacketType::Name)
        return finish(fail(errorOf(*reply, trying("reading", m_path))));
    if (reply->entries.isEmpty())
        return finish(
            fail(ErrorKind::Corrupt, QStringLiteral("the host's file service lists nothing and does not end")));
    const QPointer<FolderReader> self(this); // whoever takes a slice may end us
    take(reply->entries);
    if (!self || !m_done)
        return;
    if (m_names >= m_limits.names || m_bytes >= m_limits.bytes)
        finish(End::Cut);
    else
        ask();
}

void FolderReader::take(QList<FolderEntry> entries)
{
    for (const FolderEntry &entry : std::as_const(entries))
        m_bytes += entry.name.size();
    m_names += entries.size();
    entries.removeIf([](const FolderEntry &entry) { return entry.name == "." || entry.name == ".."; });
    if (!entries.isEmpty())
        m_slice(entries);
}

void FolderReader::finish(const Result<End> &result)
{
    if (const QByteArray handle = std::exchange(m_handle, {}); !handle.isNull())
        m_client.close(handle, [](const Result<Reply> &) {});
    if (const auto done = std::exchange(m_done, nullptr))
        done(result);
}

} // namespace holdpoint::files
