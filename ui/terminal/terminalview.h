// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/terminal/foldmap.h>
#include <models/terminal/link.h>
#include <models/terminal/mouse.h>
#include <models/terminal/paste.h>
#include <models/terminal/search.h>
#include <models/terminal/screen.h>
#include <ui/terminal/rowpainter.h>
#include <ui/terminal/terminalcolors.h>
#include <ui/terminal/terminalfont.h>
#include <ui/terminal/terminalkeys.h>
#include <ui/terminal/terminalselection.h>

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <optional>

class QSinglePointEvent;

namespace holdpoint::ui {

/// Whether what a person types and pastes goes to the host. Looking, selecting and copying are always possible.
enum class InputPolicy { Enabled, Locked };

/// Whether the window keeps its keys while the terminal has the focus, or the host gets all but the one that ends this
/// (allKeysKey). A locked view sends nothing, so the window has its keys then.
enum class KeyPolicy { Shared, AllToHost };

/// Whose size counts: the view's, which the screen takes on, or the screen's own, for which the view finds a font that fits.
enum class Sizing { FitScreen, FitFont };

/// A terminal to look at and type into: paints a Screen, and turns keys, mouse, paste and input methods into bytes.
///
/// Borrows: the Screen, which must outlive the view or be taken away with setScreen(nullptr). The view resizes it to
/// its own size and tells so, unless Sizing::FitFont; the owner feeds it, then calls screenChanged().
/// Invariants: no byte leaves a locked view. A paste that is long, of several lines, or holds anything hidden leaves
/// only by confirmPaste(). Of a host's links only http and https are ever offered, and never opened from here. Folding
/// changes what is shown, never the screen, what is found or what is copied.
/// Not here: the connection, the events of the Screen (the owner takes them and may call tell()), the paste dialog.
class TerminalView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// What is looked for: the text itself or a regular expression, letter case counting or not.
    struct Sought
    {
        QString text;
        bool isExpression = false;
        bool isCaseSensitive = false;
    };
    /// How a find ended. The count is of all matches, scrollback included.
    struct Found
    {
        bool any = false;
        terminal::MatchCount count;
        QString problem; ///< why nothing can be said of the regular expression, as a sentence, else empty
    };

    explicit TerminalView(QWidget *parent = nullptr);
    ~TerminalView() override;

