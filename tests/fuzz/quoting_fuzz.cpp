// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Values in commands against a real bash: a value that is accepted reaches the program as exactly that text, wherever its
// placeholder stands, and changes nothing else.

#include "shellprocess.h"

#include <runbooks/binding.h>
#include <runbooks/parser.h>
#include <runbooks/shellsyntax.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace holdpoint;

const QByteArrayList &commandTokens()
{
    static const QByteArrayList list{
        "<v>",    "<v>", "<v>",     " ",       " ",         "grep ", "grep ",  "\"",  "\"",      "'",
        "'",      "a",   "b",       "=",       "-e ",       "--x=",  "x=",     "$x",  "${x:-",   "}",
        "${x}",   "$'",  "$(",      ")",       "`",         ";",     "\n",     " | ", " && ",    " || ",
        "{",      ",",   "}",       "~",       "/",         ".",     ":",      "*",   "[",       "]",
        "!",      "#",   "\\",      "\\\n",    "for i in ", "; do ", "; done", "if ", "; then ", "; fi",
        "[[ -n ", " ]]", "<<EOF\n", "\nEOF\n", "<<'EOF'\n", "<<< ",  "(",      "a=(", "echo ",   "printf '%s:' ",
        "$",      "@",   "+",       "%",       "^",         "-",     "1",      "\t"};
    return list;
}

const QByteArrayList &valueTokens()
{
    static const QByteArrayList list{"a", "b",  " ",    "'",   "\"", "$",      "`",  "\\", "(",  ")", ";", "|",
                                     "&", "<",  ">",    "{",   "}",  "[",      "]",  "*",  "?",  "!", "#", "~",
                                     "=", "%",  ",",    ".",   "/",  "@",      ":",  "+",  "-",  "^", "_", "0",
                                     "1", "$(", "${x}", "EOF", "v>", "\u00e9", "$x", "''", "\\'"};
    return list;
}

/// `grep` and `echo` print their arguments, each ended by a NUL.
QByteArray scriptOf(const QByteArray &command)
{
    return "grep() { local n; printf '%s\\0' \"$#\" \"$@\"; while IFS= read -r n; do printf 'in:%s\\0' \"$n\"; done; "
           "}\n"
           "echo() { printf '%s\\0' \"$#\" \"$@\"; }\nx=seven\n"
           + command;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const QByteArray marker = "Mark7e3";
    const std::uint8_t *border = std::find(data, data + size, std::uint8_t(0xFF));
    if (border == data + size || border == data || size > 60)
        return 0;
    const QByteArray code = fuzz::textOf(data, std::size_t(border - data), commandTokens());
    const QByteArray value = fuzz::textOf(border + 1, std::size_t(data + size - border - 1), valueTokens());
    // "~<v>" is somebody's home folder, as its author means it.
    if (code.contains("~<v>"))
        return 0;
    if (!code.contains("<v>") || value.isEmpty() || code.contains("$$") || code.contains("$!"))
        return 0;
    runbooks::Runbook runbook;
    runbooks::Parameter parameter{
        .name = QStringLiteral("v"), .label = QStringLiteral("v"), .type = runbooks::ParameterType::Text};
    parameter.origin = runbooks::Origin::Declared;
    runbook.parameters = {parameter};
    if (!runbooks::validate(parameter, QString::fromUtf8(value)))
        return 0;
    runbooks::Command command;
    command.text = QString::fromUtf8(code);
    command.placeholders = {QStringLiteral("v")};
    const auto filled = runbooks::resolve(runbook, command, {{QStringLiteral("v"), QString::fromUtf8(value)}});
    const auto plain = runbooks::resolve(runbook, command, {{QStringLiteral("v"), QString::fromUtf8(marker)}});
    if (!filled || !plain || !runbooks::isCompleteShell(plain->text))
        return 0;
    // An author's pattern ("<v>*") finds other files with another value, as it should.
    const bool pattern = code.contains('*') || code.contains('[');
    const QString option = pattern ? QStringLiteral("-rf") : QStringLiteral("-r");
    const fuzz::ShellAnswer expected = fuzz::askBash({option}, scriptOf(plain->text.toUtf8()));
    if (expected.status != 0 || !expected.errors.isEmpty())
        return 0;
    const fuzz::ShellAnswer answer = fuzz::askBash({option}, scriptOf(filled->text.toUtf8()));
    if (answer.status != 0 || !answer.errors.isEmpty()
        || answer.output != QByteArray(expected.output).replace(marker, value)) {
        std::fprintf(stderr,
                     "the value is not what the program got\n--- command\n%s\n--- value\n%s\n--- resolved\n%s\n--- "
                     "bash: %d\n%s\n",
                     code.constData(), value.constData(), filled->text.toUtf8().constData(), answer.status,
                     answer.errors.constData());
        std::abort();
    }
    return 0;
}
