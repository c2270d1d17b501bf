// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/files/nameproblem.h>

#include <limits.h>

namespace holdpoint::files {

QString nameProblem(const QByteArray &name)
{
    if (name.isEmpty())
        return QStringLiteral("its name is empty");
    if (name == "." || name == ".." || name.contains('/'))
        return QStringLiteral("its name would lead out of the folder");
    if (name.contains('\0'))
        return QStringLiteral("its name holds a NUL");
    if (name.size() > NAME_MAX)
        return QStringLiteral("its name has %1 bytes, and %2 are the most").arg(name.size()).arg(NAME_MAX);
    if (QString::fromUtf8(name).toUtf8() != name)
        return QStringLiteral("its name is no UTF-8");
    return {};
}

} // namespace holdpoint::files
