// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/audit/entrysource.h>

namespace holdpoint::audit {

using Attachments = ledger::Ledger::Attachments;

EntrySource sourceOf(ledger::Ledger &ledger)
{
    return {.size = ledger.head().size, .piece = [&ledger](quint64 sequence, int count) {
                return ledger.entriesFrom(sequence, count, Attachments::Load).result();
            }};
}

Result<EntrySource> sourceOf(ledger::LedgerCopy &copy)
{
    const auto size = copy.size();
    if (!size)
        return fail(size.error());
    return EntrySource{.size = *size, .piece = [&copy](quint64 sequence, int count) {
                           return copy.entriesFrom(sequence, count, Attachments::Load);
                       }};
}

} // namespace holdpoint::audit
