// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <models/base/bytes.h>
#include <models/files/sftppacket.h>
#include <tests/support/faketransport.h>

#include <functional>

namespace holdpoint::testing {

/// A file service whose every answer is the test's own, to be as hostile as no real one is.
class ScriptedFiles
{
public:
    struct Request
    {
        files::PacketType type;
        quint32 id;
        QByteArray subject; ///< the path or handle it is about
    };
    /// What it is answered with: none, one or more whole packets.
    using Answer = std::function<QByteArray(const Request &)>;
    struct Entry
    {
        QByteArray name;
        quint32 mode = 0100644;
        quint64 size = 0;
    };

    explicit ScriptedFiles(Answer answer)
        : m_answer(std::move(answer))
    {
    }

    static QByteArray status(quint32 id, files::StatusCode code)
    {
        ByteWriter body;
        body.u32(quint32(code));
        body.string("as scripted");
        body.string("en");
        return packet(files::PacketType::Status, id, body.bytes());
    }
    static QByteArray handle(quint32 id, const QByteArray &handle)
    {
        ByteWriter body;
        body.string(handle);
        return packet(files::PacketType::Handle, id, body.bytes());
    }
    static QByteArray names(quint32 id, const QList<Entry> &entries)
    {
        ByteWriter body;
        body.u32(quint32(entries.size()));
        for (const Entry &entry : entries) {
            body.string(entry.name);
            body.string(entry.name);
            body.raw(attributes(entry));
        }
        return packet(files::PacketType::Name, id, body.bytes());
    }
    static QByteArray attributesOf(quint32 id, const Entry &entry)
    {
        return packet(files::PacketType::Attributes, id, attributes(entry));
    }

    /// Takes what a client sent; gives what it is answered.
    QByteArray feed(const QByteArray &bytes)
    {
        m_incoming += bytes;
        QByteArray answers;
        while (m_incoming.size() >= 4) {
            ByteReader reader(m_incoming);
            const qsizetype length = 4 + qsizetype(reader.u32());
            if (m_incoming.size() < length)
                break;
            const auto type = files::PacketType(reader.u8());
            const quint32 id = reader.u32();
            if (type == files::PacketType::Init)
                answers += packet(files::PacketType::Version, 3, {});
            else
                answers += m_answer({type, id, reader.string()});
            m_incoming.remove(0, length);
        }
        return answers;
    }

    /// Answers a channel of a scripted host; ends with the channel.
    static void serve(FakeChannel &channel, Answer answer)
    {
        const auto files = std::make_shared<ScriptedFiles>(std::move(answer));
        channel.onWrite = [files, target = QPointer(&channel)](const QByteArray &bytes) {
            // As late as a host would: whoever asks is not in the middle of something then.
            const QByteArray answers = files->feed(bytes);
            if (target && !answers.isEmpty())
                QTimer::singleShot(0, target, [target, answers] { target->print(answers); });
        };
    }

private:
    static QByteArray attributes(const Entry &entry)
    {
        ByteWriter writer;
        writer.u32(entry.mode == 0 ? 1 : 5); // size, and permissions where it says what it is
        writer.u64(entry.size);
        if (entry.mode != 0)
            writer.u32(entry.mode);
        return writer.bytes();
    }
    static QByteArray packet(files::PacketType type, quint32 id, const QByteArray &body)
    {
        ByteWriter inner;
        inner.u8(quint8(type));
        inner.u32(id);
        inner.raw(body);
        ByteWriter whole;
        whole.string(inner.bytes());
        return whole.bytes();
    }

    const Answer m_answer;
    QByteArray m_incoming;
};

} // namespace holdpoint::testing
