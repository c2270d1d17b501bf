// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <app/ssh/configline.h>
#include <app/ssh/sshconfig.h>

namespace holdpoint::ssh {

/// Turns the lines of configuration files into the blocks and directives of an SshConfig, Include followed.
///
/// Errors: Io for a file that exists and cannot be read; Invalid, with file and line, for unbalanced quotes, for a
/// Match that the stock client refuses too, and for includes deeper than 16.
class SshConfigReader
{
public:
    explicit SshConfigReader(SshConfig &config) : m_config(config) {}

    /// A file that does not exist is empty.
    Result<> read(const QString &path) { return readFileInto(path, -1, 0); }

private:
    Result<> readFileInto(const QString &path, int parent, int depth);
    Result<> readLine(const ConfigLine &line, const QString &path, const QString &place, int parent, int depth);
    Result<> include(const QList<QByteArray> &patterns, const QString &path, int depth);

    SshConfig &m_config;
    int m_block = -1;
};

} // namespace holdpoint::ssh
