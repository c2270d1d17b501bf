// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "sshconfigfixture.h"

#include <app/ssh/algorithmlist.h>
#include <app/ssh/libssh.h>

namespace holdpoint::ssh {

class AlgorithmListTest : public SshConfigTest
{
};

TEST_F(AlgorithmListTest, listsMeanWhatTheyMeanToTheStockClient)
{
    struct Kind
    {
        const char *keyword, *query;
    };
    for (const Kind &kind : {Kind{"KexAlgorithms", "kex"}, Kind{"Ciphers", "cipher"}, Kind{"MACs", "mac"}}) {
        const QByteArray printedAs = QByteArray(kind.keyword).toLower();
        QByteArray known;
        ASSERT_TRUE(
            testing::runProgram(QStringLiteral("ssh"), {QStringLiteral("-Q"), QLatin1String(kind.query)}, &known));
        const QList<QByteArray> supported = known.trimmed().split('\n');
        const QList<QByteArray> usual = stock("", "db")->value(printedAs).toUtf8().split(',');
        const QByteArray &one = supported.front();
        const QByteArray &other = usual.back();
        for (const QByteArray &list : {one, other + ',' + one, '+' + one, '+' + other, "+" + one + ',' + other,
                                       '-' + other, QByteArray("-*sha2*"), QByteArray("-aes*,hmac*,ecdh*"), '^' + other,
                                       '^' + one + ',' + usual[1], '-' + one}) {
            const auto printed = stock(QByteArray(kind.keyword) + ' ' + list + '\n', "db");
            ASSERT_TRUE(printed) << list.toStdString();
            const auto ours = chooseAlgorithms(list, usual, supported);
            ASSERT_TRUE(ours) << list.toStdString();
            EXPECT_EQ(QString::fromUtf8(ours->join(',')), printed->value(printedAs))
                << kind.keyword << ' ' << list.toStdString();
        }
    }
}

TEST_F(AlgorithmListTest, whatIsNotSupportedFallsOutAndNothingLeftIsAnError)
{
    const QList<QByteArray> usual{"a", "b"};
    const QList<QByteArray> supported{"a", "b", "c"};
    EXPECT_EQ(*chooseAlgorithms("new,c,a", usual, supported), (QList<QByteArray>{"c", "a"}));
    EXPECT_EQ(*chooseAlgorithms("+new", usual, supported), usual);
    for (const char *list : {"", "new", "-*", "!a", "+!a", "-a,b"}) {
        const auto chosen = chooseAlgorithms(list, usual, supported);
        ASSERT_FALSE(chosen) << list;
        EXPECT_EQ(chosen.error().kind, ErrorKind::Invalid) << list;
    }
}

TEST_F(AlgorithmListTest, theLibraryTakesEveryAlgorithmThatIsCalledSupported)
{
    using Kind = AlgorithmKind;
    for (const auto &[kind, option] :
         {std::pair{Kind::KeyExchange, SSH_OPTIONS_KEY_EXCHANGE}, std::pair{Kind::HostKey, SSH_OPTIONS_HOSTKEYS},
          std::pair{Kind::Cipher, SSH_OPTIONS_CIPHERS_C_S}, std::pair{Kind::Mac, SSH_OPTIONS_HMAC_C_S},
          std::pair{Kind::LoginKey, SSH_OPTIONS_PUBLICKEY_ACCEPTED_TYPES}}) {
        const SessionPtr session(ssh_new());
        for (const QByteArray &algorithm : supportedAlgorithms(kind))
            EXPECT_EQ(ssh_options_set(session.get(), option, algorithm.constData()), SSH_OK) << algorithm.toStdString();
        for (const QByteArray &algorithm : preferredAlgorithms(kind))
            EXPECT_TRUE(supportedAlgorithms(kind).contains(algorithm)) << algorithm.toStdString();
        EXPECT_NE(ssh_options_set(session.get(), option, "no-such-algorithm"), SSH_OK);
    }
}

} // namespace holdpoint::ssh
