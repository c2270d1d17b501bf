// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/retention/retentionrules.h>

#include <models/base/privatefile.h>
#include <runbooks/yamlvalue.h>

#include <QRegularExpression>
#include <QSet>

namespace holdpoint::retention {

namespace {

using runbooks::YamlValue;

constexpr qint64 maximumBytes = 64 * 1024;
constexpr int longestDays = 36500;
const QRegularExpression nameForm(QStringLiteral("^[a-z0-9][a-z0-9-]{0,63}$"));

/// One file being read; every complaint names it and the line.
struct Reader
{
    QString path;

    [[nodiscard]] tl::unexpected<Error> invalid(int line, const QString &what) const
    {
        return fail(ErrorKind::Invalid, QStringLiteral("%1:%2: %3; nothing is erased").arg(path).arg(line).arg(what));
    }

    [[nodiscard]] Result<> checkKeys(const YamlValue &map, const QStringList &known) const
    {
        if (map.kind != YamlValue::Kind::Map)
            return invalid(map.line, QStringLiteral("a map with %1 is expected").arg(known.join(QStringLiteral(", "))));
        QSet<QString> seen;
        for (const YamlValue::Entry &entry : map.entries) {
            if (!known.contains(entry.key))
                return invalid(entry.value->line, QStringLiteral("there is no \"%1\"; there are %2")
                                                      .arg(entry.key, known.join(QStringLiteral(", "))));
            if (seen.contains(entry.key))
                return invalid(entry.value->line, QStringLiteral("\"%1\" is there twice").arg(entry.key));
            seen.insert(entry.key);
        }
        return {};
    }

    [[nodiscard]] Result<Rule> rule(const YamlValue &map) const;
    [[nodiscard]] Result<Rules> rules(const YamlValue &root) const;
};

std::optional<QList<Class>> classesNamed(const QString &word)
{
    if (word == QLatin1String("recordings"))
        return QList{Class::Recordings};
    if (word == QLatin1String("checks"))
        return QList{Class::Checks};
    if (word == QLatin1String("sources"))
        return QList{Class::Sources};
    if (word == QLatin1String("trusted"))
        return QList{Class::Trusted};
    if (word == QLatin1String("everything"))
        return QList{Class::Recordings, Class::Checks, Class::Sources, Class::Trusted};
    return std::nullopt;
}

Result<Rule> Reader::rule(const YamlValue &map) const
{
    if (auto known = checkKeys(
            map, {QStringLiteral("name"), QStringLiteral("erase"), QStringLiteral("of"), QStringLiteral("keep-days")});
        !known)
        return fail(known.error());
    Rule rule{.name = map.textOf(QStringLiteral("name"))};
    if (!nameForm.match(rule.name).hasMatch())
        return invalid(map.line, QStringLiteral("a rule needs a name of small letters, digits and hyphens"));
    const auto classes = classesNamed(map.textOf(QStringLiteral("erase")));
    if (!classes)
        return invalid(map.line,
                       QStringLiteral("\"erase\" must be recordings, checks, sources, trusted or everything"));
    rule.classes = *classes;
    bool isNumber = false;
    rule.keepDays = map.textOf(QStringLiteral("keep-days")).toInt(&isNumber);
    if (!isNumber || rule.keepDays < 0 || rule.keepDays > longestDays)
        return invalid(map.line,
                       QStringLiteral("\"keep-days\" must be a number of days from 0 to %1").arg(longestDays));
    const YamlValue *of = map.find(QStringLiteral("of"));
    if (!of) {
        rule.modes = {session::Mode::Live, session::Mode::Practice, session::Mode::Rehearsal};
        return rule;
    }
    for (const QString &word : of->asList()) {
        const auto mode = session::modeFromName(word);
        if (!mode)
            return invalid(of->line, QStringLiteral("\"of\" lists live, practice or rehearsal, not \"%1\"").arg(word));
        rule.modes.append(*mode);
    }
    if (rule.modes.isEmpty())
        return invalid(of->line, QStringLiteral("\"of\" lists no kind of run"));
    rule.classes.removeAll(Class::Trusted);
    if (rule.classes.isEmpty())
        return invalid(of->line, QStringLiteral("trusted versions belong to no run: leave \"of\" out"));
    return rule;
}

Result<Rules> Reader::rules(const YamlValue &root) const
{
    if (auto known = checkKeys(root, {QStringLiteral("apply"), QStringLiteral("rules")}); !known)
        return fail(known.error());
    Rules rules;
    const QString apply = root.textOf(QStringLiteral("apply"));
    if (apply == QLatin1String("at-start"))
        rules.apply = Rules::Apply::AtStart;
    else if (!apply.isEmpty() && apply != QLatin1String("by-hand"))
        return invalid(root.line, QStringLiteral("\"apply\" must be at-start or by-hand"));
    const YamlValue *list = root.find(QStringLiteral("rules"));
    if (!list || list->kind != YamlValue::Kind::List || list->entries.isEmpty())
        return invalid(list ? list->line : root.line, QStringLiteral("\"rules\" must be a list of rules"));
    QSet<QString> names;
    for (const YamlValue::Entry &item : list->entries) {
        auto read = rule(*item.value);
        if (!read)
            return fail(read.error());
        if (names.contains(read->name))
            return invalid(item.value->line, QStringLiteral("two rules are called \"%1\"").arg(read->name));
        names.insert(read->name);
        rules.rules.append(*std::move(read));
    }
    return rules;
}

} // namespace

Result<Rules> loadRules(const QString &path)
{
    const auto bytes = readFile(path, maximumBytes);
    if (!bytes)
        return fail(bytes.error());
    const auto root = runbooks::parseYaml(QString::fromUtf8(*bytes));
    if (!root)
        return fail(ErrorKind::Invalid, QStringLiteral("%1: %2; nothing is erased").arg(path, root.error().detail));
    return Reader{path}.rules(*root);
}

} // namespace holdpoint::retention
