// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/pdf/pdfprocess.h>

#include <models/report/reportpage.h>
#include <tests/unit/report/keysigner.h>
#include <tests/unit/report/samplerun.h>

#include <QFile>

using namespace holdpoint;
using namespace holdpoint::testing;

namespace {

const QString program = QStringLiteral(HOLDPOINT_BIN_DIR "/holdpoint-pdf");

Result<QByteArray> rendered(const QString &path, const QString &html)
{
    QObject context;
    return waitFor(pdf::processRenderer(path, &context)(html), 60000);
}

TEST(PdfTest, aReportBecomesAPdfWithEmbeddedFontsModeAndPageNumbers)
{
    TempLedger ledger;
    const QByteArray id = writeSampleRun(ledger);
    const QTemporaryDir folder;
    QObject context;
    report::ReportBuilder builder(ledger.get(), ledger.clock(), pdf::processRenderer(program, &context),
                                  QStringLiteral("op"));
    const QString target = folder.filePath(QStringLiteral("r"));
    const auto written = waitFor(builder.write(id, {.path = target}), 60000);
    ASSERT_TRUE(written) << written.error().detail.toStdString();
    ASSERT_FALSE(written->pdfError) << written->pdfError->detail.toStdString();
    const QString file = target + QStringLiteral("/report.pdf");
    const QString text = QString::fromUtf8(
        run(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), file, QStringLiteral("-")}).output);
    for (const char *part : {"PRACTICE", "UNSIGNED", "Drain a node", "Page 1 of", "Page 2 of", "Passed with exceptions",
                             "kubectl drain node-07", "42424242424242424242424242424242",
                             "commands and copies:", "The table below says the same in words."})
        EXPECT_TRUE(text.contains(QLatin1String(part))) << part << "\n" << text.toStdString();
    const QList<QByteArray> fonts = run(QStringLiteral("pdffonts"), {file}).output.trimmed().split('\n').mid(2);
    EXPECT_FALSE(fonts.isEmpty());
    for (const QByteArray &font : fonts)
        EXPECT_TRUE(font.simplified().contains("Identity-H yes")) << "not embedded: " << font.constData();
    EXPECT_EQ(run(QStringLiteral("pdfimages"), {QStringLiteral("-list"), file}).output.split('\n').size(), 3)
        << "the timeline is drawn, not a photograph of it";
    const QByteArray pixels =
        run(QStringLiteral("pdftoppm"), {QStringLiteral("-r"), QStringLiteral("60"), file}).output;
    EXPECT_TRUE(pixels.contains("\x1c\x7c\x4c\x1c\x7c\x4c")) << "the bar of something that went as it should";
    const QByteArray info = run(QStringLiteral("pdfinfo"), {file}).output;
    EXPECT_TRUE(info.contains("A4")) << info.constData();
    QFile page(target + QStringLiteral("/report.html"));
    ASSERT_TRUE(page.open(QIODevice::ReadOnly));
    EXPECT_TRUE(page.readAll().contains("report.pdf"));
}

TEST(PdfTest, theFooterIsInTheLanguageOfThePage)
{
    const QTemporaryDir folder;
    const auto footerOf = [&](const QString &html) {
        const auto pdf = rendered(program, html);
        EXPECT_TRUE(pdf);
        QFile file(folder.filePath(QStringLiteral("p.pdf")));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(*pdf);
        file.close();
        return QString::fromUtf8(run(QStringLiteral("pdftotext"), {file.fileName(), QStringLiteral("-")}).output);
    };
    const QString body = QStringLiteral("<title>T</title></head><body><p>%1</p></body></html>");
    const QString meta = QStringLiteral("<meta name=\"footer\" content=\"Seite %1 von %2\"/>");
    EXPECT_TRUE(
        footerOf(QStringLiteral("<html lang=\"de\"><head>") + meta + body).contains(QStringLiteral("Seite 1 von 1")));
    EXPECT_TRUE(footerOf(QStringLiteral("<html><head>") + body + meta).contains(QStringLiteral("Page 1 of 1")))
        << "only where our own words stand";
}