    void setScreen(terminal::Screen *screen);
    [[nodiscard]] const terminal::Screen *screen() const { return m_screen; }
    void setColors(const TerminalColors &colors);
    void setSizing(Sizing sizing) { m_sizing = sizing; }
    [[nodiscard]] InputPolicy inputPolicy() const { return m_policy; }
    void setKeyPolicy(KeyPolicy policy) { m_keyPolicy = policy; }
    [[nodiscard]] KeyPolicy keyPolicy() const { return m_keyPolicy; }
    [[nodiscard]] QString selectedText() const;
    /// The visible row of the cursor; outside the view when scrolled away.
    [[nodiscard]] int cursorRow() const { return m_screen ? rowOf(cursorLine()) : 0; }
    /// Searches from the last find, or from what is visible.
    Found find(const Sought &sought, terminal::SearchDirection direction);
    void clearFind();
    /// How the command gone to ended, else the last one, in words.
    [[nodiscard]] QString commandText() const;
    /// The rows now shown, joined by line feeds; what a screen reader reads.
    [[nodiscard]] QString visibleText() const;
    /// Where the character of a visible row's column begins in the text of the row, and the column of an offset in it: wide
    /// characters have two columns, those with marks several units of text.
    [[nodiscard]] int textOffsetOf(int row, int column) const;
    [[nodiscard]] int columnOf(int row, int offset) const;
    [[nodiscard]] QRect cellRect(int row, int column) const;
    /// The visible row and column at a point of the viewport.
    [[nodiscard]] QPoint cellAt(QPoint point) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

public slots:
    /// The screen was fed: paint, at once when the last painting is older than a frame.
    void screenChanged();
    void setInputEnabled(holdpoint::ui::InputPolicy policy);
    /// Something the host said beside the text; passes titles and bells on.
    void tell(const holdpoint::terminal::Event &event);
    void copySelection();
    /// Puts HTML on the clipboard too: what is pasted into a letter looks as it does here.
    void copyWithColors();
    void selectAll();
    void clearSelection();
    /// To the command before the one gone to last, at first the newest, or to the one after it: its prompt is marked, and
    /// shown. Typing ends it. Nothing happens where the shell marks no prompts.
    void previousCommand();
    void nextCommand();
    /// Selects what the command gone to printed; without one, the last whose output begins at or above the bottom of what
    /// is shown.
    void selectCommandOutput();
    /// Shows the output of that command as one row, or whole again. Only a command that is done, by the shell's marks, can be
    /// folded, and only when it printed more than a line.
    void toggleFold();
    void foldAll();
    void unfoldAll();
    /// The context menu at the cursor, for who has no key or mouse button for it.
    void openMenu();
    void pasteClipboard();
    /// Sends what a person has seen and agreed to.
    void confirmPaste(const QString &cleanText);
    void zoomIn() { zoom(1); }
    void zoomOut() { zoom(-1); }
    void zoomReset();
    /// Another family is usual now; the size stays.
    void takeUsualFamily();

signals:
    void input(const QByteArray &bytes);
    void inputRefused(); ///< somebody typed into a locked view
    void resized(int columns, int rows);
    void titleChanged(const QString &title);
    void bellRang();
    void pasteNeedsConfirmation(const QString &cleanText, const holdpoint::terminal::PasteFindings &findings);
    void linkActivated(const QUrl &url);
    void sendFilesWanted();
    void browseFilesWanted();
    /// `name` is what is selected, if anything is.
    void fetchFileWanted(const QString &name);
    void findWanted();
    void resetWanted();
    /// A person chose this size, in points.
    void textSizeChosen(double points);
    void selectionChanged();

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    /// The output of a command, in lines as the screen numbers them now.
    struct Output
    {
        qint64 first = 0;
        qint64 last = 0;
        bool isFinished = false;
    };
    /// A link that is offered.
    struct Link
    {
        QUrl url;
        terminal::Match place; ///< lines as counted now
    };
    void present();
    void takeWhatChanged();
    void scheduleFrame();
    void updateScrollBar();
    void applyDamage();
    void forgetMoved(const terminal::Damage &damage);
    void updateRow(int row);
    [[nodiscard]] bool isWholeScaled() const;
    void updateCursor();
    void updateBlinking();
    void blink();
    void setTheme(const TerminalColors &theme);
    void fitScreen();
    void fitFont();
    void resizeScreen(int columns, int rows);
    void zoom(int steps);
    void chooseTextSize(double points);
    void setFontSize(double points);
    void setTerminalFont(const QFont &font);
    void announceChange();

    void send(const QByteArray &bytes);
    void paste(const QString &text);
    [[nodiscard]] bool leavesToWindow(const QKeyEvent &event) const;
    void perform(TerminalAction action);
    void paintRow(RowPainter &rows, int row);
    void paintFold(QPainter &painter, int row, const terminal::FoldMap::Fold &fold) const;
    void paintMark(QPainter &painter, int row) const;
    [[nodiscard]] bool isPrompt(qint64 line) const;
    void goToCommand(qint64 line);
    [[nodiscard]] std::optional<qint64> currentCommand() const;
    [[nodiscard]] std::optional<Output> outputFrom(qint64 first) const;
    [[nodiscard]] std::optional<Output> outputAround(qint64 line) const;
    [[nodiscard]] std::optional<Output> currentOutput() const;
    void selectOutput(const Output &output);
    void toggleFold(const Output &output);
    [[nodiscard]] bool canFold(const Output &output) const;
    [[nodiscard]] bool isFolded(const Output &output) const;
    void foldsChanged(qint64 top);
    void dropStaleFolds();
    [[nodiscard]] static QString foldText(const terminal::FoldMap::Fold &fold);
    void showMenu(QPoint globalPoint, std::optional<Output> output, const std::optional<Link> &link);
    void paintCursor(QPainter &painter, RowPainter &rows);
    void paintPreedit(QPainter &painter);
    [[nodiscard]] std::vector<Highlight> highlightsOf(qint64 line) const;
    void findShownMatches();
    /// Nothing was found, and nothing is to be marked: why.
    Found giveUp(const QString &problem);

