// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/pdfsignature.h>

#include <models/x509/cmssignature.h>

#include <QMap>
#include <QRegularExpression>

namespace holdpoint::report {

namespace {

// Certificates of a long chain with RSA keys of 4096 bits take 8 KiB; the text has two digits a byte.
constexpr qsizetype signatureDigits = 2 * 24 * 1024;
// Ten digits hold every offset of a file below 10 GB; the text must not change its length when it is filled in.
constexpr int offsetDigits = 10;
constexpr int printedAndLocked = 4 + 128; // ISO 32000-1 table 165

tl::unexpected<Error> unknownLayout()
{
    return fail(ErrorKind::Invalid, QStringLiteral("the PDF is not laid out in a way that can be signed here"));
}

QByteArray firstMatch(const char *pattern, const QByteArray &text)
{
    const QRegularExpression expression{QString::fromLatin1(pattern)};
    return expression.match(QString::fromLatin1(text)).captured(1).toLatin1();
}

/// A PDF with one classic cross-reference table, by the numbers of its objects.
class PlainPdf
{
public:
    static Result<PlainPdf> read(const QByteArray &bytes)
    {
        PlainPdf pdf(bytes);
        const qsizetype mark = bytes.lastIndexOf("startxref");
        const qsizetype table =
            firstMatch("^startxref\\s+(\\d+)\\s+%%EOF\\s*$", bytes.mid(std::max<qsizetype>(mark, 0))).toLongLong();
        const qsizetype trailer = bytes.indexOf("trailer", table);
        if (mark < 0 || table <= 0 || trailer < 0 || trailer > mark)
            return unknownLayout();
        pdf.m_table = table;
        pdf.m_trailer = bytes.mid(trailer, mark - trailer);
        const QList<QByteArray> lines = bytes.mid(table, trailer - table).split('\n');
        const bool isPlain = lines.value(0).trimmed() == "xref" && lines.value(1).startsWith("0 ")
                             && !pdf.m_trailer.contains("/Prev") && !pdf.m_trailer.contains("/Encrypt");
        for (qsizetype i = 2; isPlain && i < lines.size(); ++i)
            pdf.m_offsets.append(lines[i].left(offsetDigits).toLongLong());
        return isPlain ? Result<PlainPdf>(pdf) : unknownLayout();
    }

    /// What stands between "N 0 obj" and "endobj"; empty when there is no such object.
    [[nodiscard]] QByteArray object(int number) const
    {
        const QByteArray head = QByteArray::number(number) + " 0 obj";
        const qsizetype begin = m_offsets.value(number);
        const qsizetype end = m_bytes.indexOf("endobj", begin);
        if (number <= 0 || begin <= 0 || end < 0 || m_bytes.mid(begin, head.size()) != head)
            return {};
        return m_bytes.mid(begin + head.size(), end - begin - head.size()).trimmed();
    }

    /// The value of "/Key N 0 R"; 0 when it is something else.
    [[nodiscard]] static int reference(const char *key, const QByteArray &dictionary)
    {
        return firstMatch(QByteArray("/" + QByteArray(key) + "\\s+(\\d+) 0 R").constData(), dictionary).toInt();
    }

    [[nodiscard]] int root() const { return reference("Root", m_trailer); }
    [[nodiscard]] int size() const { return firstMatch("/Size\\s+(\\d+)", m_trailer).toInt(); }
    [[nodiscard]] qsizetype table() const { return m_table; }
    /// /Info and /ID, which an update repeats.
    [[nodiscard]] QByteArray identity() const
    {
        return firstMatch("(/Info\\s+\\d+ 0 R)", m_trailer) + ' ' + firstMatch("(/ID\\s*\\[[^\\]]*\\])", m_trailer);
    }

private:
    explicit PlainPdf(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }

