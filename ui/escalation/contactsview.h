// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/escalation/policy.h>

#include <QWidget>

namespace holdpoint::ui {

/// The contact matrix, directory and channels of a policy, to read and copy.
class ContactsView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ContactsView)

public:
    explicit ContactsView(const escalation::Policy &policy, QWidget *parent = nullptr);
};

} // namespace holdpoint::ui
