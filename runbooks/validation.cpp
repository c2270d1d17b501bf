// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/binding.h>

#include <models/base/text.h>
#include <runbooks/inlinetext.h>

#include <QRegularExpression>

#include <arpa/inet.h>

#include <array>

namespace holdpoint::runbooks {

namespace {

constexpr qsizetype largestValue = 4096;

bool matches(const char *pattern, const QString &value)
{
    const QRegularExpression expression(QRegularExpression::anchoredPattern(QString::fromLatin1(pattern)));
    return expression.match(value).hasMatch();
}

/// What no value of any type may be; empty when there is nothing to say.
QString textProblem(const QString &value)
{
    if (value.toUtf8().size() > largestValue)
        return QStringLiteral("is longer than 4 KiB");
    if (!value.isValidUtf16())
        return QStringLiteral("is no valid text");
    if (value.normalized(QString::NormalizationForm_C) != value)
        return QStringLiteral("is not in Unicode's composed form (NFC)");
    for (const char32_t c : value.toUcs4()) {
        if (c < 0x20 || (c >= 0x7F && c < 0xA0))
            return QStringLiteral("holds a control character (U+%1)").arg(uint(c), 4, 16, QLatin1Char('0'));
        if (isInvisibleControl(c) || c == 0xA0 || c == 0x3164 || c == 0x115F || c == 0x1160 || c == 0xFFA0)
            return QStringLiteral("holds an invisible or direction character (U+%1)")
                .arg(uint(c), 4, 16, QLatin1Char('0'));
    }
    return {};
}

bool isAddress(const QString &value)
{
    std::array<unsigned char, sizeof(in6_addr)> bytes{};
    const QByteArray text = value.toLatin1();
    return inet_pton(AF_INET, text.constData(), bytes.data()) == 1
           || inet_pton(AF_INET6, text.constData(), bytes.data()) == 1;
}

bool isNetwork(const QString &value)
{
    const QString address = value.section(u'/', 0, 0);
    bool isNumber = false;
    const int prefix = value.section(u'/', 1).toInt(&isNumber);
    return isAddress(address) && isNumber && prefix >= 0 && prefix <= (address.contains(u':') ? 128 : 32);
}

bool isHostName(const QString &value)
{
    return value.size() <= 253 && matches("(?!-)[A-Za-z0-9_-]{1,63}(?:\\.(?!-)[A-Za-z0-9_-]{1,63})*\\.?", value);
}

QString rangeProblem(const Parameter &parameter, const QString &value)
{
    if (const QString problem = limitsProblem(parameter); !problem.isEmpty())
        return QStringLiteral("cannot be checked: its %1").arg(problem);
    const double number = value.toDouble();
    if (!parameter.minimum.isEmpty() && number < parameter.minimum.toDouble())
        return QStringLiteral("must be at least %1").arg(parameter.minimum);
    if (!parameter.maximum.isEmpty() && number > parameter.maximum.toDouble())
        return QStringLiteral("must be at most %1").arg(parameter.maximum);
    return {};
}

QString numberProblem(const Parameter &parameter, const QString &value)
{
    const char *pattern = parameter.type == ParameterType::Int ? "-?[0-9]{1,18}" : "-?[0-9]{1,15}(?:\\.[0-9]{1,15})?";
    if (!matches(pattern, value))
        return parameter.type == ParameterType::Int ? QStringLiteral("must be a whole number")
                                                    : QStringLiteral("must be a number");
    return rangeProblem(parameter, value);
}

QString unless(bool good, const char *problem) { return good ? QString() : QString::fromLatin1(problem); }

QString typeProblem(const Parameter &parameter, const QString &value)
{
    switch (parameter.type) {
    case ParameterType::Word:
        return unless(matches("[A-Za-z0-9_][A-Za-z0-9_.@:+-]*", value),
                      "must be one word of letters, digits and _ . @ : + - (declare another type to allow more)");
    case ParameterType::Path:
        return unless(matches("[A-Za-z0-9_./][A-Za-z0-9_./@:+-]*", value),
                      "must be a path of letters, digits and / _ . @ : + -");
    case ParameterType::Int:
    case ParameterType::Number: return numberProblem(parameter, value);
    case ParameterType::Bool: return unless(matches("true|false|yes|no|on|off|0|1", value), "must be true or false");
    case ParameterType::Choice:
        return parameter.choices.contains(value)
                   ? QString()
                   : QStringLiteral("must be one of: %1").arg(parameter.choices.join(QStringLiteral(", ")));
    case ParameterType::Host:
        return unless(isHostName(value) || isAddress(value), "must be a host name or an IP address");
    case ParameterType::Ip: return unless(isAddress(value), "must be an IP address");
    case ParameterType::Cidr: return unless(isNetwork(value), "must be a network such as 10.0.0.0/24");
    case ParameterType::Fqdn: return unless(isHostName(value), "must be a domain name");
    case ParameterType::Port:
        if (!matches("[1-9][0-9]{0,4}", value) || value.toInt() > 65535)
            return QStringLiteral("must be a port from 1 to 65535");
        return rangeProblem(parameter, value);
    case ParameterType::Identifier:
        return unless(matches("[A-Za-z_][A-Za-z0-9_]{0,62}(?:\\.[A-Za-z_][A-Za-z0-9_]{0,62})?", value),
                      "must be an SQL name of letters, digits and _");
    case ParameterType::Unit:
        return unless(matches("[A-Za-z0-9_][A-Za-z0-9_.@:-]*", value), "must be a systemd unit's name");
    case ParameterType::Date:
        return unless(matches("[0-9]{4}-[0-9]{2}-[0-9]{2}", value) && QDate::fromString(value, Qt::ISODate).isValid(),
                      "must be a date such as 2026-11-23");
    case ParameterType::Duration:
        return unless(matches("[0-9]+(?:ms|s|m|h|d)", value), "must be a duration such as 30s, 15m or 2h");
    case ParameterType::Url:
        return unless(matches(R"([A-Za-z][A-Za-z0-9+.-]*://[^\s<>"'`\\^{|}]+)", value),
                      "must be a URL such as https://example.org/");
    case ParameterType::Email:
        return unless(matches("[A-Za-z0-9._%+][A-Za-z0-9._%+-]*@[A-Za-z0-9.-]+", value), "must be a mail address");
    case ParameterType::Text:
    case ParameterType::Secret: return {};
    }
    Q_UNREACHABLE();
}

/// Whether the declaration itself expects what is refused elsewhere: a leading minus.
bool allowsLeadingMinus(const Parameter &parameter)
{
    const bool number = parameter.type == ParameterType::Int || parameter.type == ParameterType::Number;
    return number || parameter.type == ParameterType::Choice || parameter.type == ParameterType::Secret
           || (parameter.origin == Origin::Declared && !parameter.pattern.isEmpty());
}

QString patternProblem(const Parameter &parameter, const QString &value)
{
    if (parameter.pattern.isEmpty())
        return {};
    const QRegularExpression pattern(QRegularExpression::anchoredPattern(parameter.pattern));
    if (!pattern.isValid())
        return QStringLiteral("cannot be checked: its %1").arg(limitsProblem(parameter));
    return pattern.match(value).hasMatch() ? QString() : QStringLiteral("must match %1").arg(parameter.pattern);
}

QString valueProblem(const Parameter &parameter, const QString &value)
{
    if (value.isEmpty())
        return parameter.required || parameter.type != ParameterType::Text ? QStringLiteral("needs a value")
                                                                           : QString();
    if (value.startsWith(u'-') && !allowsLeadingMinus(parameter))
        return QStringLiteral("must not start with '-', or a program takes it for an option");
    const QString problem = typeProblem(parameter, value);
    return problem.isEmpty() ? patternProblem(parameter, value) : problem;
}

} // namespace

QString limitsProblem(const Parameter &parameter)
{
    if (!parameter.pattern.isEmpty()
        && !QRegularExpression(QRegularExpression::anchoredPattern(parameter.pattern)).isValid())
        return QStringLiteral("pattern %1 is no regular expression").arg(parameter.pattern);
    if (parameter.minimum.isEmpty() && parameter.maximum.isEmpty())
        return {};
    if (parameter.type != ParameterType::Int && parameter.type != ParameterType::Number
        && parameter.type != ParameterType::Port)
        return QStringLiteral("min and max limit numbers, and it is a %1").arg(parameterTypeName(parameter.type));
    for (const QString &limit : {parameter.minimum, parameter.maximum}) {
        bool read = true;
        if (!limit.isEmpty())
            limit.toDouble(&read);
        if (!read)
            return QStringLiteral("limit %1 is no number").arg(limit);
    }
    if (!parameter.minimum.isEmpty() && !parameter.maximum.isEmpty()
        && parameter.minimum.toDouble() > parameter.maximum.toDouble())
        return QStringLiteral("min %1 is above its max %2").arg(parameter.minimum, parameter.maximum);
    return {};
}

Result<> validate(const Parameter &parameter, const QString &value)
{
    QString problem = textProblem(value);
    static const QRegularExpression separators(QStringLiteral("[, ]+"));
    const QStringList items = parameter.isList ? value.split(separators, Qt::SkipEmptyParts) : QStringList{value};
    if (items.isEmpty())
        problem = QStringLiteral("needs a value");
    for (const QString &item : items) {
        if (problem.isEmpty())
            problem = valueProblem(parameter, item);
    }
    if (problem.isEmpty())
        return {};
    return fail(ErrorKind::Invalid, QStringLiteral("%1 %2").arg(parameter.label, problem));
}

} // namespace holdpoint::runbooks
