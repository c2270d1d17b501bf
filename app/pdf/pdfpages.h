// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QString>

namespace holdpoint::pdf {

/// Lays an HTML page of models/report out on A4 and gives the PDF/A-1b file: fonts embedded, the document's title and
/// the page's number under every page. Loads nothing from anywhere: of pictures only those are drawn that stand in the page
/// itself (PagePictures), and links stay what they are.
/// REQUIRES a QGuiApplication. Empty when the writer failed.
QByteArray pdfFrom(const QString &html);

} // namespace holdpoint::pdf