TEST(PdfTest, aPageThatIsLongerThanAPipeHoldsIsPrintedToItsLastWord)
{
    const QString filler = QStringLiteral("<p>%1</p>").arg(QString(200'000, u'x'));
    const auto bytes =
        rendered(program, QStringLiteral("<html><body>%1<p>the last words</p></body></html>").arg(filler));
    ASSERT_TRUE(bytes) << bytes.error().detail.toStdString();
    const Ran text = run(QStringLiteral("pdftotext"), {QStringLiteral("-"), QStringLiteral("-")}, *bytes);
    EXPECT_TRUE(text.output.contains("the last words"));
}

TEST(PdfTest, noLineStandsOnTwoPages)
{
    QString html;
    for (int line = 100; line < 400; ++line)
        html += QStringLiteral("<p>line%1</p>").arg(line);
    const auto bytes = rendered(program, html);
    ASSERT_TRUE(bytes) << bytes.error().detail.toStdString();
    const QByteArray text = run(QStringLiteral("pdftotext"), {QStringLiteral("-"), QStringLiteral("-")}, *bytes).output;
    EXPECT_GT(text.count('\f'), 2);
    EXPECT_EQ(text.count("line"), 300);
}

TEST(PdfTest, whatThePageAsksForIsNotLoaded)
{
    const QTemporaryDir folder;
    QFile secret(folder.filePath(QStringLiteral("secret.css")));
    ASSERT_TRUE(secret.open(QIODevice::WriteOnly));
    secret.write("p{display:none}");
    secret.close();
    const auto bytes =
        rendered(program, QStringLiteral("<html><head><link rel=\"stylesheet\" href=\"file://%1\"></head>"
                                         "<body><p>visible words</p></body></html>")
                              .arg(secret.fileName()));
    ASSERT_TRUE(bytes) << bytes.error().detail.toStdString();
    const Ran text = run(QStringLiteral("pdftotext"), {QStringLiteral("-"), QStringLiteral("-")}, *bytes);
    EXPECT_TRUE(text.output.contains("visible words")) << text.output.constData();
}

TEST(PdfTest, onlyAPictureInThePageItselfIsDrawnAndNoneThatWouldReadAFile)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("picture.svg")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    const QByteArray start = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
                             "viewBox=\"0 0 400 100\"><rect width=\"400\" height=\"100\" fill=\"#ff00ff\"/>";
    file.write(start + "</svg>");
    file.close();
    const auto draws = [](const QByteArray &source) {
        const auto bytes =
            rendered(program, QStringLiteral("<body><p>before</p><p><img src=\"%1\"></p><p>after</p></body>")
                                  .arg(QString::fromLatin1(source)));
        EXPECT_TRUE(bytes);
        const QByteArray text =
            run(QStringLiteral("pdftotext"), {QStringLiteral("-"), QStringLiteral("-")}, *bytes).output;
        EXPECT_TRUE(text.contains("before") && text.contains("after")) << text.constData();
        return run(QStringLiteral("pdftoppm"), {QStringLiteral("-r"), QStringLiteral("40"), QStringLiteral("-")},
                   *bytes)
            .output.contains(QByteArray("\xff\x00\xff\xff\x00\xff", 6));
    };
    const QByteArray inside = "data:image/svg+xml;base64,";
    EXPECT_TRUE(draws(inside + (start + "</svg>").toBase64()));
    EXPECT_FALSE(draws("file://" + file.fileName().toUtf8()));
    EXPECT_FALSE(draws(inside + (start + "<image xlink:href=\"file:///etc/x.png\"/></svg>").toBase64()));
    EXPECT_FALSE(draws(inside + "no picture at all"));
}

TEST(PdfTest, aHeadingStandsOnThePageOfThePictureItHeads)
{
    const QByteArray svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 180\">"
                           "<rect width=\"400\" height=\"180\" fill=\"#ff00ff\"/></svg>";
    const QString picture = QStringLiteral("<h2>Heading</h2><p><img src=\"data:image/svg+xml;base64,%1\"/></p>")
                                .arg(QString::fromLatin1(svg.toBase64()));
    int onSecond = 0;
    for (int lines = 20; lines <= 36; lines += 2) { // until the heading itself has no room
        const auto bytes = rendered(program, QStringLiteral("<body>%1%2<p>words below it</p></body>")
                                                 .arg(QStringLiteral("<p>words</p>").repeated(lines), picture));
        ASSERT_TRUE(bytes);
        const QByteArray text =
            run(QStringLiteral("pdftotext"), {QStringLiteral("-"), QStringLiteral("-")}, *bytes).output;
        const bool isOnSecond = text.indexOf("Heading") > text.indexOf('\f');
        const Ran page = run(QStringLiteral("pdftoppm"),
                             {QStringLiteral("-r"), QStringLiteral("20"), QStringLiteral("-f"), QStringLiteral("2"),
                              QStringLiteral("-l"), QStringLiteral("2"), QStringLiteral("-")},
                             *bytes);
        EXPECT_EQ(page.output.contains(QByteArray("\xff\x00\xff\xff\x00\xff", 6)), isOnSecond) << lines << " lines";
        onSecond += isOnSecond ? 1 : 0;
    }
    EXPECT_GT(onSecond, 0);
    EXPECT_LT(onSecond, 9) << "one of them fits on the first page";
}

TEST(PdfTest, aMissingOrFailingProgramIsAnErrorWithItsWords)
{
    const auto missing = rendered(QStringLiteral("/nonexistent/holdpoint-pdf"), QStringLiteral("<p>x</p>"));
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().kind, ErrorKind::NotFound);
    const auto failing = rendered(program, QString());
    ASSERT_FALSE(failing);
    EXPECT_EQ(failing.error().kind, ErrorKind::Io);
    EXPECT_TRUE(failing.error().detail.contains(QStringLiteral("empty"))) << failing.error().detail.toStdString();
}

} // namespace
