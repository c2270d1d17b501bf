// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/reportverifier.h>

#include <models/ledger/erasure.h>
#include <models/report/erasurecheck.h>
#include <models/report/manifest.h>
#include <models/report/reportbuilder.h>
#include <models/base/sha256.h>
#include <tests/unit/report/keysigner.h>
#include <tests/unit/report/samplerun.h>

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>

#include <functional>
#include <sys/stat.h>

using namespace holdpoint;
using namespace holdpoint::report;
using namespace holdpoint::testing;
using State = CompletenessVerdict::File::State;

namespace {

const QString manifest = QStringLiteral("MANIFEST.sha256");
const QString signatureFile = QStringLiteral("MANIFEST.sha256.sig");

/// One signed report, made once; every test works on a copy.
class ReportVerifierTest : public ::testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        s_key = std::make_shared<KeySigner>();
        s_files = std::make_unique<QMap<QString, QByteArray>>();
        const QTemporaryDir folder;
        TempLedger ledger;
        ledger->setSigner(s_key);
        ReportBuilder builder(ledger.get(), ledger.clock(), {}, QStringLiteral("op"));
        const auto written = waitFor(builder.write(
            writeSampleRun(ledger), {.path = folder.filePath(QStringLiteral("r")), .endorsements = {.signer = s_key}}));
        ASSERT_TRUE(written) << written.error().detail.toStdString();
        for (const QFileInfo &info : QDir(folder.filePath(QStringLiteral("r"))).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            ASSERT_TRUE(file.open(QIODevice::ReadOnly));
            s_files->insert(info.fileName(), file.readAll());
        }
    }
    static void TearDownTestSuite()
    {
        s_files.reset();
        s_key.reset();
    }

    void SetUp() override
    {
        for (auto file = s_files->cbegin(); file != s_files->cend(); ++file)
            put(file.key(), file.value());
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    void put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        ASSERT_EQ(file.write(bytes), bytes.size());
    }
    [[nodiscard]] static QByteArray original(const QString &name) { return s_files->value(name); }
    void flip(const QString &name, qsizetype at) const
    {
        QByteArray bytes = original(name);
        bytes[at] = char(bytes[at] ^ 0x01);
        put(name, bytes);
    }
    /// Makes the manifest fit the files again and signs it: what somebody with the key can do.
    void signAnew() const
    {
        QList<ManifestLine> lines;
        for (const QFileInfo &info : QDir(m_folder.path()).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            ASSERT_TRUE(file.open(QIODevice::ReadOnly));
            if (!info.fileName().startsWith(manifest))
                lines.append({info.fileName(), sha256(file.readAll())});
        }
        put(manifest, writeManifest(lines));
        put(signatureFile, s_key->signNow(QStringLiteral("session-report@holdpoint"), writeManifest(lines)));
    }

    [[nodiscard]] ReportVerification verify(const std::optional<QByteArray> &allowed = s_key->allowedLine(),
                                            const QDateTime &when = QDateTime::currentDateTimeUtc()) const
    {
        const auto verified = verifyReport(m_folder.path(), {.allowedSigners = allowed, .when = when});
        EXPECT_TRUE(verified);
        return verified.value_or(ReportVerification{});
    }
    static State stateOf(const ReportVerification &verification, const QString &name)
    {
        for (const CompletenessVerdict::File &file : verification.completeness.files) {
            if (file.name == name)
                return file.state;
        }
        ADD_FAILURE() << name.toStdString() << " is not in the verdict";
        return State::Intact;
    }

    static inline std::shared_ptr<KeySigner> s_key;
    static inline std::unique_ptr<QMap<QString, QByteArray>> s_files;
    QTemporaryDir m_folder;
};

