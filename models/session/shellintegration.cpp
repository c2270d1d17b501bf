// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <models/base/bytes.h>
#include <models/session/shellintegration.h>

#include <QUrl>

#include <algorithm>

namespace holdpoint::session {

namespace {

// The login files first, as sshd's login shell would read them; history expansion off, because a command must mean in
// the live shell what it means in a script. `__hp_prompt` runs first of all prompt hooks to see $? before they change it;
// `__hp_mark` runs last, because prompt themes rewrite PS1 each time. Nothing of it
// is exported: a shell inside would speak our marks too.
const char bashHooks[] = R"sh(exec 3<&-
[ -r /etc/profile ] && . /etc/profile
if [ -r ~/.bash_profile ]; then . ~/.bash_profile
elif [ -r ~/.bash_login ]; then . ~/.bash_login
elif [ -r ~/.profile ]; then . ~/.profile
fi
set +H
case $- in *a*) __hp_x=-a ;; *) __hp_x=+a ;; esac
set +a
__hp_tty=$(stty -g)
stty -echo -isig eof undef
if [ "${BASH_VERSINFO[0]}" -gt 4 ] || [ "${BASH_VERSINFO[0]}${BASH_VERSINFO[1]}" = 44 ]; then __hp_c=start; else __hp_c=none; fi
printf '\033]133;hp-ready;%s\007' "$__hp_c"
while IFS=' ' read -r __hp_go __hp_nonce __hp_keep && [ "$__hp_go" != hp-nonce ]; do :; done
stty "$__hp_tty"
export -n PS0 PROMPT_COMMAND
__hp_b='\[\033]133;B;hp='$__hp_nonce'\007\]'
__hp_n=0
__hp_run=
[ -z "$__hp_keep" ] || __hp_run='\033]7;#hp='$__hp_keep';run\007'
PS0=$__hp_run'\033]133;C;hp='$__hp_nonce'\007'"${PS0-}"
__hp_prompt() {
  local status=$?
  __hp_s=$status
  printf '\033]133;D;%s;hp=%s\007' "$status" "$__hp_nonce"
  [ -n "$__hp_keep" ] || printf '\033]7;file://%s%s\007' "$HOSTNAME" "$PWD"
  return $status
}
__hp_mark() {
  local status=$?
  printf '\033]133;A;hp=%s\007' "$__hp_nonce"
  if [ -n "$__hp_keep" ]; then
    local LC_ALL=C place=$PWD
    case $place in *[!\ -~]*) place= ;; esac
    __hp_n=$((__hp_n + 1))
    printf '\033]7;file://%s%s#hp=%s;%s;%s\007' "$HOSTNAME" "$place" "$__hp_keep" "$__hp_n" "$__hp_s"
  fi
  case $PS1 in *"$__hp_b"*) ;; *) PS1=$PS1$__hp_b ;; esac
  return $status
}
if [ "${BASH_VERSINFO[0]}" -gt 5 ] || { [ "${BASH_VERSINFO[0]}" -eq 5 ] && [ "${BASH_VERSINFO[1]}" -ge 1 ]; }; then
  PROMPT_COMMAND=(__hp_prompt "${PROMPT_COMMAND[@]}" __hp_mark)
else
  PROMPT_COMMAND="__hp_prompt;${PROMPT_COMMAND:+$PROMPT_COMMAND;}__hp_mark"
fi
set "$__hp_x"
)sh";

const char zshHooks[] = R"sh(rm -rf -- "$ZDOTDIR"
ZDOTDIR=${__HP_ZDOTDIR:-$HOME}
unset __HP_ZDOTDIR
[[ -r $ZDOTDIR/.zshenv ]] && . $ZDOTDIR/.zshenv
[[ -r $ZDOTDIR/.zprofile ]] && . $ZDOTDIR/.zprofile
[[ -r $ZDOTDIR/.zshrc ]] && . $ZDOTDIR/.zshrc
[[ -r $ZDOTDIR/.zlogin ]] && . $ZDOTDIR/.zlogin
setopt nobanghist interactivecomments
[[ -o allexport ]] && __hp_x=allexport || __hp_x=noallexport
setopt noallexport
__hp_tty=$(stty -g)
stty -echo -isig eof undef
printf '\033]133;hp-ready;start\007'
while IFS=' ' read -r __hp_go __hp_nonce __hp_keep && [ "$__hp_go" != hp-nonce ]; do :; done
stty "$__hp_tty"
__hp_n=0
__hp_b=$'%{\e]133;B;hp='$__hp_nonce$'\a%}'
__hp_precmd() {
  local exitstatus=$?
  __hp_s=$exitstatus
  printf '\033]133;D;%s;hp=%s\007' $exitstatus $__hp_nonce
  [[ -n $__hp_keep ]] || printf '\033]7;file://%s%s\007' $HOST $PWD
  return $exitstatus
}
__hp_mark() {
  printf '\033]133;A;hp=%s\007' $__hp_nonce
  if [[ -n $__hp_keep ]]; then
    (( ++__hp_n ))
    printf '\033]7;file://%s%s#hp=%s;%s;%s\007' $HOST $PWD $__hp_keep $__hp_n $__hp_s
  fi
  [[ $PS1 == *"$__hp_b"* ]] || PS1=$PS1$__hp_b
}
__hp_preexec() {
  [[ -z $__hp_keep ]] || printf '\033]7;#hp=%s;run\007' $__hp_keep
  printf '\033]133;C;hp=%s\007' $__hp_nonce
}
typeset -ga precmd_functions preexec_functions
precmd_functions=(__hp_precmd $precmd_functions __hp_mark)
preexec_functions+=(__hp_preexec)
setopt $__hp_x
)sh";

