// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/knownhosts.h>

#include <models/base/bytes.h>

#include <tests/support/sshserver.h>

#include <QDir>
#include <QFile>
#include <QMessageAuthenticationCode>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <csignal>
#include <ostream>
#include <sys/resource.h>

namespace holdpoint::ssh {

void PrintTo(HostKeyVerdict verdict, std::ostream *out)
{
    static constexpr const char *names[]{"Ok", "Unknown", "Changed", "Revoked", "CaOnly", "FileError"};
    *out << names[size_t(verdict)];
}

namespace {

QByteArray makeKey(const QByteArray &type, char fill)
{
    ByteWriter writer;
    writer.string(type);
    writer.string(QByteArray(32, fill));
    return writer.bytes();
}

const QByteArray ours = makeKey("ssh-ed25519", 'a');
const QByteArray other = makeKey("ssh-ed25519", 'b');
const QByteArray rsa = makeKey("ssh-rsa", 'c');

QByteArray spell(const QByteArray &key)
{
    return KnownHosts::typeOf(key) + ' ' + key.toBase64();
}

QByteArray hashed(const QByteArray &name)
{
    const QByteArray salt(20, 's');
    return "|1|" + salt.toBase64() + '|'
           + QMessageAuthenticationCode::hash(name, salt, QCryptographicHash::Sha1).toBase64();
}

} // namespace

class KnownHostsTest : public ::testing::Test
{
protected:
    HostKeyVerdict check(const QByteArray &content, const char *name = "db.example", quint16 port = 22,
                         const QByteArray &key = ours)
    {
        write(content);
        return KnownHosts({path()}).check(QString::fromLatin1(name), port, key).verdict;
    }
    void write(const QByteArray &content)
    {
        QFile file(path());
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(content);
    }
    QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString path() const { return m_folder.filePath(QStringLiteral("ssh/known_hosts")); }

    void SetUp() override { QDir(m_folder.path()).mkdir(QStringLiteral("ssh")); }