    QByteArray m_bytes;
    QByteArray m_trailer;
    QList<qsizetype> m_offsets;
    qsizetype m_table = 0;
};

/// The dictionary with one more entry.
QByteArray withEntry(const QByteArray &dictionary, const QByteArray &entry)
{
    return dictionary.chopped(2) + entry + "\n>>";
}

bool isDictionary(const QByteArray &object) { return object.startsWith("<<") && object.endsWith(">>"); }

/// The objects of the update: what changes in the catalog and on the first page, and the signature with its field.
struct Update
{
    QMap<int, QByteArray> objects;
    int signature = 0; ///< number of the object whose range and contents are filled in later
};

QByteArray signatureDictionary(const QDateTime &when)
{
    const QByteArray range = QByteArray(4 * (offsetDigits + 1), ' ');
    return "<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n/M (D:"
           + when.toUTC().toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1() + "Z)\n/ByteRange [" + range
           + "]\n/Contents <" + QByteArray(signatureDigits, '0') + ">\n>>";
}

Result<Update> updateFor(const PlainPdf &pdf, const QDateTime &when)
{
    const QByteArray catalog = pdf.object(pdf.root());
    const QByteArray pages = pdf.object(PlainPdf::reference("Pages", catalog));
    const int page = firstMatch("/Kids\\s*\\[\\s*(\\d+) 0 R", pages).toInt();
    const QByteArray pageObject = pdf.object(page);
    const int annotations = PlainPdf::reference("Annots", pageObject);
    const QByteArray list = pdf.object(annotations);
    if (!isDictionary(catalog) || catalog.contains("/AcroForm") || !isDictionary(pageObject) || !list.startsWith('[')
        || !list.endsWith(']') || pdf.size() <= 0)
        return unknownLayout();
    const int signature = pdf.size();
    const int field = signature + 1;
    const int look = signature + 2;
    const auto to = [](int number) { return QByteArray::number(number) + " 0 R"; };
    Update update{.signature = signature};
    update.objects[signature] = signatureDictionary(when);
    update.objects[field] = "<<\n/Type /Annot\n/Subtype /Widget\n/FT /Sig\n/T (Signature1)\n/V " + to(signature)
                            + "\n/P " + to(page) + "\n/F " + QByteArray::number(printedAndLocked)
                            + "\n/Rect [0 0 0 0]\n/AP << /N " + to(look) + " >>\n>>";
    update.objects[look] = "<<\n/Type /XObject\n/Subtype /Form\n/BBox [0 0 0 0]\n/Length 0\n>>\nstream\n\nendstream";
    update.objects[annotations] = list.chopped(1) + ' ' + to(field) + " ]";
    update.objects[pdf.root()] = withEntry(catalog, "/AcroForm << /Fields [" + to(field) + "] /SigFlags 3 >>");
    return update;
}

/// The file with the update behind it; where the objects stand is part of it.
QByteArray updated(const QByteArray &bytes, const PlainPdf &pdf, const Update &update)
{
    QByteArray out = bytes;
    if (!out.endsWith('\n'))
        out += '\n';
    QByteArray table = "xref\n";
    for (auto object = update.objects.cbegin(); object != update.objects.cend(); ++object) {
        table += QByteArray::number(object.key()) + " 1\n"
                 + QByteArray::number(out.size()).rightJustified(offsetDigits, '0') + " 00000 n \n";
        out += QByteArray::number(object.key()) + " 0 obj\n" + object.value() + "\nendobj\n";
    }
    const QByteArray place = QByteArray::number(out.size());
    return out + table + "trailer\n<<\n/Size " + QByteArray::number(update.objects.lastKey() + 1) + "\n/Root "
           + QByteArray::number(pdf.root()) + " 0 R\n" + pdf.identity() + "\n/Prev " + QByteArray::number(pdf.table())
           + "\n>>\nstartxref\n" + place + "\n%%EOF\n";
}

} // namespace

Result<QByteArray> signPdf(const QByteArray &pdf, const x509::CertificateKey &key, const QDateTime &when)
{
    const auto plain = PlainPdf::read(pdf);
    if (!plain)
        return fail(plain.error());
    const auto update = updateFor(*plain, when);
    if (!update)
        return fail(update.error());
    QByteArray out = updated(pdf, *plain, *update);
    const QByteArray rangeMark = "/ByteRange [";
    const QByteArray contentsMark = "/Contents <";
    const qsizetype rangeAt = out.indexOf(rangeMark, pdf.size()) + rangeMark.size();
    const qsizetype gap = out.indexOf(contentsMark, rangeAt) + contentsMark.size() - 1;
    const qsizetype resume = gap + signatureDigits + 2;
    QByteArray range;
    for (const qsizetype number : {qsizetype(0), gap, resume, out.size() - resume})
        range += QByteArray::number(number) + ' ';
    out.replace(rangeAt, range.size(), range);
    const auto cms = x509::signDetached(key, out.first(gap) + out.mid(resume), x509::Profile::Pades);
    if (!cms)
        return fail(cms.error());
    const QByteArray digits = cms->toHex();
    if (digits.size() > signatureDigits)
        return fail(ErrorKind::Io, QStringLiteral("the signature is larger than the room for it in the PDF"));
    out.replace(gap + 1, digits.size(), digits);
    return out;
}

} // namespace holdpoint::report
