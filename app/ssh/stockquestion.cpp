// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/ssh/stockquestion.h>

#include <models/base/text.h>

#include <QRegularExpression>

namespace holdpoint::ssh {

namespace {

constexpr QLatin1String opening("The authenticity of host '");
constexpr QLatin1String presence("Confirm user presence for key ");
constexpr int longestWords = 200;

} // namespace

bool isHostKeyPrompt(const QString &prompt) { return prompt.startsWith(opening); }

std::optional<session::HostKeyQuestion> hostKeyQuestionIn(const QString &prompt)
{
    static const QRegularExpression form(
        QStringLiteral("\\AThe authenticity of host '([^'\\n]+)' can't be established[.,]\\s*(.*?)"
                       "^(\\S+) key fingerprint is (SHA256:[A-Za-z0-9+/=]+)\\.?\\s*\\n(.*)"
                       "^Are you sure you want to continue connecting "),
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    const auto found = form.match(prompt);
    if (!found.hasMatch())
        return std::nullopt;
    QStringList notes;
    for (const QString &line : (found.captured(2) + u'\n' + found.captured(5)).split(u'\n', Qt::SkipEmptyParts))
        notes.append(visibleControls(line.trimmed()));
    return session::HostKeyQuestion{visibleControls(found.captured(1)), visibleControls(found.captured(3)),
                                    found.captured(4), notes.join(u' ')};
}

QString awaitedIn(const QString &notice)
{
    const QString said = elided(visibleControls(notice.trimmed()), longestWords);
    return said.startsWith(presence) ? QStringLiteral("a touch of the security key %1").arg(said.mid(presence.size()))
                                     : QStringLiteral("you, as ssh says: %1").arg(said);
}

} // namespace holdpoint::ssh
