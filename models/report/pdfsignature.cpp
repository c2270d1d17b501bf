// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/pdfsignature.h>

#include <algorithm>
#include <array>

namespace holdpoint::report {

namespace {

constexpr char rangeKey[] = "/ByteRange";

tl::unexpected<Error> corrupt(const char *what) { return fail(ErrorKind::Corrupt, QString::fromUtf8(what)); }

bool isBlank(char byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }

/// "[a b c d]" after blanks, each a plain number; nothing when it is something else.
std::optional<std::array<qint64, 4>> rangeAt(const QByteArray &pdf, qsizetype at)
{
    // The text is short: numbers of a file of at most 2 GiB.
    const QByteArray text = pdf.mid(at, 96);
    const qsizetype begin = text.indexOf('[');
    const qsizetype end = text.indexOf(']');
    if (begin < 0 || end < begin || !std::all_of(text.begin(), text.begin() + begin, isBlank))
        return std::nullopt;
    const QList<QByteArray> words = text.mid(begin + 1, end - begin - 1).simplified().split(' ');
    std::array<qint64, 4> range{};
    if (words.size() != qsizetype(range.size()))
        return std::nullopt;
    for (std::size_t i = 0; i < range.size(); ++i) {
        bool isNumber = false;
        range[i] = words[qsizetype(i)].toLongLong(&isNumber);
        if (!isNumber || words[qsizetype(i)] != QByteArray::number(range[i]) || range[i] < 0)
            return std::nullopt;
    }
    return range;
}

/// How long the DER object at the beginning is, header included; 0 when it is none.
qsizetype derSize(const QByteArray &bytes)
{
    if (bytes.size() < 2 || bytes[0] != 0x30)
        return 0;
    const auto first = quint8(bytes[1]);
    if (first < 0x80)
        return 2 + first;
    const qsizetype octets = first & 0x7f;
    if (octets == 0 || octets > 4 || bytes.size() < 2 + octets)
        return 0;
    qsizetype size = 0;
    for (qsizetype i = 0; i < octets; ++i)
        size = size << 8 | quint8(bytes[2 + i]);
    return 2 + octets + size;
}

bool isHex(const QByteArray &digits)
{
    return digits.size() % 2 == 0 && std::all_of(digits.begin(), digits.end(), [](char digit) {
               return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f')
                      || (digit >= 'A' && digit <= 'F');
           });
}

/// The CMS in "<hex>", padded with zeros and nothing else.
std::optional<QByteArray> cmsIn(const QByteArray &gap)
{
    if (gap.size() < 4 || !gap.startsWith('<') || !gap.endsWith('>') || !isHex(gap.mid(1, gap.size() - 2)))
        return std::nullopt;
    const QByteArray bytes = QByteArray::fromHex(gap.mid(1, gap.size() - 2));
    const qsizetype size = derSize(bytes);
    if (size == 0 || size > bytes.size()
        || std::any_of(bytes.begin() + size, bytes.end(), [](char byte) { return byte != 0; }))
        return std::nullopt;
    return bytes.first(size);
}

} // namespace

Result<std::optional<PdfSignature>> findPdfSignature(const QByteArray &pdf)
{
    const qsizetype at = pdf.indexOf(rangeKey);
    if (at < 0)
        return std::optional<PdfSignature>();
    if (pdf.indexOf(rangeKey, at + 1) >= 0)
        return corrupt("it was changed after signing: there is more than one signature in it");
    const auto range = rangeAt(pdf, at + qsizetype(sizeof rangeKey) - 1);
    if (!range)
        return corrupt("its signature does not say what it covers");
    const auto [start, before, resume, after] = *range;
    const qint64 size = pdf.size();
    if (start != 0 || before > size || resume < before || resume > size || after > size - resume)
        return corrupt("its signature covers bytes that are not there");
    if (resume + after < size)
        return corrupt("it was changed after signing: the signature covers less than the whole file");
    const auto cms = cmsIn(pdf.mid(before, resume - before));
    if (!cms)
        return corrupt("its signature leaves out more than itself");
    return std::optional(PdfSignature{*cms, pdf.first(before) + pdf.mid(resume)});
}

} // namespace holdpoint::report
