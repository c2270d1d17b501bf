// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/pdf/pdfprocess.h>

#include <models/base/text.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QPromise>
#include <QTimer>

#include <memory>

namespace holdpoint::pdf {

namespace {

constexpr int timeLimitMs = 60'000;
constexpr qsizetype quotedError = 500;

/// One run of the program; deletes itself after it has answered.
class Rendering final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Rendering)

public:
    Rendering(const QString &program, const QString &html, QObject *parent)
        : QObject(parent)
        , m_program(program)
    {
        m_promise.start();
        connect(&m_process, &QProcess::finished, this, &Rendering::finished);
        connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                answer(fail(ErrorKind::NotFound, m_program + QStringLiteral(": ") + m_process.errorString()));
        });
        connect(&m_process, &QProcess::started, this, [this, html] {
            m_process.write(html.toUtf8());
            m_process.closeWriteChannel();
        });
        QTimer::singleShot(timeLimitMs, this, [this] {
            m_timedOut = true;
            m_process.kill();
        });
        m_process.start(program, QStringList());
    }

    ~Rendering() override
    {
        m_process.disconnect(this);
        if (!m_answered)
            m_promise.finish();
    }

    [[nodiscard]] QFuture<Result<QByteArray>> future() const { return m_promise.future(); }

private:
    void finished(int status, QProcess::ExitStatus how)
    {
        if (m_timedOut)
            answer(fail(ErrorKind::Timeout, QStringLiteral("the PDF was not ready after %1 s").arg(timeLimitMs / 1000)));
        else if (how != QProcess::NormalExit || status != 0)
            answer(fail(ErrorKind::Io, visibleControls(elided(QString::fromUtf8(m_process.readAllStandardError().trimmed()), quotedError))));
        else
            answer(m_process.readAllStandardOutput());
    }

    void answer(Result<QByteArray> result)
    {
        m_answered = true;
        m_promise.addResult(std::move(result));
        m_promise.finish();
        deleteLater();
    }

    QString m_program;
    QProcess m_process;
    QPromise<Result<QByteArray>> m_promise;
    bool m_timedOut = false;
    bool m_answered = false;
};

} // namespace

report::PdfRenderer processRenderer(const QString &program, QObject *context)
{
    return [program, context](const QString &html) { return (new Rendering(program, html, context))->future(); };
}

QString siblingProgram() { return QCoreApplication::applicationDirPath() + QStringLiteral("/holdpoint-pdf"); }

} // namespace holdpoint::pdf

#include "pdfprocess.moc"
