// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <app/cli/print.h>
#include <models/base/text.h>

#include <QJsonDocument>

#include <cstdio>

namespace holdpoint::cli {

namespace {

bool everythingWritten = true;

void write(const QByteArray &bytes)
{
    const bool written = std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout) == size_t(bytes.size());
    everythingWritten = std::fflush(stdout) == 0 && written && everythingWritten;
}

} // namespace

void print(const QJsonObject &json) { write(QJsonDocument(json).toJson(QJsonDocument::Indented)); }

void printLine(const QJsonObject &json) { write(QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n'); }

bool isPrinted() { return everythingWritten; }

void print(const QString &text) { write(visibleControlsKeepingLines(text).toUtf8()); }

} // namespace holdpoint::cli
