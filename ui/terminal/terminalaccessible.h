// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QAccessibleWidget>

namespace holdpoint::ui {

class TerminalView;

/// What a screen reader sees of a terminal: the visible rows as one text, and the cursor in it.
///
/// New output is told in batches of at most 4 KiB, so that a flood does not drown the reader.
class TerminalAccessible final : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit TerminalAccessible(TerminalView *view);

    /// Makes Qt use this class for every TerminalView. Calling it again changes nothing.
    static void install();
    /// Tells assistive technology that the view's text is another one now.
    static void tellChange(TerminalView *view);
    /// What of a text is told to who knows the former one: where it stands in the text, and no longer than a batch.
    struct News
    {
        int position = 0;
        QString text;

        friend bool operator==(const News &, const News &) = default;
    };
    [[nodiscard]] static News newsIn(const QString &now, const QString &known);
    /// Tells that it is another command whose end is described.
    static void tellCommand(TerminalView *view);

    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    [[nodiscard]] void *interface_cast(QAccessible::InterfaceType type) override;

    void selection(int index, int *start, int *end) const override;
    [[nodiscard]] int selectionCount() const override { return 0; }
    void addSelection(int, int) override {}
    void removeSelection(int) override {}
    void setSelection(int, int, int) override {}
    [[nodiscard]] int cursorPosition() const override;
    void setCursorPosition(int) override {}
    [[nodiscard]] QString text(int start, int end) const override;
    [[nodiscard]] int characterCount() const override;
    [[nodiscard]] QRect characterRect(int offset) const override;
    [[nodiscard]] int offsetAtPoint(const QPoint &point) const override;
    void scrollToSubstring(int, int) override {}
    [[nodiscard]] QString attributes(int offset, int *start, int *end) const override;

private:
    [[nodiscard]] TerminalView *view() const;
};

} // namespace holdpoint::ui
