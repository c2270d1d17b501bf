// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

/// How a live shell is made to say where commands begin and end: OSC 133 A, B, C and D;exit, each with hp=NONCE.
///
/// Nothing is installed on the host. The command line below starts the user's own shell (bash, zsh, or a POSIX sh) with
/// its usual profile and our hooks on top, read from a here-document. When the hooks are ready the shell prints
/// readyMark(), with echo off, and reads lines until one is the nonceLine(): what was typed before is left out, and no key ends or
/// stops anything meanwhile. So the nonce is in no argument list and no environment.
///
/// A second word beside the nonce makes the shell also leave word of itself in OSC 7, the one mark that a terminal in between
/// (tmux) keeps: "#hp=WORD;run" when a command starts, "file://HOST/PATH#hp=WORD;PROMPTS;EXIT" at each prompt.
namespace holdpoint::session {

/// The command for the pty channel, one POSIX shell command.
QByteArray integratedShellCommand();

/// What the shell prints when it waits for the nonce, up to the word that follows: "start" when it will also mark where
/// a command starts (C), "none" when it cannot; then BEL.
QByteArray readyMark();

/// The answer to it; without a word the shell leaves none.
QByteArray nonceLine(const QByteArray &nonce, const QByteArray &word);

/// How many bytes at the end of `bytes` may be the beginning of `mark`.
qsizetype partialMark(const QByteArray &bytes, const QByteArray &mark);

/// What a shell left word of, read from its OSC 7.
struct ShellWord
{
    bool running = false; ///< a command
    qint64 prompts = 0;   ///< shown so far, at a prompt
    int exit = 0;         ///< of the last command, at a prompt
};
/// Nothing where the text holds no word of the shell that was given this one.
std::optional<ShellWord> shellWord(const QByteArray &directory, const QByteArray &word);
/// The folder that an OSC 7 names; empty when none.
QString shellDirectory(const QByteArray &directory);

/// 128 random bits in hexadecimal.
QByteArray newNonce();

/// The text as one word of a POSIX shell, in single quotes.
QByteArray shellQuoted(const QByteArray &text);

} // namespace holdpoint::session
