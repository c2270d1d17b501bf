// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// What findPdfSignature() takes out of a PDF somebody handed us, and the stamps and signatures beside it.

#include <models/report/pdfsignature.h>
#include <models/x509/cmssignature.h>
#include <models/x509/timestamp.h>

#include <cstdint>
#include <cstdlib>

using namespace holdpoint;

// OpenSSL 3.0 loses a BIO of its own when CMS_verify() cannot begin, for a digest it does not know.
extern "C" const char *__lsan_default_suppressions() { return "leak:CMS_verify"; }

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    switch (data[0] % 3) {
    case 0:
        if (const auto found = report::findPdfSignature(bytes); found && *found) {
            // All of the file is covered, but for the signature's own digits and their brackets.
            if ((*found)->signedBytes.size() + 2 * (*found)->cms.size() + 2 > bytes.size())
                std::abort();
        }
        break;
    case 1: static_cast<void>(x509::checkTimestamp(bytes, "message", std::nullopt)); break;
    default: static_cast<void>(x509::verifyDetached(bytes, "message", std::nullopt, QDateTime()));
    }
    return 0;
}
