// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/hostfolder.h>

#include <models/files/partname.h>
#include <models/files/sftperror.h>

#include <QFile>

#include <utility>

namespace holdpoint::session {

using files::FolderReader;
using files::Reply;

namespace {

constexpr int mostLinksAsked = 8;

} // namespace

HostFolder::HostFolder(Connection connection, QObject *parent)
    : QObject(parent)
    , m_connection(std::move(connection))
{
}

HostFolder::~HostFolder() { ++m_era; }

/// Called only for the folder that is looked at now.
template <class Handler> files::SftpClient::Answer HostFolder::answer(Handler handler)
{
    return [self = QPointer<HostFolder>(this), era = m_era, call = std::move(handler)](const Result<Reply> &reply) {
        if (self && self->m_era == era)
            call(reply);
    };
}

void HostFolder::open(const QString &path)
{
    stop();
    m_isReading = true;
    m_wanted = files::servicePath(QFile::encodeName(path));
    if (!m_service)
        connectService();
    else if (m_isGreeted)
        lookUp(m_wanted);
}

void HostFolder::connectService()
{
    Transport *connection = m_connection();
    if (!connection || connection->state() != Transport::State::Ready)
        return end(fail(ErrorKind::Disconnected, tr("the host is not connected")));
    m_isGreeted = false;
    m_service = std::make_unique<FileService>(*connection);
    connect(m_service.get(), &FileService::lost, this, [this](const Error &why) {
        dropService();
        if (m_isReading)
            end(fail(why));
    });
    m_service->start([self = QPointer<HostFolder>(this), service = m_service.get()](const Result<> &ready) {
        if (self && self->m_service.get() == service)
            self->greeted(ready);
    });
}

/// The next look finds a new one.
void HostFolder::dropService()
{
    if (!m_service)
        return;
    // It may have answers left for us, which ask it for more.
    ++m_era;
    m_links.clear();
    m_asked = 0;
    m_service->disconnect(this);
    m_service.release()->deleteLater(); // it may be telling us something
}

void HostFolder::greeted(const Result<> &ready)
{
    m_isGreeted = ready.has_value();
    if (!ready)
        dropService();
    if (!m_isReading)
        return;
    if (ready)
        lookUp(m_wanted);
    else
        end(fail(ready.error()));
}

void HostFolder::lookUp(const QByteArray &path)
{
    m_service->client().realPath(
        path, answer([this, path](const Result<Reply> &reply) {
            const auto real = files::pathOf(reply, files::trying("looking at", path));
            if (!real)
                return end(fail(real.error()));
            if (!real->startsWith('/') || QString::fromUtf8(*real).toUtf8() != *real)
                return end(fail(ErrorKind::Corrupt,
                                QStringLiteral("the host names no path for %1").arg(QString::fromUtf8(path))));
            read(*real);
        }));
}

void HostFolder::read(const QByteArray &path)
{
    m_path = path;
    emit opened(QString::fromUtf8(path));
    m_reader = std::make_unique<FolderReader>(
        m_service->client(), path, FolderReader::Limits(),
        [this, era = m_era](const QList<files::FolderEntry> &entries) {
            if (era == m_era)
                emit came(entries);
        },
        [this, era = m_era](const Result<FolderReader::End> &end) {
            if (era == m_era)
                this->end(end);
        });
    m_reader->start();
}

void HostFolder::end(const Result<FolderReader::End> &end)
{
    m_isReading = false;
    if (m_reader)
        m_reader.release()->deleteLater(); // it is telling us this
    const bool isSpoilt =
        !end && (end.error().kind == ErrorKind::Disconnected || end.error().kind == ErrorKind::Corrupt);
    if (isSpoilt)
        dropService();
    emit ended(end);
}

void HostFolder::stop()
{
    ++m_era;
    m_isReading = false;
    m_links.clear();
    m_knownLinks.clear();
    m_asked = 0;
    if (m_reader) {
        m_reader->stop();
        m_reader.release()->deleteLater(); // it may be telling us something
    }
}

void HostFolder::resolve(const QByteArray &name)
{
    if (m_knownLinks.contains(name))
        return;
    m_knownLinks.insert(name);
    m_links.append(name);
    resolveNext();
}

void HostFolder::resolveNext()
{
    while (m_service && m_asked < mostLinksAsked && !m_links.isEmpty()) {
        const QByteArray name = m_links.takeFirst();
        const QByteArray path = m_path + (m_path.endsWith('/') ? "" : "/") + name;
        ++m_asked;
        m_service->client().readLink(
            path, answer([this, name, path](const Result<Reply> &link) {
                const QByteArray target = files::pathOf(link, {}).value_or(QByteArray());
                m_service->client().stat(
                    path, answer([this, name, target](const Result<Reply> &reply) {
                        --m_asked;
                        const auto attributes = files::attributesOf(reply, {});
                        emit resolved(name, {target, attributes ? std::optional(*attributes) : std::nullopt});
                        resolveNext();
                    }));
            }));
    }
}

} // namespace holdpoint::session
