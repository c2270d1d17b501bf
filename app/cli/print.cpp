// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/print.h>
#include <models/base/text.h>

#include <QJsonDocument>

#include <cstdio>

namespace holdpoint::cli {

namespace {

void write(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

} // namespace

void print(const QJsonObject &json) { write(QJsonDocument(json).toJson(QJsonDocument::Indented)); }

void printLine(const QJsonObject &json) { write(QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n'); }

void print(const QString &text) { write(visibleControlsKeepingLines(text).toUtf8()); }

} // namespace holdpoint::cli