TEST_F(ReportVerifierTest, anUntouchedReportIsGoodInAllThreeWays)
{
    const ReportVerification verified = verify();
    EXPECT_TRUE(verified.isGood()) << QJsonDocument(verificationJson(verified)).toJson().constData();
    EXPECT_EQ(verified.signature.signer, QStringLiteral("operator@noc.example"));
    EXPECT_EQ(verified.ledger.signer, QStringLiteral("operator@noc.example"));
    EXPECT_EQ(verified.completeness.files.size(), 6);
}

TEST_F(ReportVerifierTest, aByteChangedInAnyFileNamesTheFile)
{
    for (const QString &name : s_files->keys()) {
        if (name == manifest || name == signatureFile)
            continue;
        for (const qsizetype at : {qsizetype(0), original(name).size() / 2, original(name).size() - 1}) {
            flip(name, at);
            const ReportVerification verified = verify();
            EXPECT_EQ(verified.completeness.verdict, Judgement::Bad) << name.toStdString();
            EXPECT_EQ(stateOf(verified, name), State::Changed) << name.toStdString();
            EXPECT_TRUE(verified.completeness.reason.contains(name));
            EXPECT_EQ(verified.signature.verdict, Judgement::Good) << "the manifest itself is as it was signed";
        }
        put(name, original(name));
    }
}

TEST_F(ReportVerifierTest, anyByteChangedInTheManifestBreaksTheSignature)
{
    for (qsizetype at = 0; at < original(manifest).size(); at += 7) {
        flip(manifest, at);
        EXPECT_EQ(verify().signature.verdict, Judgement::Bad) << at;
    }
}

TEST_F(ReportVerifierTest, missingAndAddedFilesAreNamed)
{
    ASSERT_TRUE(QFile::remove(path(QStringLiteral("terminal-1.cast"))));
    put(QStringLiteral("notes.txt"), "trust me");
    put(QStringLiteral(".hidden"), "x");
    ASSERT_TRUE(QDir(m_folder.path()).mkdir(QStringLiteral("more")));
    const ReportVerification verified = verify();
    EXPECT_EQ(verified.completeness.verdict, Judgement::Bad);
    EXPECT_EQ(stateOf(verified, QStringLiteral("terminal-1.cast")), State::Missing);
    for (const char *name : {"notes.txt", ".hidden", "more"})
        EXPECT_EQ(stateOf(verified, QLatin1String(name)), State::Unlisted) << name;
    EXPECT_EQ(verified.ledger.verdict, Judgement::Bad);
}

TEST_F(ReportVerifierTest, withoutTheSignatureAllowedSignersAreNotContent)
{
    ASSERT_TRUE(QFile::remove(path(signatureFile)));
    EXPECT_EQ(verify().signature.verdict, Judgement::Bad);
    EXPECT_EQ(verify(std::nullopt).signature.verdict, Judgement::Unknown);
    EXPECT_EQ(verify().completeness.verdict, Judgement::Good);
    EXPECT_EQ(verify().ledger.verdict, Judgement::Good) << "the checkpoint has a signature of its own";
}

TEST_F(ReportVerifierTest, withoutAllowedSignersTheKeyIsShownButTheSignerStaysUnknown)
{
    const ReportVerification verified = verify(std::nullopt);
    EXPECT_EQ(verified.signature.verdict, Judgement::Unknown);
    EXPECT_TRUE(verified.signature.fingerprint.startsWith(QStringLiteral("SHA256:")));
    EXPECT_TRUE(verified.signature.signer.isEmpty());
    EXPECT_FALSE(verified.isGood());
}

TEST_F(ReportVerifierTest, aSignatureUnderAnotherNamespaceIsRefused)
{
    for (const char *nameSpace : {"file", "ledger-checkpoint@holdpoint"}) {
        put(signatureFile, s_key->signNow(QLatin1String(nameSpace), original(manifest)));
        EXPECT_EQ(verify().signature.verdict, Judgement::Bad) << nameSpace;
        EXPECT_EQ(verify(std::nullopt).signature.verdict, Judgement::Bad) << nameSpace;
    }
}

