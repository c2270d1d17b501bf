// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

// Lines of known_hosts against the stock tool: a host is recorded for us exactly where `ssh-keygen -F` finds it.

#include "shellprocess.h"

#include <app/ssh/knownhosts.h>

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace holdpoint;

const QByteArray ed25519 = QByteArrayLiteral("AAAAC3NzaC1lZDI1NTE5AAAAIKygVJzNKmG+z7jePZcHatAf/+JlF9Bl++sY8ZxRKL0e");
const QByteArray ecdsa = QByteArrayLiteral("AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBFkqp+SmopOtafAZNEwEMJRVPKsWZ+sNfk4ew+aV9/qZAc5MKOUllQ2FvISUlM53BWwCcyhplLmMi98FGKfqpBI=");
const QByteArray hashed = QByteArrayLiteral("|1|xhML6hILY27KynDqaD+H5PggH2U=|J5SSefYPXj+lVzxF7dBMPHiHRgA="); // of db.example

const QByteArrayList &tokens()
{
    static const QByteArrayList list{
        "db.example", "DB.Example", "web.example", "*.example", "db.*", "*", "?b.example", "!db.example", "!*.example",
        ",", " ", "\t", "\n", "\r\n", "#", "@revoked ", "@cert-authority ", "@other ", "[db.example]:2222",
        "[*.example]:22", "10.0.0.5", "::1", hashed, "|1|", "|1|x|y", "ssh-ed25519 " + ed25519, "ssh-ed25519 ",
        "ecdsa-sha2-nistp256 " + ecdsa, "ssh-rsa " + ed25519, ed25519, "=", " comment", "\n\n", "  ", "!", "a",
        "ssh-dss AAAA", "future@example " + ed25519, QByteArray(3000, 'x'), "db.example ssh-ed25519 " + ed25519 + "\n",
        "db.example ecdsa-sha2-nistp256 " + ecdsa + "\n", hashed + " ssh-ed25519 " + ed25519 + "\n", "\""};
    return list;
}

/// Whether the line has one of our keys where a key stands; a key in a comment is none.
bool isOfKey(const QByteArray &line)
{
    QByteArrayList fields = line.simplified().split(' ');
    if (fields.first().startsWith('@'))
        fields.removeFirst();
    const QByteArray key = fields.value(1) + ' ' + fields.value(2);
    return key == "ssh-ed25519 " + ed25519 || key == "ecdsa-sha2-nistp256 " + ecdsa;
}

/// Whether the tool shows a line for the host that holds a key; it shows lines without one too.
bool isFound(const QString &file)
{
    QProcess keygen;
    keygen.start(QStringLiteral("ssh-keygen"), {QStringLiteral("-F"), QStringLiteral("db.example"), QStringLiteral("-f"), file});
    keygen.closeWriteChannel();
    keygen.waitForFinished(5000);
    const QByteArrayList shown = keygen.readAllStandardOutput().split('\n');
    return std::any_of(shown.begin(), shown.end(), isOfKey);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const QTemporaryDir folder(QStringLiteral("/dev/shm/knownhosts"));
    static const QString path = folder.filePath(QStringLiteral("known_hosts"));
    if (size > 60)
        return 0;
    const QByteArray text = fuzz::textOf(data, size, tokens());
    if (!fuzz::putText(path, text))
        return 0;
    const auto finding =
        ssh::KnownHosts({path}).check(QStringLiteral("db.example"), 22, QByteArray::fromBase64(ed25519));
    const bool ours = finding.verdict != ssh::HostKeyVerdict::Unknown;
    const bool stock = isFound(path);
    // A host that another key is revoked for is not recorded by that.
    if (!ours && stock && text.contains("@revoked"))
        return 0;
    if (ours != stock) {
        std::fprintf(stderr, "%s\n--- file\n%s\n--- we: %d %s\n", stock ? "ssh-keygen finds it, we do not" : "we find it, ssh-keygen does not",
                     text.constData(), int(finding.verdict), qPrintable(finding.detail));
        std::abort();
    }
    return 0;
}
