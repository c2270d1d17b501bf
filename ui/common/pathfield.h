// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QWidget>

class QLineEdit;

namespace holdpoint::ui {

class Complaint;

/// A path under its label, typed or chosen in a file dialog, with what is wrong about it below.
class PathField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PathField)

public:
    enum class Kind { Folder, File, NewFile };
    struct Texts
    {
        QString label;  ///< with its mnemonic: "&Folder"
        QString name;   ///< for assistive technology, and as the title of the file dialog
        QString filter; ///< as QFileDialog takes it; may be empty
        QString empty;  ///< what it means that none is named; may be empty
    };
    /// The edit has this object name; the button's is the same with "Browse" behind it.
    PathField(const QString &objectName, Kind kind, const Texts &texts, QWidget *parent = nullptr);

    /// Absolute; empty where none is named.
    [[nodiscard]] QString path() const;
    void setPath(const QString &path);
    [[nodiscard]] Complaint &complaint() const { return *m_complaint; }

signals:
    void changed();
    void chosen(); ///< somebody is through with it

private:
    void browse();

    Kind m_kind;
    Texts m_texts;
    QLineEdit *m_edit;
    Complaint *m_complaint = nullptr;
};

} // namespace holdpoint::ui
