// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QChar>
#include <QString>

#include <optional>
#include <span>

namespace holdpoint::cli {

/// One of the ways on that a prompt offers: "[s]kip REASON".
struct OfferedChoice
{
    QChar letter;
    const char *words; ///< whole words that mean the same, lower case, separated by spaces
    bool needsReason = false;
};

/// The letter of a choice that an empty line makes.
constexpr QChar enterKey = u'\n';

/// What a person typed at such a prompt.
struct SpokenAnswer
{
    QChar letter;   ///< of the choice
    QString reason; ///< what stands behind the first word
    bool needsReason = false;
};

/// Reads a line by its first word, which has to be a choice's letter or one of its words; punctuation behind it does not
/// count. Anything else is no answer: nobody's "stop everything" may be read as "s".
std::optional<SpokenAnswer> spokenAnswer(const QString &line, std::span<const OfferedChoice> choices);

/// Whether a line given as a reason begins like a refusal: "no, wrong host".
bool isRefusal(const QString &line);

} // namespace holdpoint::cli