    [[nodiscard]] bool reportsMouse(Qt::KeyboardModifiers modifiers) const;
    void reportMouse(terminal::MouseAction action, terminal::MouseButton button, const QSinglePointEvent &event);
    void startSelection(const QMouseEvent &event, TerminalSelection::Unit unit);
    void extendSelection(QPoint point);
    void autoscroll();
    [[nodiscard]] std::optional<Link> linkAt(QPoint point) const;
    [[nodiscard]] std::optional<Link> linkAt(terminal::Position at) const;
    [[nodiscard]] std::optional<Link> linkBeforeCursor() const;
    void pointAt(QPoint point, Qt::KeyboardModifiers modifiers);
    void setPointedLink(const std::optional<Link> &link);
    void lookAtLinkAgain();
    void showPointer();
    [[nodiscard]] terminal::Position positionAt(QPoint point) const;
    [[nodiscard]] QString textAt(QPoint point) const;

    /// The line shown in a visible row, of a fold its first; behind the last line where there is none.
    [[nodiscard]] qint64 lineAt(int row) const;
    [[nodiscard]] int rowOf(qint64 line) const;
    [[nodiscard]] const terminal::FoldMap::Fold *foldAt(int row) const;
    [[nodiscard]] qint64 cursorLine() const { return m_screen->scrollbackLines() + m_screen->cursorRow(); }
    [[nodiscard]] bool isAtBottom() const;
    void scrollToBottom();

    terminal::Screen *m_screen = nullptr;
    TerminalColors m_theme;
    TerminalColors m_colors; ///< the theme's, with what the host has set in place of them
    bool m_followsPalette = true;
    TerminalFont m_font;
    InputPolicy m_policy = InputPolicy::Enabled;
    KeyPolicy m_keyPolicy = KeyPolicy::Shared;
    Sizing m_sizing = Sizing::FitScreen;
    QSize m_fittedScreen; ///< the size that the font was chosen for
    TerminalSelection m_selection;

    QElapsedTimer m_sinceFrame;
    QBasicTimer m_frameTimer;
    QBasicTimer m_synchronisedTimer; // a host that never ends its frame
    QBasicTimer m_blinkTimer;        // of the cursor, and of text
    QBasicTimer m_autoscrollTimer;
    QBasicTimer m_announceTimer;
    bool m_cursorOn = true;
    bool m_cursorMoved = false; ///< since it last blinked: it stays while somebody types
    BlinkPhase m_textPhase = BlinkPhase::On;
    bool m_showsBlinkingText = false;
    QPoint m_paintedCursor{-1, -1};
    terminal::FoldMap m_folds; ///< begins at the oldest line seen when the scroll bar was last set

    QPoint m_dragPoint;
    QElapsedTimer m_sinceDoubleClick;
    QPoint m_doubleClickPoint;
    bool m_selecting = false;
    QPoint m_lastReported{-1, -1};
    QPoint m_pointer;                  ///< where the mouse was last
    std::optional<Link> m_pointedLink; ///< under it while Ctrl is held
    int m_wheelRest = 0;
    QSet<quint32> m_heldKeys; ///< whose press went to the host, by scan code
    QString m_preedit;
    QRegularExpression m_pattern;
    /// In what is shown, lines as in m_found; nothing where that has changed and was not painted yet.
    std::optional<std::vector<terminal::Match>> m_shownMatches;
    std::optional<qint64> m_command; ///< the prompt gone to, counted since the start, dropped lines included
    std::optional<terminal::Match> m_found; // lines as counted since the start, dropped ones included
};

} // namespace holdpoint::ui
