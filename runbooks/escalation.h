// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/markdowntree.h>

namespace holdpoint::runbooks {

/// When to escalate, as a sentence says it ("after 3 attempts", "immediately", "for critical incidents"), in English or
/// German. Every sentence is a rule, also one of which nothing was understood but the text.
EscalationRule readEscalation(const QString &sentence, Position position);

/// One rule for each bullet and paragraph.
QList<EscalationRule> escalationRules(const QList<Block> &blocks);

} // namespace holdpoint::runbooks