TEST_F(ReportVerifierTest, aKeyCountsOnlyWhileItIsValidAndForItsNamespace)
{
    const auto at = [](const char *day) { return QDateTime::fromString(QLatin1String(day), Qt::ISODate); };
    const QByteArray expired = s_key->allowedLine("valid-before=\"20300101\"");
    EXPECT_EQ(verify(expired, at("2029-06-01T00:00:00Z")).signature.verdict, Judgement::Good);
    EXPECT_EQ(verify(expired, at("2030-06-01T00:00:00Z")).signature.verdict, Judgement::Bad);
    EXPECT_EQ(verify(s_key->allowedLine("namespaces=\"git\"")).signature.verdict, Judgement::Bad);
    const KeySigner other;
    const ReportVerification byOther = verify(other.allowedLine());
    EXPECT_EQ(byOther.signature.verdict, Judgement::Bad);
    EXPECT_EQ(byOther.ledger.verdict, Judgement::Unknown) << "consistent, but by no key that is accepted";
    EXPECT_EQ(verify(QByteArray()).signature.verdict, Judgement::Bad);
}

TEST_F(ReportVerifierTest, aSignatureCutAtAnyLengthIsBadAndNothingWorse)
{
    const QByteArray good = original(signatureFile);
    for (qsizetype length = 0; length < good.trimmed().size(); ++length) {
        put(signatureFile, good.first(length));
        EXPECT_EQ(verify().signature.verdict, Judgement::Bad) << length;
    }
}

TEST_F(ReportVerifierTest, aHugeSignatureIsRefusedUnread)
{
    QFile file(path(signatureFile));
    ASSERT_TRUE(file.resize(100 << 20));
    QElapsedTimer timer;
    timer.start();
    EXPECT_EQ(verify().signature.verdict, Judgement::Bad);
    ASSERT_TRUE(QFile(path(manifest)).resize(qint64{1} << 40));
    ASSERT_TRUE(QFile(path(QStringLiteral("session.jsonl"))).resize(qint64{1} << 40));
    ASSERT_TRUE(QFile(path(QStringLiteral("report.html"))).resize(qint64{1} << 40));
    const ReportVerification verified = verify();
    EXPECT_EQ(verified.completeness.verdict, Judgement::Bad);
    EXPECT_EQ(verified.ledger.verdict, Judgement::Bad);
}

TEST_F(ReportVerifierTest, linksPipesAndFoldersInPlaceOfFilesAreNotFollowed)
{
    const QString secret = m_folder.path() + QStringLiteral(".secret");
    ASSERT_TRUE(QFile::copy(path(QStringLiteral("runbook.md")), secret));
    ASSERT_TRUE(QFile::remove(path(QStringLiteral("runbook.md"))));
    ASSERT_TRUE(QFile::link(secret, path(QStringLiteral("runbook.md"))));
    ASSERT_TRUE(QFile::remove(path(QStringLiteral("terminal-1.cast"))));
    ASSERT_EQ(::mkfifo(QFile::encodeName(path(QStringLiteral("terminal-1.cast"))).constData(), 0600), 0);
    ASSERT_TRUE(QFile::remove(path(QStringLiteral("terminal-2.cast"))));
    ASSERT_TRUE(QDir().mkdir(path(QStringLiteral("terminal-2.cast"))));
    const ReportVerification verified = verify();
    for (const char *name : {"runbook.md", "terminal-1.cast", "terminal-2.cast"})
        EXPECT_EQ(stateOf(verified, QLatin1String(name)), State::Unreadable) << name;
    EXPECT_EQ(verified.ledger.verdict, Judgement::Bad);
    EXPECT_TRUE(QFile::remove(secret));
}

TEST_F(ReportVerifierTest, aManifestThatPointsOutsideIsBad)
{
    put(manifest, original(manifest) + sha256("x").toHex() + "  ../../etc/passwd\n");
    const ReportVerification verified = verify();
    EXPECT_EQ(verified.completeness.verdict, Judgement::Bad);
    EXPECT_TRUE(verified.completeness.files.isEmpty()) << "nothing of it was opened";
}

