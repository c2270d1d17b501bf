// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/ledger/ledger.h>
#include <tests/support/manualclock.h>
#include <tests/support/waiting.h>

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <memory>

namespace holdpoint::testing {

/// A ledger in a folder of its own, and the verbs of somebody who tampers with it.
///
/// The verbs work on the closed files: call close() first. They go around the triggers as any SQLite tool can.
class TempLedger
{
public:
    TempLedger() { open(); }

    [[nodiscard]] QString folder() const { return m_folder.filePath(QStringLiteral("ledger")); }
    [[nodiscard]] QString path() const { return folder() + QStringLiteral("/ledger.db"); }
    [[nodiscard]] ManualClock &clock() { return m_clock; }
    ledger::Ledger *operator->() const { return m_ledger.get(); }
    [[nodiscard]] ledger::Ledger &get() const { return *m_ledger; }

    void open()
    {
        auto opened = ledger::Ledger::open(folder(), m_clock);
        ASSERT_TRUE(opened) << opened.error().detail.toStdString();
        m_ledger = std::move(*opened);
    }
    /// What open() would say, without insisting.
    [[nodiscard]] Result<> tryOpen() const
    {
        const auto opened = ledger::Ledger::open(folder(), m_clock);
        return opened ? Result<>() : fail(opened.error());
    }
    void close() { m_ledger.reset(); }

    static ledger::Draft draft(int number)
    {
        return {QStringLiteral("note"), QStringLiteral("operator@noc.example"), QByteArray(16, char('a' + number % 2)),
                {{QStringLiteral("number"), number}}, {}};
    }
    void append(int count)
    {
        for (int i = 0; i < count; ++i) {
            const auto entry = waitFor(m_ledger->append(draft(i)));
            ASSERT_TRUE(entry) << entry.error().detail.toStdString();
        }
    }

    static void flipByte(const QString &file, qint64 offset, char mask = 0x01)
    {
        QFile bytes(file);
        ASSERT_TRUE(bytes.open(QIODevice::ReadWrite));
        ASSERT_TRUE(bytes.seek(offset));
        char byte = 0;
        ASSERT_TRUE(bytes.getChar(&byte));
        ASSERT_TRUE(bytes.seek(offset));
        ASSERT_TRUE(bytes.putChar(char(byte ^ mask)));
    }
    void flipByte(qint64 offset) const { flipByte(path(), offset); }
    void dropRow(quint64 sequence) const { sql(QStringLiteral("DELETE FROM entry WHERE sequence = %1").arg(sequence)); }
    void swapRows(quint64 sequence) const
    {
        sql(QStringLiteral("UPDATE entry SET sequence = -1 WHERE sequence = %1;"
                           "UPDATE entry SET sequence = %1 WHERE sequence = %2;"
                           "UPDATE entry SET sequence = %2 WHERE sequence = -1")
                .arg(sequence).arg(sequence + 1));
    }
    /// Cuts the last entries off.
    void truncate(quint64 size) const
    {
        sql(QStringLiteral("DELETE FROM entry WHERE sequence >= %1; DELETE FROM checkpoint").arg(size));
    }
    /// Removes entries from `size` on with everything beside the file that knows better, and writes others in their place.
    void rewriteTail(quint64 size, int count)
    {
        close();
        truncate(size);
        ASSERT_TRUE(QFile::remove(folder() + QStringLiteral("/ledger.highwater")));
        open();
        m_clock.advance(77'000);
        append(count);
        close();
    }
    /// Any statements, without triggers, which are put back.
    void sql(const QString &statements) const
    {
        sqlite3 *handle = nullptr;
        ASSERT_EQ(sqlite3_open(QFile::encodeName(path()).constData(), &handle), SQLITE_OK);
        sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
        char *message = nullptr;
        sqlite3_exec(handle, statements.toUtf8().constData(), nullptr, nullptr, &message);
        EXPECT_EQ(message, nullptr) << message;
        sqlite3_free(message);
        sqlite3_close(handle);
    }

private:
    QTemporaryDir m_folder;
    ManualClock m_clock;
    std::unique_ptr<ledger::Ledger> m_ledger;
};

} // namespace holdpoint::testing
