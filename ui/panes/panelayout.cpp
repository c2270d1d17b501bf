// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/panes/panelayout.h>

#include <QJsonArray>

namespace holdpoint::ui {

namespace {

constexpr int deepest = 16;
constexpr qsizetype mostParts = 64;

std::optional<PaneLayout> read(const QJsonObject &json, int depth)
{
    PaneLayout layout;
    const QString split = json[QLatin1String("split")].toString();
    if (split.isEmpty()) {
        layout.panes = json[QLatin1String("panes")].toVariant().toStringList();
        layout.front = json[QLatin1String("front")].toString();
        return layout.panes.isEmpty() ? std::nullopt : std::optional(layout);
    }
    const QJsonArray parts = json[QLatin1String("parts")].toArray();
    const QJsonArray shares = json[QLatin1String("shares")].toArray();
    if (depth == deepest || parts.size() < 2 || parts.size() > mostParts || shares.size() != parts.size())
        return std::nullopt;
    layout.orientation = split == QLatin1String("down") ? Qt::Vertical : Qt::Horizontal;
    for (qsizetype index = 0; index < parts.size(); ++index) {
        auto part = read(parts[index].toObject(), depth + 1);
        if (!part)
            return std::nullopt;
        layout.parts.append(std::move(*part));
        layout.shares.append(qBound(1, shares[index].toInt(), 1000));
    }
    return layout;
}

} // namespace

QJsonObject PaneLayout::toJson() const
{
    if (parts.isEmpty())
        return {{QStringLiteral("panes"), QJsonArray::fromStringList(panes)}, {QStringLiteral("front"), front}};
    QJsonArray partsJson;
    QJsonArray sharesJson;
    for (qsizetype index = 0; index < parts.size(); ++index) {
        partsJson.append(parts[index].toJson());
        sharesJson.append(shares.value(index));
    }
    return {{QStringLiteral("split"), orientation == Qt::Vertical ? QStringLiteral("down") : QStringLiteral("right")},
            {QStringLiteral("parts"), partsJson},
            {QStringLiteral("shares"), sharesJson}};
}

std::optional<PaneLayout> PaneLayout::fromJson(const QJsonObject &json) { return read(json, 0); }

} // namespace holdpoint::ui