TEST_F(ReportVerifierTest, whoHasTheKeyStillCannotChangeWhatTheLedgerProves)
{
    const QString log = QStringLiteral("session.jsonl");
    QList<QByteArray> lines = original(log).chopped(1).split('\n');
    const QByteArray dropped = lines.takeAt(5);
    put(log, lines.join('\n') + '\n');
    signAnew();
    ReportVerification verified = verify();
    EXPECT_EQ(verified.signature.verdict, Judgement::Good);
    EXPECT_EQ(verified.completeness.verdict, Judgement::Good);
    EXPECT_EQ(verified.ledger.verdict, Judgement::Bad);
    lines.insert(6, dropped);
    put(log, lines.join('\n') + '\n');
    signAnew();
    verified = verify();
    EXPECT_EQ(verified.ledger.verdict, Judgement::Bad);
    EXPECT_TRUE(verified.ledger.firstBad.has_value());
}

TEST_F(ReportVerifierTest, aRecordingOrSourceSwappedByTheKeysOwnerNamesTheEntry)
{
    const QString cast = QStringLiteral("terminal-2.cast");
    QByteArray changed = original(cast);
    changed.replace("cordoned", "untouched");
    ASSERT_NE(changed, original(cast));
    put(cast, changed);
    signAnew();
    ReportVerification verified = verify();
    EXPECT_EQ(verified.completeness.verdict, Judgement::Good);
    EXPECT_EQ(verified.ledger.verdict, Judgement::Bad);
    EXPECT_TRUE(verified.ledger.firstBad.has_value());
    EXPECT_TRUE(verified.ledger.reason.contains(cast));
    put(cast, original(cast));
    put(QStringLiteral("runbook.md"), sampleRunbook() + "\nAnd one line more.\n");
    signAnew();
    verified = verify();
    EXPECT_EQ(verified.ledger.verdict, Judgement::Bad);
    EXPECT_TRUE(verified.ledger.reason.contains(QStringLiteral("runbook.md")));
}

/// The session log with one line changed as JSON.
QByteArray withLine(const QByteArray &log, qsizetype at, const std::function<void(QJsonObject &)> &change)
{
    QList<QByteArray> lines = log.chopped(1).split('\n');
    QJsonObject object = QJsonDocument::fromJson(lines[at]).object();
    change(object);
    lines[at] = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return lines.join('\n') + '\n';
}

/// Says something else about the first attachment of a line.
QByteArray withAttachment(const QByteArray &log, qsizetype at, const QJsonObject &said)
{
    return withLine(log, at, [&](QJsonObject &line) {
        QJsonArray attachments = line[QLatin1String("attachments")].toArray();
        QJsonObject attachment = attachments[0].toObject();
        for (auto field = said.begin(); field != said.end(); ++field)
            attachment[field.key()] = field.value();
        attachments[0] = attachment;
        line[QLatin1String("attachments")] = attachments;
    });
}

TEST_F(ReportVerifierTest, aSourceThatIsCalledErasedCannotBeReplaced)
{
    const QJsonObject erased{{QStringLiteral("erased"), true}, {QStringLiteral("salt"), QString()}};
    put(QStringLiteral("session.jsonl"), withAttachment(original(QStringLiteral("session.jsonl")), 0, erased));
    put(QStringLiteral("runbook.md"), "# Another runbook\n");
    signAnew();
    const ReportVerification verified = verify();
    EXPECT_EQ(verified.completeness.verdict, Judgement::Good);
    EXPECT_EQ(verified.ledger.verdict, Judgement::Bad);
    EXPECT_TRUE(verified.ledger.reason.contains(QStringLiteral("runbook.md"))) << verified.ledger.reason.toStdString();
    ASSERT_TRUE(QFile::remove(path(QStringLiteral("runbook.md"))));
    signAnew();
    EXPECT_EQ(verify().ledger.verdict, Judgement::Good) << "erased by rule, and left out";
}

