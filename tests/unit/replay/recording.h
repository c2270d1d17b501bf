// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/replay/player.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QPromise>
#include <QRandomGenerator>

namespace holdpoint::testing {

/// A recording that a test writes event by event, and cuts into pieces where it likes.
class WrittenRecording
{
public:
    static constexpr int columns = 40;
    static constexpr int rows = 8;

    void output(qint64 ms, const QByteArray &text) { add(ms, "o", QString::fromUtf8(text)); }
    void resize(qint64 ms, int toColumns, int toRows)
    {
        add(ms, "r", QStringLiteral("%1x%2").arg(toColumns).arg(toRows));
    }

    void mark(qint64 ms, const session::PaneMarker &marker) { add(ms, "m", marker.toText()); }

    /// Begins a new piece here.
    void cut()
    {
        if (!m_pieces.isEmpty() && m_pieces.last().isEmpty())
            return;
        m_pieces.append(QByteArray());
        m_starts.append(m_last);
    }
    void erase(int piece) { m_erased.insert(piece); }

    [[nodiscard]] replay::RecordedPane pane() const
    {
        replay::RecordedPane pane{.name = QStringLiteral("node"), .columns = columns, .rows = rows};
        qint64 offset = 0;
        for (qsizetype i = 0; i < m_pieces.size(); ++i) {
            const qint64 end = i + 1 < m_pieces.size() ? m_starts[i + 1] : m_last;
            pane.pieces.append({.sequence = quint64(i + 100), .fromMs = m_starts[i], .toMs = end, .offset = offset});
            offset += m_pieces[i].size();
        }
        return pane;
    }
    /// Answers at once, as a file does; counts the pieces asked for.
    [[nodiscard]] replay::PieceSource source()
    {
        return [this](const QList<quint64> &sequences) {
            QList<ledger::Entry> entries;
            for (const quint64 sequence : sequences) {
                const auto piece = qsizetype(sequence) - 100;
                ledger::Entry entry{.sequence = sequence};
                const bool erased = m_erased.contains(int(piece));
                entry.attachments.append({.bytes = erased ? QByteArray() : m_pieces[piece], .present = !erased});
                entries.append(entry);
                ++read;
            }
            QPromise<Result<QList<ledger::Entry>>> promise;
            promise.start();
            promise.addResult(failure ? Result<QList<ledger::Entry>>(fail(*failure))
                                      : Result<QList<ledger::Entry>>(entries));
            promise.finish();
            return promise.future();
        };
    }
    /// What a terminal shows that saw everything up to this moment, and nothing else.
    [[nodiscard]] std::unique_ptr<terminal::Screen> screenAt(qint64 ms) const
    {
        auto screen = std::make_unique<terminal::Screen>(
            columns, rows, terminal::Limits{.scrollbackBytes = replay::Player::historyBytes});
        for (qsizetype i = 0; i < m_pieces.size(); ++i) {
            replay::EventLines lines(m_erased.contains(int(i)) ? QByteArray() : m_pieces[i], m_starts[i]);
            while (const auto event = lines.next()) {
                if (event->atMs > ms)
                    return screen;
                if (event->columns > 0)
                    screen->resize(event->columns, event->rows);
                else
                    screen->feed(event->output);
            }
        }
        return screen;
    }
    [[nodiscard]] qint64 lastMs() const { return m_last; }

    int read = 0;
    std::optional<Error> failure;

private:
    void add(qint64 ms, const char *kind, const QString &text)
    {
        if (m_pieces.isEmpty())
            cut();
        m_last = std::max(m_last, ms);
        const QJsonArray event{double(ms) / 1000, QLatin1String(kind), text};
        m_pieces.last() += QJsonDocument(event).toJson(QJsonDocument::Compact) + '\n';
    }

    QList<QByteArray> m_pieces;
    QList<qint64> m_starts;
    QSet<int> m_erased;
    qint64 m_last = 0;
};

/// What programs print: lines, colours, wide and combined characters, full screens, and sequences cut between two events.
inline void writeSomething(WrittenRecording &recording, int events, quint32 seed, int cutOneIn = 10)
{
    static const QByteArrayList samples{"plain text\r\n",
                                        "\x1b[31mred\x1b[0m and \x1b[1;48;5;22mgreen\x1b[m\r\n",
                                        "\xe6\xbc\xa2\xe5\xad\x97 e\xcc\x81\r\n",
                                        "\x1b[?1049h\x1b[2J\x1b[3;5Hfull screen",
                                        "\x1b[?1049l",
                                        "\x1b[2;4r\x1b[4;1H\n\n\x1b[r",
                                        "\x1b]8;;https://a.example\x1b\\link\x1b]8;;\x1b\\",
                                        "a line that is longer than the screen is wide, so that it has to wrap\r\n",
                                        "\x1b[6n\x1b]52;c;aGk=\x07\x07",
                                        "\x1b[H\x1b[K",
                                        "\x1b]133;A\x07$ \x1b]133;B\x07ls\r\n\x1b]133;C\x07",
                                        "\x1b[38;2;1;2",
                                        ";3mcut in two\x1b[0m\r\n",
                                        "\t|\b\b\x1b[4hins\x1b[4l"};
    QRandomGenerator random(seed);
    QRandomGenerator cuts(seed);
    qint64 ms = 0;
    for (int i = 0; i < events; ++i) {
        ms += random.bounded(400);
        if (random.bounded(25) == 0)
            recording.resize(ms, 20 + random.bounded(40), 3 + random.bounded(12));
        else
            recording.output(ms, samples[random.bounded(int(samples.size()))]);
        if (cuts.bounded(cutOneIn) == 0)
            recording.cut();
    }
}

} // namespace holdpoint::testing
