// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/log.h>
#include <models/base/redactor.h>
#include <models/base/text.h>

#include <QDir>
#include <QFile>

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

#include <mutex>

namespace holdpoint::log {

namespace {

struct State
{
    std::mutex mutex;
    std::shared_ptr<spdlog::logger> logger;
    Redactor redactor;
};

State &state()
{
    static State instance;
    return instance;
}

void write(spdlog::level::level_enum level, const QString &message)
{
    State &s = state();
    const std::lock_guard lock(s.mutex);
    if (s.logger)
        s.logger->log(level, visibleControls(s.redactor.redacted(message)).toStdString());
}

} // namespace

Result<> start(const QString &directory)
{
    const QString path = directory + QStringLiteral("/holdpoint.log");
    if (!QDir().mkpath(directory))
        return fail(ErrorKind::Io, QStringLiteral("cannot create the log folder %1").arg(directory));
    constexpr size_t fileBytes = 2u << 20;
    constexpr size_t fileCount = 5;
    try {
        auto logger = std::make_shared<spdlog::logger>(
            "holdpoint", std::make_shared<spdlog::sinks::rotating_file_sink_mt>(path.toStdString(), fileBytes, fileCount));
        logger->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
        logger->set_level(spdlog::level::debug);
        logger->flush_on(spdlog::level::info);
        QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        State &s = state();
        const std::lock_guard lock(s.mutex);
        s.logger = std::move(logger);
    } catch (const spdlog::spdlog_ex &exception) {
        return fail(ErrorKind::Io, QString::fromUtf8(exception.what()));
    }
    return {};
}

void redactWith(const Redactor &redactor)
{
    State &s = state();
    const std::lock_guard lock(s.mutex);
    s.redactor = redactor;
}

void debug(const QString &message) { write(spdlog::level::debug, message); }
void info(const QString &message) { write(spdlog::level::info, message); }
void warning(const QString &message) { write(spdlog::level::warn, message); }
void error(const QString &message) { write(spdlog::level::err, message); }

} // namespace holdpoint::log