TEST_F(ReportVerifierTest, whatIsMissingWithoutARecordIsSaidOfARunThatIsOlderThanSuchRecords)
{
    const QJsonObject erased{{QStringLiteral("erased"), true}, {QStringLiteral("salt"), QString()}};
    put(QStringLiteral("session.jsonl"), withAttachment(original(QStringLiteral("session.jsonl")), 0, erased));
    ASSERT_TRUE(QFile::remove(path(QStringLiteral("runbook.md"))));
    signAnew();
    EXPECT_TRUE(verify().ledger.reason.contains(QStringLiteral("older than the entries that say who erased what")));
}

/// A chain of entries, of which the third and fifth have attachments whose bytes are gone.
QList<ledger::Entry> entriesWithGaps(const QJsonObject &start = {})
{
    QList<ledger::Entry> entries;
    for (quint64 sequence = 10; sequence < 20; ++sequence) {
        ledger::Entry entry;
        entry.sequence = sequence;
        entry.type = sequence == 10 ? QStringLiteral("run-started") : QStringLiteral("output");
        entry.body = sequence == 10 ? start : QJsonObject();
        entry.attachments = {{.present = sequence != 12 && sequence != 14}};
        entries.append(entry);
    }
    return entries;
}

ledger::Entry erasureOf(const QList<quint64> &sequences, quint64 by)
{
    const ledger::Draft draft = ledger::erasedDraft({.sequences = sequences}, 1, 1);
    ledger::Entry entry;
    entry.sequence = by;
    entry.type = draft.type;
    entry.body = draft.body;
    return entry;
}

TEST(ErasureCheckTest, everyMissingAttachmentNeedsALaterEntryThatNamesIt)
{
    QList<ledger::Entry> entries = entriesWithGaps();
    EXPECT_EQ(firstUnnamedErasure(entries), 12U);
    entries.append(erasureOf({14}, 20));
    EXPECT_EQ(firstUnnamedErasure(entries), 12U);
    entries.append(erasureOf({11, 12, 13}, 21));
    EXPECT_FALSE(firstUnnamedErasure(entries));
    entries.last() = erasureOf({12}, 12);
    EXPECT_EQ(firstUnnamedErasure(entries), 12U) << "it names nothing that comes before it";
}

TEST(ErasureCheckTest, aRunSaysThatItsErasuresAreOnRecordOrHasOne)
{
    EXPECT_FALSE(recordsErasures(entriesWithGaps()));
    EXPECT_TRUE(recordsErasures(entriesWithGaps({{QStringLiteral("erasures"), QStringLiteral("recorded")}})));
    QList<ledger::Entry> entries = entriesWithGaps();
    entries.append(erasureOf({11}, 20));
    EXPECT_TRUE(recordsErasures(entries));
}

TEST_F(ReportVerifierTest, bytesCannotWanderBetweenTheSourceAndItsSalt)
{
    const QString log = QStringLiteral("session.jsonl");
    const QJsonObject start = QJsonDocument::fromJson(original(log).split('\n').first()).object();
    const QString salt = start[QLatin1String("attachments")][0][QLatin1String("salt")].toString();
    const QByteArray source = sampleRunbook();
    const auto wander = [&](const QByteArray &newSalt, const QByteArray &newSource) {
        put(log, withAttachment(original(log), 0, {{QStringLiteral("salt"), QString::fromLatin1(newSalt.toHex())}}));
        put(QStringLiteral("runbook.md"), newSource);
        signAnew();
        return verify().ledger.verdict;
    };
    const QByteArray bytes = QByteArray::fromHex(salt.toLatin1());
    EXPECT_EQ(wander(bytes + source.first(20), source.sliced(20)), Judgement::Bad);
    EXPECT_EQ(wander(bytes.first(4), bytes.sliced(4) + source), Judgement::Bad);
    EXPECT_EQ(wander(bytes, source), Judgement::Good);
}

