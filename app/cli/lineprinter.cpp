// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/lineprinter.h>
#include <models/base/text.h>

#include <cstdio>
#include <utility>

namespace holdpoint::cli {

void LinePrinter::write(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
    m_lineOpen = !bytes.endsWith('\n');
}

void LinePrinter::say(const QString &text)
{
    if (!m_printed)
        return;
    startLine();
    std::fprintf(stdout, "%s\n", qUtf8Printable(visibleControlsKeepingLines(text)));
    std::fflush(stdout);
}

void LinePrinter::startLine()
{
    // The terminal may still be in raw mode.
    if (std::exchange(m_lineOpen, false))
        std::fputs("\r\n", stdout);
}

} // namespace holdpoint::cli
