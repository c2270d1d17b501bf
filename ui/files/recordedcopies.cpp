// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <ui/files/recordedcopies.h>

#include <runbooks/transfersyntax.h>

namespace holdpoint::ui {

namespace {

using files::Direction;
using files::Extent;
using session::CopyRecord;

Copy copyOf(const CopyRecord &record)
{
    using Status = CopyRecord::Status;
    return {.id = record.id,
            .order = {.direction = record.toHost ? Direction::Put : Direction::Fetch,
                      .localPath = record.local,
                      .remotePath = record.remote,
                      .existing = record.replaces ? files::Existing::Replace : files::Existing::Refuse,
                      .extent = record.isFolder ? Extent::Folder : Extent::File,
                      .names = record.names},
            .state = record.status == Status::Running     ? Copy::State::Running
                     : record.status == Status::Succeeded ? Copy::State::Done
                                                          : Copy::State::Failed,
            .outcome = record.outcome,
            .nameTaken = record.nameTaken,
            .isKept = record.isKept};
}

/// The line of an `sftp` block that runs now.
std::optional<Copy> copyOfStep(const session::RunSession &run, const session::CommandRecord &record)
{
    const runbooks::Command *command = run.findCommand(record.id);
    if (record.status != session::CommandStatus::Running || !command || command->language != runbooks::Language::Sftp)
        return std::nullopt;
    const auto line = runbooks::readTransfer(record.text);
    if (!line)
        return std::nullopt;
    const bool isGet = line->direction == runbooks::TransferLine::Direction::Get;
    return Copy{.id = record.id,
                .order = {.direction = isGet ? Direction::Fetch : Direction::Put,
                          .localPath = line->local,
                          .remotePath = line->remote}};
}

} // namespace

QList<Copy> recordedCopies(const session::RunState &state, const QString &role)
{
    QList<Copy> copies;
    for (const CopyRecord &record : state.copies) {
        if (record.role == role && record.partOf.isEmpty())
            copies.append(copyOf(record));
    }
    return copies;
}

QList<Copy> runningCopies(const session::RunSession &run)
{
    QList<Copy> running;
    for (const CopyRecord &record : run.state().copies) {
        if (record.status == CopyRecord::Status::Running && record.partOf.isEmpty())
            running.append(copyOf(record));
    }
    if (const session::Stage *stage = run.state().currentStage()) {
        for (const session::CommandRecord &record : stage->commands) {
            if (const auto copy = copyOfStep(run, record))
                running.append(*copy);
        }
    }
    return running;
}

} // namespace holdpoint::ui