// A POSIX sh has no hooks but PS1, which it expands anew for each prompt; there is no mark C. dash lets
// nobody take the export of PS1 back, so what it shows there hangs on variables that are not.
const char posixHooks[] = R"sh(rm -f -- "$ENV"
unset ENV
[ -r /etc/profile ] && . /etc/profile
[ -r "$HOME/.profile" ] && . "$HOME/.profile"
case $- in *a*) __hp_x=-a ;; *) __hp_x=+a ;; esac
set +a
__hp_tty=$(stty -g)
stty -echo -isig eof undef
printf '\033]133;hp-ready;none\007'
while IFS=' ' read -r __hp_go __hp_nonce __hp_keep && [ "$__hp_go" != hp-nonce ]; do :; done
stty "$__hp_tty"
__hp_n=0
__hp_e=$(printf '\033')
__hp_a=$(printf '\007')
PS1='${__hp_nonce:+$__hp_e]133;D;$?;hp=$__hp_nonce$__hp_a$__hp_e]7;file://$PWD${__hp_keep:+#hp=$__hp_keep;$((__hp_n=__hp_n+1));$?}$__hp_a$__hp_e]133;A;hp=$__hp_nonce$__hp_a}$ ${__hp_nonce:+$__hp_e]133;B;hp=$__hp_nonce$__hp_a}'
set "$__hp_x"
)sh";

QByteArray hereDocument(const char *text) { return QByteArray("<<\"HOLDPOINT_END\"\n") + text + "HOLDPOINT_END\n"; }

} // namespace

QByteArray integratedShellCommand()
{
    QByteArray script = "unset TMUX TMUX_PANE\numask_before=$(umask)\ncase ${SHELL##*/} in\nbash)\n"
                        "exec \"$SHELL\" --rcfile /dev/fd/3 -i 3";
    script += hereDocument(bashHooks);
    script += ";;\nzsh)\numask 077; d=$(mktemp -d) || exit 125\ncat >\"$d/.zshrc\" ";
    script += hereDocument(zshHooks);
    script += "umask \"$umask_before\"\n__HP_ZDOTDIR=$ZDOTDIR ZDOTDIR=$d exec \"$SHELL\" -i\n;;\n*)\n"
              "case ${SHELL##*/} in sh|dash|ash|ksh|ksh93|mksh) s=$SHELL ;; *) s=/bin/sh ;; esac\n"
              "umask 077; f=$(mktemp) || exit 125\ncat >\"$f\" ";
    script += hereDocument(posixHooks);
    script += "umask \"$umask_before\"\nENV=$f exec \"$s\" -i\n;;\nesac\n";
    return "exec /bin/sh -c " + shellQuoted(script);
}

QByteArray readyMark() { return QByteArrayLiteral("\033]133;hp-ready;"); }

// The empty line ends one that was begun before and never finished.
QByteArray nonceLine(const QByteArray &nonce, const QByteArray &word)
{
    return "\nhp-nonce " + nonce + (word.isEmpty() ? QByteArray() : ' ' + word) + '\n';
}

qsizetype partialMark(const QByteArray &bytes, const QByteArray &mark)
{
    for (qsizetype length = std::min(bytes.size(), mark.size() - 1); length > 0; --length) {
        if (bytes.endsWith(QByteArrayView(mark).first(length)))
            return length;
    }
    return 0;
}

std::optional<ShellWord> shellWord(const QByteArray &directory, const QByteArray &word)
{
    const qsizetype at = directory.lastIndexOf("#hp=" + word + ';');
    if (word.isEmpty() || at < 0)
        return std::nullopt;
    const QList<QByteArray> parts = directory.mid(at).split(';');
    if (parts.size() == 2 && parts[1] == "run")
        return ShellWord{.running = true};
    bool counts = false;
    bool exits = false;
    const ShellWord told{.prompts = parts.value(1).toLongLong(&counts), .exit = parts.value(2).toInt(&exits)};
    return parts.size() == 3 && counts && exits ? std::optional(told) : std::nullopt;
}

QString shellDirectory(const QByteArray &directory)
{
    const qsizetype word = directory.lastIndexOf("#hp=");
    return QUrl(QString::fromUtf8(word < 0 ? directory : directory.first(word))).path();
}

QByteArray newNonce() { return randomBytes(16).toHex(); }

QByteArray shellQuoted(const QByteArray &text)
{
    QByteArray quoted = text;
    quoted.replace('\'', "'\\''");
    return '\'' + quoted + '\'';
}

} // namespace holdpoint::session
