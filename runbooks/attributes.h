// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/document.h>

#include <QStringView>

#include <optional>

namespace holdpoint::runbooks {

using Attributes = QMap<QString, QString>;

/// `key=value flag key="a b" key='a b'`; a flag's value is "true". In quotes, a backslash escapes only the quote.
Attributes parseAttributes(QStringView text);

/// A fence's info string: the language word, lower case, and `{...}` behind it as attributes or JSON.
struct Fence
{
    QString language;
    Attributes attributes;
};
Fence parseFence(const QString &info);

/// The attributes of `<!-- hp key=value -->`, or of `<!-- hp` with YAML lines, when the text is that and nothing else.
std::optional<Attributes> hpComment(const QString &text);

/// Takes such comments out of a paragraph and adds what they say.
QString takeComments(const QString &text, Attributes &attributes);

/// Those of a step, runbook or front matter `defaults` that hold for every block below.
Attributes inheritable(const Attributes &attributes);

/// `over` where it says something, else `under`.
Attributes merged(Attributes under, const Attributes &over);

/// Whether the value of a flag leaves it on: everything but false, no and 0.
bool isOn(const QString &value);

/// `recorded`: what it speaks of is never done while nothing is recorded.
bool mustBeRecorded(const Attributes &attributes);

/// What is wrong with an attribute as written: nobody knows the key, or its value says nothing.
struct AttributeProblem
{
    enum class Kind { Unknown, NoEffect, BadValue };
    Kind kind = Kind::Unknown;
    QString key;
    QString message;
    QString cure;
};
QList<AttributeProblem> attributeProblems(const Attributes &attributes);

/// Fills the fields that attributes speak of.
void applyAttributes(Command &command, const Attributes &attributes);
void applyAttributes(Check &check, const Attributes &attributes);

} // namespace holdpoint::runbooks
