// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Secrets that an author left in a command.

#include <runbooks/lint/findings.h>

#include <QRegularExpression>

#include <array>

namespace holdpoint::runbooks::lint {

namespace {

struct SecretShape
{
    const char *pattern; ///< its first group is the secret
    const char *what;
};

// Forms as their issuers document them; "value" excludes placeholders, variables and what is plainly an example.
constexpr const char *value = "([^\\s<>\"'${}*|;&()]{6,})";

constexpr std::array shapes{
    SecretShape{"\\b(AKIA[0-9A-Z]{16})\\b", "an AWS access key"},
    SecretShape{"\\b(gh[pousr]_[A-Za-z0-9]{30,})\\b", "a GitHub token"},
    SecretShape{"\\b(glpat-[A-Za-z0-9_-]{20,})\\b", "a GitLab token"},
    SecretShape{"\\b(xox[abps]-[A-Za-z0-9-]{10,})\\b", "a Slack token"},
    SecretShape{"\\b(eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,})", "a JSON web token"},
    SecretShape{"(-----BEGIN [A-Z ]*PRIVATE KEY-----)", "a private key"},
};

constexpr std::array assignments{
    SecretShape{"\\b(?:PGPASSWORD|MYSQL_PWD|AWS_SECRET_ACCESS_KEY|OS_PASSWORD|VAULT_TOKEN)=[\"']?%1", "a password"},
    SecretShape{"--(?:password|passwd|token|api-key|secret)[= ][\"']?%1", "a password"},
    SecretShape{"Authorization:\\s*(?:Bearer|Basic|Token)\\s+%1", "an authorization header"},
    SecretShape{"://[A-Za-z0-9._-]{1,64}:%1@", "a password in an address"},
    SecretShape{"\\bcurl\\b[^\\n|;]{0,200}\\s-u\\s*[\"']?[A-Za-z0-9._-]{1,64}:%1", "a password"},
};

QList<std::pair<QRegularExpression, QString>> compiled()
{
    QList<std::pair<QRegularExpression, QString>> patterns;
    for (const SecretShape &shape : shapes)
        patterns.append({QRegularExpression(QString::fromLatin1(shape.pattern)), QString::fromLatin1(shape.what)});
    for (const SecretShape &shape : assignments)
        patterns.append({QRegularExpression(QString::fromLatin1(shape.pattern).arg(QString::fromLatin1(value))),
                         QString::fromLatin1(shape.what)});
    return patterns;
}

bool isExample(const QString &secret)
{
    static const QRegularExpression words(
        QStringLiteral("^(?:x+|\\.+|change.?me|example|password|secret|token|your.*|redacted|\\*+)$"),
        QRegularExpression::CaseInsensitiveOption);
    return words.match(secret).hasMatch();
}

} // namespace

void secretRules(const Subject &subject, Findings &findings)
{
    static const QList<std::pair<QRegularExpression, QString>> patterns = compiled();
    for (const Seen &seen : subject.commands) {
        for (const auto &[pattern, what] : patterns) {
            const QRegularExpressionMatch match = pattern.match(seen.command->text);
            if (match.hasMatch() && !isExample(match.captured(1)))
                findings.add("HP018", positionIn(*seen.command, match.capturedStart(1)),
                             QStringLiteral("This looks like %1; everybody who reads the runbook has it").arg(what),
                             QStringLiteral("Revoke it, and read the new one from a file on the host or let the command ask"));
        }
    }
}

} // namespace holdpoint::runbooks::lint
