# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lists of revoked certificates and signatures as openssl(1) does not make them, put together from DER."""


def elements(data):
    """Of DER: each as it stands, and what is in it."""
    while data:
        begin = 2 + (data[1] & 0x7F if data[1] & 0x80 else 0)
        end = begin + (int.from_bytes(data[2:begin], "big") if data[1] & 0x80 else data[1])
        yield data[:end], data[begin:end]
        data = data[end:]


def element(tag, *parts):
    content = b"".join(parts)
    return bytes([tag, 0x84]) + len(content).to_bytes(4, "big") + content


def bringing(cms, revoked):
    """The signature with a list of revoked certificates in it, which it does not sign."""
    (_, content), = elements(cms)
    (kind, _), (_, tagged) = elements(content)
    (_, signed), = elements(tagged)
    *before, signers = [whole for whole, _ in elements(signed)]
    return element(0x30, kind, element(0xA0, element(0x30, *before, element(0xA1, revoked), signers)))


def without_an_end(revoked):
    """The list, without the time until which it is current."""
    (_, content), = elements(revoked)
    (_, signed), *rest = elements(content)
    parts = [whole for whole, _ in elements(signed)]
    times = [part for part in parts if part[0] in (0x17, 0x18)]
    parts.remove(times[1])
    return element(0x30, element(0x30, *parts), *(whole for whole, _ in rest))
