// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Any text is a search or an Invalid one; its matches lie in the line, in order and apart; and what the index is asked for is
// quoted strings joined by AND and nothing else.

#include <models/audit/grams.h>
#include <models/audit/searchquery.h>

#include <cstdlib>

using namespace holdpoint;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// "..." AND "...", where a quote inside is doubled.
bool isHarmless(QStringView expression)
{
    while (!expression.isEmpty()) {
        if (!expression.startsWith(u'"'))
            return false;
        qsizetype at = 1;
        while (at < expression.size() && (expression[at] != u'"' || expression.sliced(at).startsWith(u"\"\"")))
            at += expression[at] == u'"' ? 2 : 1;
        if (at >= expression.size())
            return false;
        expression = expression.sliced(at + 1);
        if (!expression.isEmpty() && !expression.startsWith(u" AND \""))
            return false;
        expression = expression.isEmpty() ? expression : expression.sliced(5);
    }
    return true;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype cut = std::max<qsizetype>(0, bytes.indexOf('\n'));
    const auto query = audit::SearchQuery::parse(QString::fromUtf8(bytes.first(cut)));
    if (!query)
        return 0;
    const QString line = QString::fromUtf8(bytes.sliced(cut));
    require(isHarmless(audit::blockExpression(*query)));
    qsizetype end = -1;
    for (const auto &span : query->match(line).value_or(QList<audit::SearchQuery::Span>())) {
        require(span.start > end && span.length > 0 && span.start + span.length <= line.size());
        end = span.start + span.length;
    }
    return 0;
}
