// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/x509/certificatekey.h>
#include <models/x509/handles.h>

namespace holdpoint::x509 {

struct CertificateKey::Parts
{
    KeyHandle key;
    X509Handle certificate;
    StackHandle chain;
};

} // namespace holdpoint::x509
