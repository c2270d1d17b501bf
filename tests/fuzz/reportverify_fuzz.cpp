// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// The parsers of a report somebody handed us. The first byte says which one reads the rest.

#include <models/report/erasurecheck.h>
#include <models/report/ledgerproof.h>
#include <models/report/manifest.h>
#include <models/report/recordingcheck.h>
#include <models/report/sessionlog.h>

#include <cstdint>
#include <cstdlib>

using namespace holdpoint;
using namespace holdpoint::report;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void readManifestBytes(const QByteArray &bytes)
{
    if (const auto lines = readManifest(bytes)) {
        const auto again = readManifest(writeManifest(*lines));
        require(again && again->size() == lines->size());
    }
}

void readProofBytes(const QByteArray &bytes)
{
    if (const auto proof = readProof(bytes)) {
        const QByteArray written = writeProof(*proof);
        const auto again = readProof(written);
        require(again && writeProof(*again) == written);
    }
}

/// A session log, then after a NUL byte a recording to hold against it.
void readLogBytes(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf('\0');
    const auto entries = readSessionLog(end < 0 ? bytes : bytes.first(end));
    if (!entries)
        return;
    const QByteArray file = end < 0 ? QByteArray() : bytes.mid(end + 1);
    for (const Recording &recording : recordingsOf(*entries)) {
        // Wherever it is cut in two, it is judged alike.
        RecordingCheck whole(recording, *entries);
        whole.add(file);
        RecordingCheck halves(recording, *entries);
        halves.add(QByteArrayView(file).first(file.size() / 2));
        halves.add(QByteArrayView(file).sliced(file.size() / 2));
        require(whole.firstForeign() == halves.firstForeign());
    }
    static_cast<void>(firstUnnamedErasure(*entries));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    switch (data[0] % 3) {
    case 0:
        readManifestBytes(bytes);
        break;
    case 1:
        readProofBytes(bytes);
        break;
    default:
        readLogBytes(bytes);
    }
    return 0;
}
