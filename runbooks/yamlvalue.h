// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/result.h>
#include <runbooks/document.h>

#include <QStringList>

#include <memory>

namespace holdpoint::runbooks {

/// A YAML value as far as metadata needs one: texts, lists and maps that keep their order. Numbers and truth values are
/// texts as written.
struct YamlValue
{
    struct Entry;
    enum class Kind { Null, Text, List, Map };

    Kind kind = Kind::Null;
    QString text;
    QList<Entry> entries; ///< of a map; of a list with empty keys
    int line = 1;         ///< in the YAML text, from 1

    [[nodiscard]] const YamlValue *find(const QString &key) const;
    /// The text of a key, empty when there is none.
    [[nodiscard]] QString textOf(const QString &key) const;
    /// A text, or the texts of a list separated by commas.
    [[nodiscard]] QString asText() const;
    /// The texts of a list; a single text is a list of one.
    [[nodiscard]] QStringList asList() const;
};

struct YamlValue::Entry
{
    QString key;
    std::shared_ptr<YamlValue> value; ///< never null
};

/// Parses one YAML document of at most 64 KiB, 16 levels and 5,000 nodes with aliases counted each time they are used.
/// Errors: Invalid, with the line.
Result<YamlValue> parseYaml(const QString &text);

} // namespace holdpoint::runbooks