    QTemporaryDir m_folder;
};

TEST_F(KnownHostsTest, theRecordedKeyIsGoodAndAnotherIsAChange)
{
    EXPECT_EQ(check("db.example " + spell(ours) + '\n'), HostKeyVerdict::Ok);
    EXPECT_EQ(check("db.example " + spell(other) + '\n'), HostKeyVerdict::Changed);
    EXPECT_EQ(check("web.example " + spell(ours) + '\n'), HostKeyVerdict::Unknown);
    EXPECT_EQ(check("db.example " + spell(other) + "\ndb.example " + spell(ours) + '\n'), HostKeyVerdict::Ok);
    EXPECT_EQ(check("db.example " + spell(rsa) + '\n'), HostKeyVerdict::Changed);
    EXPECT_EQ(check(""), HostKeyVerdict::Unknown);
}

TEST_F(KnownHostsTest, noLineThatCannotBeReadHidesAChange)
{
    const QByteArray changed = "db.example " + spell(other) + '\n';
    for (const QByteArray &bad :
         {QByteArray("db.example ssh-future AAAA\n"), QByteArray("db.example ssh-ed25519 not*base64\n"),
          QByteArray("db.example ssh-ed25519 ") + QByteArray(27'000, 'A') + '\n', QByteArray("db.example\n"),
          QByteArray("db.example ssh-rsa ") + ours.toBase64() + '\n', QByteArray("db.example 1024 35 1234567\n"),
          QByteArray("@future db.example ") + spell(ours) + '\n', QByteArray("\0\0\n", 3), QByteArray("# db.example\n"),
          QByteArray("|1|x db.example\n"), QByteArray("\r\n"), QByteArray("|2|AAAA|AAAA ") + spell(ours) + '\n'}) {
        EXPECT_EQ(check(bad + changed), HostKeyVerdict::Changed) << bad.left(60).toStdString();
        EXPECT_EQ(check(changed + bad), HostKeyVerdict::Changed) << bad.left(60).toStdString();
        EXPECT_EQ(check(bad), HostKeyVerdict::Unknown) << bad.left(60).toStdString();
    }
}

TEST_F(KnownHostsTest, tabsCarriageReturnsNulsAndAMissingLineFeedAreRead)
{
    const QByteArray type = "ssh-ed25519";
    const QByteArray key = ours.toBase64();
    EXPECT_EQ(check("db.example\t" + type + "\t" + key + '\n'), HostKeyVerdict::Ok);
    EXPECT_EQ(check("  \tdb.example " + type + ' ' + key + " a comment\n"), HostKeyVerdict::Ok);
    EXPECT_EQ(check("db.example " + type + ' ' + key + "\r\n"), HostKeyVerdict::Ok);
    EXPECT_EQ(check("db.example " + type + ' ' + key), HostKeyVerdict::Ok);
    EXPECT_EQ(check("db.example " + type + ' ' + key + QByteArray("\0junk\n", 6)), HostKeyVerdict::Ok);
}

TEST_F(KnownHostsTest, aRevokedKeyIsRevokedEvenWhereItIsListedAsGood)
{
    EXPECT_EQ(check("db.example " + spell(ours) + "\n@revoked * " + spell(ours) + '\n'), HostKeyVerdict::Revoked);
    EXPECT_EQ(check("@revoked * " + spell(other) + "\ndb.example " + spell(ours) + '\n'), HostKeyVerdict::Ok);
    EXPECT_EQ(check("@revoked db.example " + spell(ours) + '\n', "db.example", 2222), HostKeyVerdict::Revoked);
}

TEST_F(KnownHostsTest, aCertificateAuthorityAloneIsToldApart)
{
    EXPECT_EQ(check("@cert-authority *.example " + spell(other) + '\n'), HostKeyVerdict::CaOnly);
    EXPECT_EQ(check("@cert-authority *.example " + spell(ours) + '\n'), HostKeyVerdict::CaOnly);
    EXPECT_EQ(check("@cert-authority *.example " + spell(other) + "\ndb.example " + spell(ours) + '\n'),
              HostKeyVerdict::Ok);
}

TEST_F(KnownHostsTest, patternsNegationHashesPortsAndCaseMatchAsInSsh)
{
    EXPECT_EQ(check("!db.example,*.example " + spell(ours) + '\n'), HostKeyVerdict::Unknown);
    EXPECT_EQ(check("!web.example,*.example " + spell(ours) + '\n'), HostKeyVerdict::Ok);
    EXPECT_EQ(check("DB.Example " + spell(ours) + '\n', "dB.eXample"), HostKeyVerdict::Ok);
    EXPECT_EQ(check(hashed("db.example") + ' ' + spell(ours) + '\n', "DB.example"), HostKeyVerdict::Ok);
    EXPECT_EQ(check(hashed("[db.example]:2222") + ' ' + spell(ours) + '\n', "db.example", 2222), HostKeyVerdict::Ok);
    EXPECT_EQ(check(hashed("web.example") + ' ' + spell(ours) + '\n'), HostKeyVerdict::Unknown);
    EXPECT_EQ(check("[db.example]:2222 " + spell(ours) + '\n', "db.example", 2222), HostKeyVerdict::Ok);
    EXPECT_EQ(check("[db.example]:2222 " + spell(ours) + '\n'), HostKeyVerdict::Unknown);
    EXPECT_EQ(check("db.example " + spell(ours) + '\n', "db.example", 2222), HostKeyVerdict::Ok);
    EXPECT_EQ(check("db.example " + spell(other) + '\n', "db.example", 2222), HostKeyVerdict::Unknown);
    EXPECT_EQ(check("2001:db8::7 " + spell(ours) + '\n', "2001:DB8::7"), HostKeyVerdict::Ok);
    EXPECT_EQ(check("[2001:db8::7]:2222 " + spell(ours) + '\n', "2001:db8::7", 2222), HostKeyVerdict::Ok);
}

TEST_F(KnownHostsTest, aPatternThatIsTooLongForTheStockClientSpoilsItsLineOnly)
{
    const QByteArray longest(1022, 'x');
    EXPECT_EQ(check(longest + ",db.example " + spell(ours) + '\n'), HostKeyVerdict::Ok);
    EXPECT_EQ(check(longest + "x,db.example " + spell(ours) + '\n'), HostKeyVerdict::Unknown);
    EXPECT_EQ(check(longest + "x,db.example " + spell(ours) + "\ndb.example " + spell(other) + '\n'),
              HostKeyVerdict::Changed);
}

TEST_F(KnownHostsTest, aFolderInThePlaceOfTheFileIsAnErrorAndNotUnknown)
{
    const KnownHosts hosts({m_folder.filePath(QStringLiteral("ssh"))});
    EXPECT_EQ(hosts.check(QStringLiteral("db.example"), 22, ours).verdict, HostKeyVerdict::FileError);
    const auto added = hosts.add(QStringLiteral("db.example"), 22, ours);
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().kind, ErrorKind::Io);
}

TEST_F(KnownHostsTest, aHashedNameIsFoundAgainAndCannotBeRead)
{
    const KnownHosts hosts({path()});
    ASSERT_TRUE(hosts.add(QStringLiteral("DB.example"), 2222, ours, HostNames::Hashed));
    ASSERT_TRUE(hosts.add(QStringLiteral("a,b"), 22, ours, HostNames::Hashed));
    EXPECT_FALSE(content().contains("example"));
    EXPECT_EQ(hosts.check(QStringLiteral("db.example"), 2222, ours).verdict, HostKeyVerdict::Ok);
    EXPECT_EQ(hosts.check(QStringLiteral("a,b"), 22, ours).verdict, HostKeyVerdict::Ok);
    EXPECT_EQ(hosts.check(QStringLiteral("web.example"), 2222, ours).verdict, HostKeyVerdict::Unknown);
    QByteArray printed;
    EXPECT_TRUE(testing::runProgram(QStringLiteral("ssh-keygen"), {QStringLiteral("-F"), QStringLiteral("[db.example]:2222"), QStringLiteral("-f"), path()},
                                    &printed))
        << printed.toStdString();
}

TEST_F(KnownHostsTest, aNameThatWouldMeanOtherHostsIsNotRecorded)
{
    write("");
    for (const char *name : {"a,b", "*", "d?", "!db", "|1|x", "#x", "@revoked", "a b", ""}) {
        const auto added = KnownHosts({path()}).add(QString::fromLatin1(name), 22, ours);
        ASSERT_FALSE(added) << name;
        EXPECT_EQ(added.error().kind, ErrorKind::Invalid) << name;
        EXPECT_EQ(content(), QByteArray());
    }
}

TEST_F(KnownHostsTest, anAddedKeyIsFoundAgainAndNothingElseIsTouched)
{
    write("# mine, with no line feed");
    const KnownHosts hosts({path()});
    ASSERT_TRUE(hosts.add(QStringLiteral("DB.example"), 2222, ours));
    ASSERT_TRUE(hosts.add(QStringLiteral("web.example"), 22, rsa));
    EXPECT_EQ(content(), "# mine, with no line feed\n[db.example]:2222 " + spell(ours) + "\nweb.example " + spell(rsa) + '\n');
    EXPECT_EQ(hosts.check(QStringLiteral("db.example"), 2222, ours).verdict, HostKeyVerdict::Ok);
    EXPECT_EQ(hosts.keyTypes(QStringLiteral("web.example"), 22), QList<QByteArray>{"ssh-rsa"});
}

TEST_F(KnownHostsTest, aLinkIntoSomebodysDotfilesStaysALink)
{
    const QString real = m_folder.filePath(QStringLiteral("dotfile"));
    write("web.example " + spell(rsa) + '\n');
    ASSERT_TRUE(QFile::rename(path(), real));
    ASSERT_TRUE(QFile::link(real, path()));
    ASSERT_TRUE(KnownHosts({path()}).add(QStringLiteral("db.example"), 22, ours));
    EXPECT_EQ(QFile::symLinkTarget(path()), real);
    EXPECT_TRUE(content().contains("db.example " + spell(ours)));
}

TEST_F(KnownHostsTest, theFirstKeyOfAUserMakesTheFolder)
{
    const QString path = m_folder.filePath(QStringLiteral("new/.ssh/known_hosts"));
    ASSERT_TRUE(KnownHosts({path}).add(QStringLiteral("db.example"), 22, ours));
    EXPECT_EQ(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

/// A disk that takes so many bytes of a file and no more.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit tight{bytes, m_before.rlim_max};
        m_handler = ::signal(SIGXFSZ, SIG_IGN);
        ::setrlimit(RLIMIT_FSIZE, &tight);
    }
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        ::signal(SIGXFSZ, m_handler);
    }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before{};
    sighandler_t m_handler{};
};

TEST_F(KnownHostsTest, aFullDiskLeavesTheFileAsItWas)
{
    write("web.example " + spell(rsa) + '\n');
    {
        const FullDisk disk(20);
        const auto added = KnownHosts({path()}).add(QStringLiteral("db.example"), 22, ours);
        ASSERT_FALSE(added);
        EXPECT_EQ(added.error().kind, ErrorKind::Io);
    }
    EXPECT_EQ(content(), "web.example " + spell(rsa) + '\n');
    EXPECT_EQ(QDir(m_folder.filePath(QStringLiteral("ssh"))).entryList(QDir::Files).size(), 1);
}

TEST_F(KnownHostsTest, theNullDeviceKnowsNobodyAndForgetsEverything)
{
    const KnownHosts hosts({QStringLiteral("/dev/null")});
    EXPECT_EQ(hosts.check(QStringLiteral("db.example"), 22, ours).verdict, HostKeyVerdict::Unknown);
    EXPECT_TRUE(hosts.add(QStringLiteral("db.example"), 22, ours));
    EXPECT_FALSE(QFileInfo(QStringLiteral("/dev/null")).isFile());
}

} // namespace holdpoint::ssh
