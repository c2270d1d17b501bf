// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Which type a name means.

#include <runbooks/parameters.h>

#include <runbooks/placeholders.h>

#include <QHash>
#include <QSet>

#include <array>

namespace holdpoint::runbooks {

namespace {

struct TypeName
{
    ParameterType type;
    const char *name;
};

constexpr std::array typeNames{
    TypeName{ParameterType::Word, "word"},
    TypeName{ParameterType::Path, "path"},
    TypeName{ParameterType::Text, "text"},
    TypeName{ParameterType::Int, "int"},
    TypeName{ParameterType::Number, "number"},
    TypeName{ParameterType::Bool, "bool"},
    TypeName{ParameterType::Choice, "choice"},
    TypeName{ParameterType::Host, "host"},
    TypeName{ParameterType::Ip, "ip"},
    TypeName{ParameterType::Cidr, "cidr"},
    TypeName{ParameterType::Fqdn, "fqdn"},
    TypeName{ParameterType::Port, "port"},
    TypeName{ParameterType::Identifier, "identifier"},
    TypeName{ParameterType::Unit, "unit"},
    TypeName{ParameterType::Date, "date"},
    TypeName{ParameterType::Duration, "duration"},
    TypeName{ParameterType::Url, "url"},
    TypeName{ParameterType::Email, "email"},
    TypeName{ParameterType::Secret, "secret"},
};

/// What the last word of a name means: "original-count", "target-ip".
const QHash<QString, ParameterType> &lastWords()
{
    static const QHash<QString, ParameterType> all = [] {
        QHash<QString, ParameterType> made;
        const auto add = [&](ParameterType type, const char *words) {
            for (const QString &word : QString::fromLatin1(words).split(u' '))
                made.insert(word, type);
        };
        add(ParameterType::Secret, "token password passwd passphrase secret credential credentials pwd pin apikey");
        add(ParameterType::Ip, "ip ipv4 ipv6");
        add(ParameterType::Cidr, "cidr subnet");
        add(ParameterType::Port, "port");
        add(ParameterType::Int, "count number num replicas pid uid gid lines limit retries");
        add(ParameterType::Host, "host hostname");
        add(ParameterType::Fqdn, "fqdn domain");
        add(ParameterType::Email, "email mail");
        add(ParameterType::Url, "url uri");
        add(ParameterType::Path, "path file filename logfile dir directory folder");
        add(ParameterType::Date, "date day");
        add(ParameterType::Duration, "duration");
        add(ParameterType::Identifier, "table column schema");
        return made;
    }();
    return all;
}

} // namespace

QString parameterTypeName(ParameterType type)
{
    for (const TypeName &entry : typeNames) {
        if (entry.type == type)
            return QString::fromLatin1(entry.name);
    }
    Q_UNREACHABLE();
}

std::optional<ParameterType> parameterTypeFromName(const QString &name)
{
    static const QHash<QString, ParameterType> other{
        {QStringLiteral("integer"), ParameterType::Int},  {QStringLiteral("string"), ParameterType::Text},
        {QStringLiteral("boolean"), ParameterType::Bool}, {QStringLiteral("hostname"), ParameterType::Host},
        {QStringLiteral("domain"), ParameterType::Fqdn},  {QStringLiteral("float"), ParameterType::Number},
    };
    const QString wanted = name.trimmed().toLower();
    for (const TypeName &entry : typeNames) {
        if (wanted == QLatin1String(entry.name))
            return entry.type;
    }
    const auto found = other.constFind(wanted);
    return found == other.constEnd() ? std::nullopt : std::optional(*found);
}

ParameterType inferredType(const QString &name, Language language)
{
    if (name.contains(u'|'))
        return ParameterType::Choice;
    QStringList words = foldedName(name).replace(u'.', u'_').split(u'_', Qt::SkipEmptyParts);
    static const QSet<QString> secretKeys{QStringLiteral("api"), QStringLiteral("secret"), QStringLiteral("private"),
                                          QStringLiteral("access")};
    if (words.size() > 1 && words.last() == QStringLiteral("key") && secretKeys.contains(words[words.size() - 2]))
        return ParameterType::Secret;
    if (words.size() > 1 && words.last() == QStringLiteral("address"))
        return words.contains(QStringLiteral("ip")) ? ParameterType::Ip
               : words.contains(QStringLiteral("email")) || words.contains(QStringLiteral("mail"))
                   ? ParameterType::Email
                   : ParameterType::Word;
    // "domain-name" is a domain, "host-name" a host; "database-name" and "service-name" stay words.
    if (words.size() > 1 && words.last() == QStringLiteral("name")) {
        words.removeLast();
        const ParameterType type = lastWords().value(words.last(), ParameterType::Word);
        const bool namesIt = type == ParameterType::Host || type == ParameterType::Fqdn
                             || type == ParameterType::Identifier
                             || (type == ParameterType::Path && words.last() == QStringLiteral("file"));
        return namesIt ? type : language == Language::Sql ? ParameterType::Identifier : ParameterType::Word;
    }
    const ParameterType fallback = language == Language::Sql ? ParameterType::Identifier : ParameterType::Word;
    return words.isEmpty() ? fallback : lastWords().value(words.last(), fallback);
}

QString labelOf(const QString &name)
{
    QString label = name;
    label.replace(u'-', u' ').replace(u'_', u' ').replace(u'|', QStringLiteral(" or "));
    label = label.simplified();
    if (!label.isEmpty())
        label[0] = label[0].toUpper();
    return label;
}

} // namespace holdpoint::runbooks
