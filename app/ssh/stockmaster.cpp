// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/stockmaster.h>

#include <models/base/text.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>

namespace holdpoint::ssh {

namespace {

constexpr size_t slice = 16 << 10;
constexpr int mostSlices = 64; // more than a FIFO or pipe holds
constexpr qsizetype longestLine = 8 << 10;
constexpr qsizetype mostWords = 3;
constexpr qsizetype longestDetail = 600;
// A socket's path holds 108 bytes (unix(7)), of which ssh wants 17 more than the control path for a moment.
constexpr qsizetype longestPlace = 60;

/// Where programs of this user meet. Only what neither ssh nor a socket takes for something else.
QString meetingPlace()
{
    static const QRegularExpression plain(QStringLiteral("\\A/[A-Za-z0-9/_.-]+\\z"));
    const QString place = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QFileInfo folder(place);
    const bool isUsable = place.size() <= longestPlace && plain.match(place).hasMatch() && folder.isDir()
                          && folder.isWritable() && folder.ownerId() == ::getuid();
    return isUsable ? place : QStringLiteral("/tmp");
}

QByteArray newToken()
{
    std::array<quint32, 4> numbers{};
    QRandomGenerator::system()->fillRange(numbers.data(), numbers.size());
    return QByteArray(reinterpret_cast<const char *>(numbers.data()), sizeof numbers).toHex();
}

Error ioError(const QString &what) { return {ErrorKind::Io, QStringLiteral("%1: %2").arg(what, qt_error_string())}; }

} // namespace

Result<std::unique_ptr<StockMaster>> StockMaster::start(const session::HostAddress &address, const SshOptions &options,
                                                        std::shared_ptr<Undertaker> undertaker)
{
    Ending place;
    place.folder = std::make_unique<QTemporaryDir>(meetingPlace() + QStringLiteral("/holdpoint-XXXXXX"));
    if (!place.folder->isValid())
        return fail(ErrorKind::Io, QStringLiteral("no folder for ssh: %1").arg(place.folder->errorString()));
    std::unique_ptr<StockMaster> master(new StockMaster(std::move(place), std::move(undertaker)));
    if (auto running = master->run(address, options); !running)
        return fail(running.error());
    return master;
}

StockMaster::StockMaster(Ending place, std::shared_ptr<Undertaker> undertaker)
    : m_ending(std::move(place))
    , m_undertaker(std::move(undertaker))
    , m_folder{QFile::encodeName(m_ending.folder->path())}
{
}

StockMaster::~StockMaster() { end(); }

void StockMaster::end()
{
    m_exit.reset();
    m_logStream.notifier.reset();
    m_errorStream.notifier.reset();
    m_folderWatcher.disconnect(this);
    if (m_desk)
        m_desk->disconnect();
    if (m_ending.program)
        m_undertaker->bury(std::move(m_ending));
}

Result<> StockMaster::run(const session::HostAddress &address, const SshOptions &options)
{
    const auto command = stockCommand(address, options, m_folder);
    if (!command)
        return fail(command.error());
    const QByteArray token = newToken();
    m_desk = std::make_unique<AskpassDesk>(m_folder.questions(), token);
    // Opened for writing too, so that it has no end while nobody writes (fifo(7)).
    if (::mkfifo(m_folder.log().constData(), 0600) == 0)
        m_fifo.reset(::open(m_folder.log().constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC));
    if (!m_desk->isListening() || !m_fifo.isOpen())
        return fail(ioError(QStringLiteral("ssh cannot be met in %1").arg(m_ending.folder->path())));
    m_folderWatcher.addPath(m_ending.folder->path());
    connect(&m_folderWatcher, &QFileSystemWatcher::directoryChanged, this, &StockMaster::progressed);
    const auto environment = stockEnvironment(QFile::decodeName(command->front()), m_folder, token);
    auto program = ChildProcess::start({*command, environment, QFile::encodeName(QDir::currentPath())}, std::nullopt);
    if (!program)
        return fail(program.error());
    m_ending.program = std::move(*program);
    m_ending.program->closeInput();
    m_ending.program->closeOutput(); // nobody reads what a LocalCommand prints, and it must not wait for that
    watch(m_logStream, m_fifo.get());
    watch(m_errorStream, m_ending.program->error());
    m_exit = std::make_unique<QSocketNotifier>(m_ending.program->exitDescriptor(), QSocketNotifier::Read);
    connect(m_exit.get(), &QSocketNotifier::activated, this, &StockMaster::processEnded);
    return {};
}

bool StockMaster::isListening()
{
    if (!QFileInfo::exists(QFile::decodeName(m_folder.control())))
        return false;
    catchUp(m_logStream);
    return true;
}

void StockMaster::announceSize() const
{
    if (m_ending.program)
        m_ending.program->signal(SIGWINCH);
}

void StockMaster::watch(Stream &stream, int descriptor)
{
    stream.descriptor = descriptor;
    stream.notifier = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read);
    connect(stream.notifier.get(), &QSocketNotifier::activated, this, [this, &stream] { receive(stream); });
}

void StockMaster::receive(Stream &stream)
{
    if (!readOnce(stream))
        stream.notifier->setEnabled(false);
    emit progressed();
}

/// False when nothing is left to read, for now or for ever.
bool StockMaster::readOnce(Stream &stream)
{
    std::array<char, slice> buffer;
    const ssize_t count = ::read(stream.descriptor, buffer.data(), buffer.size());
    if (count <= 0)
        return count < 0 && (errno == EAGAIN || errno == EINTR);
    stream.rest.append(buffer.data(), count);
    for (qsizetype end = stream.rest.indexOf('\n'); end >= 0; end = stream.rest.indexOf('\n')) {
        take(stream, stream.rest.left(std::min(end, longestLine)));
        stream.rest.remove(0, end + 1);
    }
    if (stream.rest.size() > longestLine)
        stream.rest.truncate(longestLine); // the rest of a line that long says nothing to us
    return true;
}

void StockMaster::take(Stream &stream, const QByteArray &line)
{
    if (&stream == &m_logStream)
        return m_log.read(line);
    const QString words = elided(visibleControls(QString::fromUtf8(line).trimmed()), 200);
    if (words.isEmpty())
        return;
    m_errorWords.append(words);
    if (m_errorWords.size() > mostWords)
        m_errorWords.removeFirst();
}

void StockMaster::catchUp(Stream &stream)
{
    for (int i = 0; i < mostSlices; ++i) {
        if (!readOnce(stream))
            break;
    }
}

void StockMaster::processEnded()
{
    m_exit.reset();
    for (Stream *stream : {&m_logStream, &m_errorStream}) {
        catchUp(*stream);
        take(*stream, std::exchange(stream->rest, {}));
        stream->notifier.reset();
    }
    emit ended();
}

Error StockMaster::reason() const
{
    // The log is ssh's own word; what others print to its standard error only stands beside it.
    const QStringList words = m_log.lastWords() + m_errorWords;
    return {m_log.failure().value_or(ErrorKind::Disconnected),
            elided(words.isEmpty() ? QStringLiteral("ssh ended without a word") : words.join(QStringLiteral("; ")),
                   longestDetail)};
}

} // namespace holdpoint::ssh
