// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>

struct evp_md_ctx_st;

namespace holdpoint {

/// SHA-256 (FIPS 180-4), 32 bytes.
QByteArray sha256(QByteArrayView bytes);
/// Of the two one after the other, written to the 32 bytes at `hash`; nothing is joined.
void sha256(QByteArrayView first, QByteArrayView second, char *hash);
/// SHA-256 in lower-case hexadecimal, 64 characters.
QString sha256Hex(QByteArrayView bytes);

/// SHA-256 of bytes that come in pieces, with the processor's own instructions where it has them.
///
/// Thread: one at a time. Move-only.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 &&other) noexcept;
    Sha256 &operator=(Sha256 &&other) noexcept;

    void add(QByteArrayView bytes);
    /// Of what was added so far, 32 bytes. More may follow.
    [[nodiscard]] QByteArray result() const;
    /// The same in lower-case hexadecimal, 64 characters.
    [[nodiscard]] QString hex() const;
    void reset();

private:
    struct Free
    {
        void operator()(evp_md_ctx_st *context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

} // namespace holdpoint
