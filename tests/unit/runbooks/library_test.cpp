// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// The runbooks that Holdpoint ships: they are read without a complaint and every command can be sent.

#include <runbooks/binding.h>
#include <runbooks/parser.h>

#include <QHash>

#include <gtest/gtest.h>

namespace {

using namespace holdpoint;
using namespace holdpoint::runbooks;

QString sampleFor(const Parameter &parameter)
{
    static const QHash<ParameterType, QString> samples{
        {ParameterType::Path, QStringLiteral("/srv/sample")},
        {ParameterType::Int, QStringLiteral("3")},
        {ParameterType::Number, QStringLiteral("3")},
        {ParameterType::Bool, QStringLiteral("true")},
        {ParameterType::Ip, QStringLiteral("192.0.2.7")},
        {ParameterType::Cidr, QStringLiteral("192.0.2.0/24")},
        {ParameterType::Port, QStringLiteral("8080")},
        {ParameterType::Date, QStringLiteral("2026-11-23")},
        {ParameterType::Duration, QStringLiteral("5m")},
        {ParameterType::Url, QStringLiteral("https://sample.example/")},
        {ParameterType::Email, QStringLiteral("a@sample.example")},
    };
    if (!parameter.choices.isEmpty())
        return parameter.choices.first();
    for (const QString &sample :
         {samples.value(parameter.type, QStringLiteral("sample")), QStringLiteral("sample-01"), parameter.minimum}) {
        if (validate(parameter, sample))
            return sample;
    }
    return {};
}

void expectSendable(const Runbook &runbook, const QList<Command> &commands, const Values &values)
{
    for (const Command &command : commands) {
        const auto resolved = resolve(runbook, command, values);
        EXPECT_TRUE(resolved) << runbook.id.toStdString() << " " << command.text.toStdString() << ": "
                              << (resolved ? std::string() : resolved.error().detail.toStdString());
    }
}

TEST(LibraryTest, everyShippedRunbookIsReadWithoutAComplaint)
{
    const LoadedDocuments loaded = loadDocuments({QStringLiteral(HOLDPOINT_SOURCE_DIR "/runbooks/library")});
    EXPECT_TRUE(loaded.errors.isEmpty());
    ASSERT_GE(loaded.documents.size(), 15);
    for (const Document &document : loaded.documents) {
        if (document.runbooks.isEmpty()) {
            EXPECT_FALSE(document.references.isEmpty()) << document.path.toStdString();
            continue;
        }
        ASSERT_EQ(document.runbooks.size(), 1) << document.path.toStdString();
        EXPECT_FALSE(document.runbooks.first().steps.isEmpty()) << document.path.toStdString();
        for (const Diagnostic &diagnostic : document.diagnostics)
            ADD_FAILURE() << document.path.toStdString() << ":" << diagnostic.position.line << " "
                          << diagnostic.message.toStdString();
    }
}

TEST(LibraryTest, everyShippedCommandCanBeSentOnceItsFormIsFilledIn)
{
    for (const Document &document :
         loadDocuments({QStringLiteral(HOLDPOINT_SOURCE_DIR "/runbooks/library")}).documents) {
        if (document.runbooks.isEmpty())
            continue; // lists of contacts and of common commands
        const Runbook &runbook = document.runbooks.first();
        Values given;
        for (const Parameter &parameter : runbook.parameters) {
            EXPECT_EQ(parameter.origin, Origin::Declared)
                << runbook.id.toStdString() << " uses <" << parameter.name.toStdString() << ">";
            if (parameter.defaultValue.isEmpty())
                given.insert(parameter.name, sampleFor(parameter));
        }
        const auto values = bind(runbook, given, QDate(2026, 11, 23));
        ASSERT_TRUE(values) << runbook.id.toStdString() << ": " << values.error().detail.toStdString();
        for (const Step &step : runbook.steps) {
            expectSendable(runbook, step.commands, *values);
            for (const Check &check : step.checks)
                expectSendable(runbook, check.command ? QList<Command>{*check.command} : QList<Command>(), *values);
            expectSendable(runbook, step.rollback ? step.rollback->commands : QList<Command>(), *values);
        }
        for (const Check &check : runbook.prerequisites + runbook.checks)
            expectSendable(runbook, check.command ? QList<Command>{*check.command} : QList<Command>(), *values);
    }
}

} // namespace
