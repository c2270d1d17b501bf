// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/report/unpacking.h>

#include <zlib.h>

namespace holdpoint::report {

namespace {

constexpr qsizetype pieceSize = 1 << 20;

} // namespace

struct Unpacking::Stream
{
    z_stream state{};
    QByteArray piece{pieceSize, Qt::Uninitialized};
    bool isReady = inflateInit2(&state, -MAX_WBITS) == Z_OK; ///< as zips have it, without zlib's own header
    bool isAtEnd = false;

    Stream() = default;
    ~Stream() { inflateEnd(&state); }
    Q_DISABLE_COPY_MOVE(Stream)
};

Unpacking::Unpacking(const ZipMember &member)
    : m_stream(member.isDeflated ? std::make_unique<Stream>() : nullptr)
    , m_left(member.size)
    , m_sum(member.sum)
{
}

Unpacking::~Unpacking() = default;

bool Unpacking::take(QByteArrayView packed, const std::function<void(QByteArrayView)> &give)
{
    return m_stream ? inflate(packed, give) : hand(packed, give);
}

bool Unpacking::isWhole() const { return m_left == 0 && m_sumSoFar == m_sum && (!m_stream || m_stream->isAtEnd); }

bool Unpacking::inflate(QByteArrayView packed, const std::function<void(QByteArrayView)> &give)
{
    z_stream &state = m_stream->state;
    state.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    state.avail_in = uInt(packed.size());
    int status = m_stream->isReady ? Z_OK : Z_MEM_ERROR;
    do {
        state.next_out = reinterpret_cast<Bytef *>(m_stream->piece.data());
        state.avail_out = uInt(pieceSize);
        if (status == Z_OK)
            status = ::inflate(&state, Z_NO_FLUSH);
        // Z_BUF_ERROR: the piece before this one was filled by the last of the input.
        if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR)
            return false;
        if (!hand(QByteArrayView(m_stream->piece).first(pieceSize - state.avail_out), give))
            return false;
    } while (status == Z_OK && state.avail_out == 0);
    m_stream->isAtEnd = status == Z_STREAM_END;
    return state.avail_in == 0;
}

bool Unpacking::hand(QByteArrayView bytes, const std::function<void(QByteArrayView)> &give)
{
    if (bytes.size() > m_left)
        return false;
    m_left -= bytes.size();
    m_sumSoFar = quint32(crc32_z(m_sumSoFar, reinterpret_cast<const Bytef *>(bytes.data()), size_t(bytes.size())));
    if (!bytes.isEmpty())
        give(bytes);
    return true;
}

} // namespace holdpoint::report
