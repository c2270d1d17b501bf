// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Ledger records, checkpoints and packed attachments: no crash, and a record that reads has exactly one form.

#include <models/ledger/checkpoint.h>
#include <models/ledger/merkle.h>
#include <models/ledger/packing.h>
#include <models/ledger/record.h>

#include <cstdlib>

using namespace holdpoint;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto entry = ledger::decodeRecord(bytes)) {
        if (entry->record != bytes || entry->leaf != ledger::leafHash(bytes))
            std::abort();
        // The body may be spelt in many ways; once encoded it stays.
        const QByteArray again = ledger::encodeRecord(*entry);
        const auto second = ledger::decodeRecord(again);
        if (!second || ledger::encodeRecord(*second) != again)
            std::abort();
    }
    if (const auto checkpoint = ledger::parseCheckpoint(bytes); checkpoint && !bytes.startsWith(checkpoint->body))
        std::abort();
    if (const auto unpacked = ledger::unpacked({bytes, true}, 4096); unpacked && unpacked->size() != 4096)
        std::abort();
    return 0;
}