TEST_F(ReportVerifierTest, aRecordingThatNoEntryCommitsToIsBad)
{
    put(QStringLiteral("terminal-3.cast"), original(QStringLiteral("terminal-1.cast")));
    signAnew();
    const ReportVerification verified = verify();
    EXPECT_EQ(verified.completeness.verdict, Judgement::Good);
    EXPECT_EQ(verified.ledger.verdict, Judgement::Bad);
}

TEST_F(ReportVerifierTest, aManifestVouchesOnlyForTheProofItLists)
{
    const QString proof = QStringLiteral("ledger-proof.txt");
    QList<QByteArray> lines = original(proof).split('\n');
    const qsizetype at = lines.indexOf("-----BEGIN SSH SIGNATURE-----");
    const qsizetype end = lines.indexOf("-----END SSH SIGNATURE-----");
    ASSERT_GT(at, 0);
    lines.remove(at, end - at + 1);
    lines[at - 1] = "signature 0";
    put(proof, lines.join('\n'));
    EXPECT_EQ(verify().signature.verdict, Judgement::Good);
    EXPECT_EQ(verify().ledger.verdict, Judgement::Unknown) << "nobody signed this proof";
    signAnew();
    EXPECT_EQ(verify().ledger.verdict, Judgement::Good);
}

TEST_F(ReportVerifierTest, anAddedFileIsNoticedBesideAnyNumberOfListedOnes)
{
    for (int i = 0; i < 1000; ++i)
        put(QStringLiteral("extra-%1").arg(i), "x");
    signAnew();
    EXPECT_EQ(verify().completeness.verdict, Judgement::Good);
    put(QStringLiteral("zzz"), "not listed");
    const ReportVerification verified = verify();
    EXPECT_EQ(verified.completeness.verdict, Judgement::Bad);
    EXPECT_LE(verified.completeness.files.size(), 1000);
    EXPECT_FALSE(verified.completeness.reason.isEmpty());
}

TEST_F(ReportVerifierTest, theSignatureFileHasOneForm)
{
    const QByteArray good = original(signatureFile);
    for (const QByteArray &other : {good + "more\n", good.chopped(1) + "x", good + '\n', " " + good}) {
        put(signatureFile, other);
        EXPECT_EQ(verify().signature.verdict, Judgement::Bad) << other.constData();
    }
    put(signatureFile, QByteArray(good).replace("\n", "\r\n"));
    EXPECT_EQ(verify().signature.verdict, Judgement::Good) << "line ends as mail makes them";
}

TEST_F(ReportVerifierTest, theJsonHasTheShapeScriptsRelyOn)
{
    const QJsonObject json = verificationJson(verify());
    for (const char *part : {"signature", "completeness", "ledger"})
        EXPECT_EQ(json[QLatin1String(part)].toObject()[QLatin1String("verdict")].toString(), QStringLiteral("good")) << part;
    const QJsonObject signature = json[QLatin1String("signature")].toObject();
    EXPECT_EQ(signature[QLatin1String("signer")].toString(), QStringLiteral("operator@noc.example"));
    EXPECT_TRUE(signature.contains(QLatin1String("reason")));
    EXPECT_EQ(json[QLatin1String("completeness")].toObject()[QLatin1String("files")].toArray().size(), 6);
}

TEST(ReportVerifierFolderTest, aFolderThatDoesNotExistIsAnErrorAndAnEmptyOneIsBad)
{
    const QTemporaryDir folder;
    EXPECT_FALSE(verifyReport(folder.filePath(QStringLiteral("none")), {}));
    const auto verified = verifyReport(folder.path(), {});
    ASSERT_TRUE(verified);
    EXPECT_EQ(verified->completeness.verdict, Judgement::Bad);
    EXPECT_EQ(verified->ledger.verdict, Judgement::Bad);
    EXPECT_NE(verified->signature.verdict, Judgement::Good);
}

} // namespace
