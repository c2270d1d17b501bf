// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/clock.h>
#include <models/base/result.h>
#include <models/base/signer.h>
#include <models/ledger/entry.h>
#include <models/ledger/erasure.h>

#include <QFuture>
#include <QObject>

#include <memory>
#include <optional>

namespace holdpoint::ledger {

/// A signed head: a C2SP checkpoint body (origin, size, base64 root) and an SSHSIG over it under the namespace
/// "ledger-checkpoint@holdpoint". `signature` is empty while nobody could sign.
struct Checkpoint
{
    Head head;
    QString origin;
    QByteArray body;
    QByteArray signature; ///< armoured SSHSIG
    QDateTime utc;
};

/// A checkpoint that somebody else keeps, and the name of the file it lies in.
struct KeptCheckpoint
{
    QString file;
    Checkpoint checkpoint;
};

/// What was erased at one time, as the ledger records it.
struct ErasureNote
{
    QString rule;
    QDateTime utc;
    quint64 attachments = 0;
    quint64 bytes = 0;
};

/// What a walk over the chain found.
struct Audit
{
    enum class Verdict { Good, Bad, Unknown };
    Verdict verdict = Verdict::Unknown;
    quint64 entries = 0;
    std::optional<quint64> firstBad;
    QString reason;       ///< one sentence; empty when good
    quint64 witnessed = 0; ///< size of the largest checkpoint that was checked and fits
    QString origin;        ///< of the ledger; with `head`, where a file was audited
    Head head;
    QList<ErasureNote> erasures; ///< in order; bytes that are missing without one are a bad verdict
};

/// The append-only, hash-chained log of everything that happened: one SQLite file, one writer thread (FORMAT.md).
///
/// Thread: constructed and destroyed on one thread; append() and the readers may be called from any thread and answer
/// through futures. The writing connection lives on the ledger's own thread.
/// Invariants: an append's future is good only after the entry is on disk (fdatasync); entries keep the order of calls.
/// Reads see every append that was called before them.
/// Errors: Io or Busy from open(); after a failed write every later append fails with the same error (fail closed)
/// until recover() succeeds. When the disk is full the reserve still takes drafts of Kind::Closing. Corrupt when the
/// stored chain does not verify.
/// The ledger adds entries of its own, actor "holdpoint": clock-jump, recovered-after-crash, storage-full,
/// ledger-recovered.
class Ledger : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Ledger)

public:
    /// Opens or creates `folder`/ledger.db. Checks the chain and the high-water file first.
    /// Errors: Busy (another process holds it; detail names pid and host), NotPermitted (network file system, read-only),
    /// Io, Corrupt (detail names the first bad entry; the file is left untouched).
    static Result<std::unique_ptr<Ledger>> open(const QString &folder, const Clock &clock);
    ~Ledger() override;

    [[nodiscard]] QString folder() const;
    [[nodiscard]] QString origin() const;
    [[nodiscard]] Head head() const;

    QFuture<Result<Entry>> append(Draft draft);

    /// Entries of one run, or of all runs when `run` is empty, in order, with attachments when asked.
    enum class Attachments { Skip, Load };
    QFuture<Result<QList<Entry>>> entries(const QByteArray &run, Attachments attachments);
    /// A piece of the ledger: entries from `sequence` on, in order, at most `count`, and fewer where attachments are large.
    /// Empty only at the end. A writer waits for no more than such a piece.
    QFuture<Result<QList<Entry>>> entriesFrom(quint64 sequence, int count, Attachments attachments);
    /// Entries of one type, in order, without attachments ("run-started" makes the list of runs).
    QFuture<Result<QList<Entry>>> entriesOfType(const QString &type);
    /// These entries with their attachments, in the order asked for: ask for few at a time, all are held in memory.
    /// Errors: NotFound when there is none with such a number.
    QFuture<Result<QList<Entry>>> entriesAt(const QList<quint64> &sequences);
    /// RFC 6962 inclusion path of one entry in the tree of `size` leaves; merkle.h verifies it.
    QFuture<Result<QList<QByteArray>>> inclusionProof(quint64 sequence, quint64 size);
    /// RFC 6962 consistency path from the tree of `oldSize` leaves to that of `size`.
    QFuture<Result<QList<QByteArray>>> consistencyProof(quint64 oldSize, quint64 size);

    /// Writes and, when a signer is set, signs a checkpoint of the present head. Without a signer the checkpoint is stored
    /// unsigned. The ledger does the same by itself each 50 entries or 60 s, with an unattended signer only.
    QFuture<Result<Checkpoint>> checkpoint();
    void setSigner(std::shared_ptr<Signer> signer);
    QFuture<Result<QList<Checkpoint>>> checkpoints();

    /// Walks the whole chain, in steps of some milliseconds between which others are served. The future tells its progress
    /// in entries, and may be cancelled: it has no result then.
    QFuture<Result<Audit>> audit();

    /// The attachments whose bytes are there, in order.
    QFuture<Result<QList<StoredAttachment>>> storedAttachments();
    /// Erases attachments for good: first "erased" entries that name them are on disk, then salts and bytes are deleted, and
    /// the file is written anew without them. What a crash interrupts is completed by the next open(). What is not there any
    /// more is passed over; nothing happens when that is all.
    /// Errors: NotFound (no such entry in that run), Io; after an "erased" entry was written, the error says so.
    QFuture<Result<Erased>> erase(QList<Erasure> erasures);

    /// After the cause of a failed write was repaired: proves that writing works again, then lifts the lock.
    QFuture<Result<>> recover();

    static Head emptyHead();

signals:
    /// The first failed write; from here on append() refuses.
    void failed(const holdpoint::Error &error);
    /// Free space fell under a limit (1 GiB, 200 MiB); bytes are what is left.
    void spaceLow(qint64 bytes);

private:
    class Writer;
    Ledger(QString folder, std::unique_ptr<Writer> writer);
    template <class T, class Read> QFuture<Result<T>> ask(Read read);
    QString m_folder;
    std::unique_ptr<Writer> m_writer;
};

/// Walks a ledger file without opening it for writing, also while another process has it open (works on a copy).
/// `witness`: a checkpoint body (with or without signature) that must be consistent with the file; may be empty.
/// Errors: NotFound, Io. A damaged file is a verdict, not an error.
Result<Audit> auditFile(const QString &path, const QByteArray &witness);

/// The same against all checkpoints that a witness keeps: each that is of this ledger must fit, those of others are passed
/// over. Unknown when none is of this ledger.
Result<Audit> auditAgainst(const QString &path, const QList<KeptCheckpoint> &kept);

/// The attachments whose bytes a ledger file holds, by the same copy. Errors: NotFound, Io, Corrupt.
Result<QList<StoredAttachment>> readStoredAttachments(const QString &path);

/// Reads all entries of a ledger file by the same copy. Errors: NotFound, Io, Corrupt.
Result<QList<Entry>> readEntries(const QString &path, Ledger::Attachments attachments);

} // namespace holdpoint::ledger
