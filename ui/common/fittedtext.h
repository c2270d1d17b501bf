// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <runbooks/binding.h>

#include <QMap>
#include <QTextBrowser>

namespace holdpoint::ui {

/// Read-only text as high as its content. Nothing is ever loaded (no pictures, no files), and links do nothing.
///
/// Shows what others wrote (runbooks, output), so control, bidi and zero-width characters are made visible.
class FittedText final : public QTextBrowser
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FittedText)

public:
    explicit FittedText(const QString &accessibleName, QWidget *parent = nullptr);

    /// Prose: Markdown without HTML; as plain text when it is so large that laying it out would be felt.
    void showMarkdown(const QString &markdown);
    /// A command or output, in the fixed font, with the spans marked.
    void showCommand(const runbooks::ResolvedCommand &command);
    void showOutput(const QString &text);
    [[nodiscard]] QString shownText() const { return toPlainText(); }

    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void contentChanged();
    void mark();

    mutable QMap<int, int> m_heights; ///< by width: laying a text out anew for every question would be felt
    QList<runbooks::ResolvedCommand::Span> m_spans;
};

} // namespace holdpoint::ui
