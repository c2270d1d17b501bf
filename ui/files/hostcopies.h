// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/hosttransfer.h>
#include <ui/files/copybar.h>

#include <map>

namespace holdpoint::ui {

/// Files copied to and from one host outside any run.
///
/// Thread: GUI. Owns the transfers; borrows the transport for the time of a call.
class HostCopies final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HostCopies)

public:
    using QObject::QObject;

    void copy(const files::TransferOrder &order, session::Transport &transport);
    void cancel(const QString &id);
    [[nodiscard]] const QList<Copy> &copies() const { return m_copies; }
    [[nodiscard]] bool isRunning() const { return !m_transfers.empty(); }

signals:
    void changed();
    void progressed(const QString &id, qint64 done, qint64 total);

private:
    void ended(const QString &id, const Result<files::Copied> &result);

    QList<Copy> m_copies;
    std::map<QString, std::unique_ptr<session::HostTransfer>> m_transfers;
};

} // namespace holdpoint::ui
