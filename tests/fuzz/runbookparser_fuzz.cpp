// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Any bytes as a runbook: reading and linting them, filling the form and putting the values in neither crashes nor hangs.

#include <runbooks/binding.h>
#include <runbooks/json.h>
#include <runbooks/lint/linter.h>
#include <runbooks/parser.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

using namespace holdpoint;
using namespace holdpoint::runbooks;

void resolveAll(const Runbook &runbook, const QList<Command> &commands, const Values &values)
{
    for (const Command &command : commands) {
        const Result<ResolvedCommand> resolved = resolve(runbook, command, values);
        if (!resolved)
            continue;
        for (const ResolvedCommand::Span &span : resolved->spans) {
            if (span.start < 0 || span.start + span.length > resolved->text.size())
                std::abort();
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const Result<Document> document = parseDocument(bytes, QStringLiteral("fuzz.md"));
    if (!document)
        return 0;
    listJson(*document);
    lint::lint(*document, QDate(2026, 11, 23));
    for (const Runbook &runbook : document->runbooks) {
        showJson(*document, runbook);
        Values values;
        for (const Parameter &parameter : runbook.parameters)
            values.insert(parameter.name, parameter.choices.value(0, QStringLiteral("a b'$(x)\"`")));
        bind(runbook, values, QDate(2026, 11, 23));
        Runbook anyText = runbook;
        for (Parameter &parameter : anyText.parameters)
            parameter.type = ParameterType::Text;
        for (const Step &step : runbook.steps) {
            resolveAll(anyText, step.commands, values);
            for (const Check &check : step.checks)
                resolveAll(anyText, check.command ? QList<Command>{*check.command} : QList<Command>(), values);
        }
    }
    return 0;
}
