// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/session/panemarker.h>

#include <QRegularExpression>

namespace holdpoint::session {

namespace {

using terminal::CommandOutcome;
using State = CommandOutcome::State;

const QString promptText = QStringLiteral("prompt");
const QString runningText = QStringLiteral("command runs");
const QString unknownText = QStringLiteral("command ended");

} // namespace

QString PaneMarker::toText() const
{
    if (!outcome)
        return promptText;
    if (outcome->state == State::Running)
        return runningText;
    QString text = unknownText;
    if (outcome->state == State::Ended && outcome->exit)
        text += QStringLiteral(", exit status %1").arg(*outcome->exit);
    if (outcome->ms)
        text += QStringLiteral(", %1 ms").arg(*outcome->ms);
    return text;
}

std::optional<PaneMarker> PaneMarker::fromText(const QString &text)
{
    if (text == promptText)
        return PaneMarker{};
    if (text == runningText)
        return PaneMarker{CommandOutcome{.state = State::Running}};
    static const QRegularExpression ended(
        QStringLiteral("^command ended(?:, exit status (-?\\d{1,9}))?(?:, (\\d{1,15}) ms)?$"));
    const QRegularExpressionMatch match = ended.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    CommandOutcome outcome;
    if (match.hasCaptured(1)) {
        outcome.state = State::Ended;
        outcome.exit = match.captured(1).toInt();
    }
    if (match.hasCaptured(2))
        outcome.ms = match.captured(2).toLongLong();
    return PaneMarker{outcome};
}

} // namespace holdpoint::session
