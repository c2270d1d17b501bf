// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/runsession.h>
#include <runbooks/binding.h>
#include <runbooks/parser.h>
#include <tests/support/faketransport.h>
#include <tests/support/templedger.h>

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace holdpoint::testing {

/// A document's own contacts and nothing else.
inline escalation::Policy policyOf(const runbooks::Document &document, const runbooks::Runbook &runbook)
{
    return escalation::policyFor(document, runbook, {});
}

/// A run on a scripted host with a real ledger: what a test of the run, the wizard or the report starts from.
class RunFixture : public ::testing::Test
{
protected:
    static constexpr char source[] = R"md(# Restart the shop

**Purpose**: Bring the shop back

**Prerequisites**:
- The change is approved

**Steps**:
1. **Look**
   ```bash {readonly}
   # How full is it?
   df -h <path>
   uptime
   ```
2. **Restart**
   ```bash
   systemctl restart shop
   ```
   **Verification**:
   - The service answers
     ```bash {verify contains=ok}
     curl -s localhost/health
     ```
   **Rollback**:
   ```bash
   systemctl start shop-old
   ```
3. **Clean up**
   ```bash {dangerous="deletes files"}
   rm -rf /srv/shop/cache
   ```

**Verification**:
- Customers can order again

**Rollback**:
```bash
shop-restore
```
)md";

    void make(const QString &path = QStringLiteral("/srv"))
    {
        auto document = runbooks::parseDocument(m_source, QStringLiteral("/books/shop.md"));
        ASSERT_TRUE(document) << document.error().detail.toStdString();
        ASSERT_EQ(document->runbooks.size(), 1);
        const runbooks::Runbook &runbook = document->runbooks.first();
        const auto values = runbooks::bind(runbook, {{QStringLiteral("path"), path}}, QDate(2026, 11, 23));
        ASSERT_TRUE(values) << values.error().detail.toStdString();
        auto run = session::RunSession::create(
            {.document = *document, .runbookId = runbook.id, .values = *values,
             .hosts = {{runbook.hostRoles.first(), m_address}},
             .operatorName = QStringLiteral("ada@noc"), .policy = escalation::policyFor(*document, runbook, {})},
            services());
        ASSERT_TRUE(run) << run.error().detail.toStdString();
        m_run = std::move(*run);
        watch();
    }
    void watch()
    {
        QObject::connect(m_run.get(), &session::RunSession::refused, m_run.get(),
                         [this](const Error &error) { m_refusals.append(error); });
    }
    [[nodiscard]] session::RunSession::Services services()
    {
        return {m_ledger.get(), m_ledger.clock(), m_transports, m_files.path()};
    }
    [[nodiscard]] QString role() const { return m_run->roles().first(); }
    [[nodiscard]] const session::RunState &state() const { return m_run->state(); }
    [[nodiscard]] bool reaches(session::Phase phase)
    {
        return QTest::qWaitFor([&] { return state().phase == phase && !m_run->isBusy(); }, 10000);
    }
    /// Until nothing is under way: intents written, shell at its prompt.
    [[nodiscard]] bool settles()
    {
        return QTest::qWaitFor([&] {
            const auto *shell = m_run->shell(role());
            return !m_run->isBusy() && state().phase != session::Phase::Running
                   && state().phase != session::Phase::Checking && state().phase != session::Phase::Undoing
                   && (!shell || shell->state() != session::HostShell::State::Starting);
        }, 10000);
    }
    void begin()
    {
        make();
        m_run->begin();
        ASSERT_TRUE(reaches(session::Phase::Idle));
        connectHost();
    }
    void connectHost()
    {
        m_run->connectHost(role());
        ASSERT_TRUE(QTest::qWaitFor([&] {
            const auto *shell = m_run->shell(role());
            return shell && shell->state() == session::HostShell::State::AtPrompt;
        }, 10000));
    }
    void passPrerequisites()
    {
        m_run->answer(QStringLiteral("pre.1"), session::Verdict::Passed, {});
        ASSERT_TRUE(settles());
        m_run->passStage();
        ASSERT_TRUE(settles());
        ASSERT_EQ(state().currentStage()->id, QStringLiteral("1"));
    }
    /// Runs a command and waits for its end.
    void run(const char *commandId, const char *confirmation = "")
    {
        m_run->runCommand(QLatin1String(commandId), QLatin1String(confirmation));
        ASSERT_TRUE(QTest::qWaitFor([&] { return state().phase == session::Phase::Running || !m_refusals.isEmpty(); }, 10000));
        ASSERT_TRUE(settles());
    }
    void passStage()
    {
        const int before = state().current;
        m_run->passStage();
        ASSERT_TRUE(QTest::qWaitFor([&] {
            return state().current != before || state().phase == session::Phase::Finished || !m_refusals.isEmpty();
        }, 10000));
    }
    [[nodiscard]] FakeTransport &host() { return *m_transports.made.last(); }
    [[nodiscard]] QStringList entryTypes()
    {
        const auto entries = waitFor(m_ledger->entries(state().id, ledger::Ledger::Attachments::Skip));
        QStringList types;
        for (const ledger::Entry &entry : *entries) {
            if (entry.type != QLatin1String("output"))
                types.append(entry.type);
        }
        return types;
    }

    /// What the last entry of this type says.
    [[nodiscard]] QJsonObject lastBody(const char *type)
    {
        const auto entries = waitFor(m_ledger->entries(state().id, ledger::Ledger::Attachments::Skip));
        QJsonObject body;
        for (const ledger::Entry &entry : *entries) {
            if (entry.type == QLatin1String(type))
                body = entry.body;
        }
        return body;
    }

    QByteArray m_source = source; ///< of the runbook that make() takes
    session::HostAddress m_address{.host = QStringLiteral("shop.example")};
    TempLedger m_ledger;
    QTemporaryDir m_files; ///< for what is fetched
    FakeTransportFactory m_transports;
    std::shared_ptr<session::RunSession> m_run;
    QList<Error> m_refusals;
};

} // namespace holdpoint::testing
