// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/session/runstate.h>

#include <QAbstractListModel>

namespace holdpoint::items {

/// The stages of a run, one row each, for the wizard's list.
class StageListModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StageListModel)

public:
    enum Role {
        TitleRole = Qt::UserRole + 1,
        LabelRole,    ///< "Prerequisites", "Step 2", "Verification"
        StatusRole,   ///< int of session::StageStatus
        ExceptionsRole, ///< whether not everything in it was done and passed
        ProgressRole, ///< "2/3 commands · 0/1 checks"; empty when there is nothing to count
    };

    explicit StageListModel(QObject *parent = nullptr);

    /// Shows these stages; rows that stay keep their selection.
    void setStages(QList<session::Stage> stages);
    [[nodiscard]] const session::Stage *stage(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    QList<session::Stage> m_stages;
};

/// "Prerequisites", "Step 2", "Verification".
QString stageLabel(const session::Stage &stage);

} // namespace holdpoint::items
