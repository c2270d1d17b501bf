// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/audit/searchquery.h>

/// How texts become what the index holds of them: every three characters that follow each other (SQLite's trigram
/// tokenizer), and each word of one or two characters in a form that is three long.
namespace holdpoint::audit {

/// The text to hand to the index for these lines.
QString indexedText(const QString &lines);

/// An FTS5 expression that every block with a hit fulfils, and others may; empty when nothing can be asked of the index.
/// `sample` is the indexed text of some blocks: what stands in nearly all of them is not asked for, because the index would pass
/// over all its entries to rule out next to nothing. Without one, everything is asked for.
QString blockExpression(const SearchQuery &query, const QStringList &sample = {});

} // namespace holdpoint::audit
