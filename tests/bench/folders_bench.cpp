// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// A folder of many small files, copied in a recorded run with the proof of each file, against the stock client's bare
// copy, interleaved, on a private OpenSSH server. Usage: folders_bench [FILES [BYTES [DELAY in ms]]]

#include <runbooks/binding.h>
#include <runbooks/parser.h>
#include <tests/bench/delayproxy.h>
#include <tests/bench/sshrig.h>
#include <tests/support/runfixture.h>
#include <tests/support/textfile.h>

#include <QCoreApplication>
#include <QDir>
#include <QJsonObject>
#include <QProcess>

#include <cstdio>

using namespace holdpoint;
using namespace holdpoint::testing;
using namespace holdpoint::bench;

namespace {

constexpr int rounds = 5;

class Bench
{
public:
    Bench(int files, qsizetype size, int delay)
        : m_count(files)
        , m_proxy(m_rig.server().port(), std::chrono::milliseconds(delay))
    {
        m_rig.know(m_proxy.port());
        QDir(m_folder.path()).mkdir(QStringLiteral("source"));
        for (int i = 0; i < files; ++i)
            put(path(QStringLiteral("source/%1").arg(i)), QByteArray(size, char('a' + i % 26)));
        begin();
    }

    void measure(files::Direction direction)
    {
        Series ours;
        Series stock;
        const bool isPut = direction == files::Direction::Put;
        for (int i = 0; i < rounds; ++i) {
            const QString target =
                path(QStringLiteral("%1%2").arg(isPut ? QStringLiteral("put") : QStringLiteral("get")).arg(i));
            ours.add(milliseconds([&] { copy(direction, target); }));
            stock.add(milliseconds([&] { copyByStock(isPut ? "put" : "get", target + QStringLiteral("s")); }));
        }
        const double best = ours.quantile(0.5);
        std::printf("%s  ours %7.0f files/s  stock %7.0f files/s  ratio of time %.2f\n", isPut ? "put" : "get",
                    m_count * 1000 / best, m_count * 1000 / stock.quantile(0.5), best / stock.quantile(0.5));
        std::fflush(stdout);
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    void begin()
    {
        const auto document = runbooks::parseDocument(
            "# Copy\n\n**Steps**:\n1. **Look**\n   ```bash\n   true\n   ```\n", QStringLiteral("/books/copy.md"));
        const runbooks::Runbook &runbook = document->runbooks.first();
        const auto values = runbooks::bind(runbook, {}, QDate(2026, 11, 23));
        m_run = *session::RunSession::create(
            {.document = *document,
             .runbookId = runbook.id,
             .values = *values,
             .hosts = {{runbook.hostRoles.first(),
                        {m_rig.server().user(), QStringLiteral("127.0.0.1"), m_proxy.port()}}},
             .operatorName = QStringLiteral("bench"),
             .policy = policyOf(*document, runbook)},
            {m_ledger.get(), m_ledger.clock(), m_rig.factory(), m_folder.path()});
        m_run->begin();
        spinUntil([&] { return m_run->state().phase == session::Phase::Idle && !m_run->isBusy(); });
        m_run->connectHost(role());
        spinUntil([&] {
            const auto *shell = m_run->shell(role());
            return shell && shell->state() == session::HostShell::State::AtPrompt;
        });
    }
    [[nodiscard]] QString role() const { return m_run->roles().first(); }

    void copy(files::Direction direction, const QString &target)
    {
        const bool isPut = direction == files::Direction::Put;
        std::optional<QJsonObject> end;
        const auto watch =
            QObject::connect(m_run.get(), &session::RunSession::recorded, [&end](const ledger::Entry &entry) {
                if (entry.type == QLatin1String("copy-finished")
                    && entry.body[QLatin1String("file")][QLatin1String("extent")].isString())
                    end = entry.body;
            });
        m_run->copyFile(role(), {.direction = direction,
                                 .localPath = isPut ? path(QStringLiteral("source")) : target,
                                 .remotePath = isPut ? target : path(QStringLiteral("source")),
                                 .extent = files::Extent::Folder});
        spinUntil([&] { return end.has_value(); });
        QObject::disconnect(watch);
        if (!(*end)[QLatin1String("succeeded")].toBool())
            qFatal("%s", qPrintable((*end)[QLatin1String("outcome")].toString()));
    }
    void copyByStock(const char *verb, const QString &target)
    {
        QProcess sftp;
        sftp.start(QStringLiteral("sftp"),
                   {QStringLiteral("-q"), QStringLiteral("-F"), QStringLiteral("none"), QStringLiteral("-b"),
                    QStringLiteral("-"), QStringLiteral("-i"), m_rig.server().clientKey(), QStringLiteral("-o"),
                    QStringLiteral("UserKnownHostsFile=") + m_rig.server().knownHosts(), QStringLiteral("-P"),
                    QString::number(m_proxy.port()), m_rig.server().user() + QStringLiteral("@127.0.0.1")});
        sftp.write(QByteArray(verb) + " -r " + QFile::encodeName(path(QStringLiteral("source"))) + ' '
                   + QFile::encodeName(target) + '\n');
        sftp.closeWriteChannel();
        sftp.waitForFinished(-1);
        if (sftp.exitCode() != 0)
            qFatal("%s", sftp.readAllStandardError().constData());
    }

    int m_count;
    QTemporaryDir m_folder;
    SshRig m_rig;
    DelayProxy m_proxy;
    TempLedger m_ledger;
    std::shared_ptr<session::RunSession> m_run;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    qunsetenv("SSH_AUTH_SOCK");
    const QStringList words = application.arguments();
    Bench bench(words.value(1, QStringLiteral("1000")).toInt(), words.value(2, QStringLiteral("1024")).toInt(),
                words.value(3, QStringLiteral("0")).toInt());
    bench.measure(files::Direction::Put);
    bench.measure(files::Direction::Fetch);
    return 0;
}
