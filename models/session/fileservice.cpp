// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/fileservice.h>

namespace holdpoint::session {

FileService::FileService(Transport &transport, QObject *parent)
    : QObject(parent)
    , m_channel(transport)
    , m_client([this](const QByteArray &bytes) { m_channel.write(bytes); })
{
    connect(&m_channel, &FileChannel::received, this, [this](const QByteArray &bytes) { m_client.feed(bytes); });
    connect(&m_channel, &FileChannel::lost, this, [this](const Error &why) {
        const QPointer<FileService> self(this);
        m_client.lose(why);
        if (self)
            emit lost(why);
    });
}

void FileService::start(std::function<void(const Result<> &)> ready)
{
    QMetaObject::invokeMethod(
        this, [this, ready = std::move(ready)] { m_client.start(ready); }, Qt::QueuedConnection);
}

} // namespace holdpoint::session
