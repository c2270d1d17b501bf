// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <runbooks/shellsyntax.h>

#include <QProcess>

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using namespace holdpoint::runbooks;

QStringList pieces(const char *block)
{
    QStringList texts;
    for (const ShellPiece &piece : splitShell(QString::fromUtf8(block)))
        texts.append(piece.text);
    return texts;
}

/// One command that is written over several lines or holds several operators.
const QList<const char *> &whole()
{
    static const QList<const char *> commands{
        "a; b; c",
        "sleep 5 & wait",
        "ls |\n  grep x |\n  wc -l",
        "make &&\n  make install ||\n  echo failed",
        "echo a \\\n  b",
        "cat <<EOF\nhello $USER\nEOF",
        "cat <<-EOF\n\thello\n\tEOF",
        "cat <<'EOF'\n$(not run) `nor this`\nEOF",
        "cat <<A <<B\n1\nA\n2\nB",
        "cat <<EOF | grep x\nit's\nEOF",
        "cat <<< \"here string\"",
        "diff <(sort a) <(sort b)",
        "if true; then\n  echo yes\nelse\n  echo no\nfi",
        "for f in a b c; do\n  echo \"$f\"\ndone",
        "for ((i = 0; i < 3; i++)); do\n  echo $i\ndone",
        "while read -r line\ndo\n  echo \"$line\"\ndone < file",
        "until false; do break; done",
        "case $x in\n  a|b) echo 1 ;;\n  (c) echo 2\n    echo 3 ;;\n  *) ;;\nesac",
        "{ echo a\n  echo b\n}",
        "(cd /tmp\n ls)",
        "greet() {\n  echo hi\n}",
        "function greet {\n  echo hi\n}",
        "greet ()\n{\n  echo hi\n}",
        "[[ $a == b && ( $c < d || -n $e ) ]] && echo ok",
        "[[ $a =~ ^(x|y)$ ]]",
        "x=$((1 + 2 * (3 + 4)))",
        "(( x > 3 )) && echo big",
        "echo \"$(date +%F) $(echo \"in $(echo deep)\")\"",
        "echo \"line one\nline two\"",
        "echo 'it'\\''s\nfine'",
        "echo $'tab\\tand \\' quote\nmore'",
        "a=(one\n  two # comment\n  three)",
        "declare -A m=([a]=1 [b]=2)",
        "echo ${x:-\"a }\"} ${#x} ${x//\\//_}",
        "echo `echo \\`echo deep\\`` done",
        "find . -name '*.c' -exec grep -l main {} \\; -print",
        "ls > out 2>&1 < /dev/null",
        "ls &> out",
        "echo a#b \"# no comment\" \\# none",
        "! grep -q x file",
        "time ls -l",
        "if [ \"$1\" = '(' ]; then echo \")\"; fi",
        "case x in x) echo $(case y in y) echo z;; esac);; esac",
        "select x in a b; do\n  break\ndone",
        "echo $(\n  ls\n)",
        "shopt -s extglob; ls @(a|b)*.txt",
    };
    return commands;
}

TEST(ShellSplitTest, aCommandOverSeveralLinesIsOnePiece)
{
    for (const char *command : whole())
        EXPECT_EQ(pieces(command), QStringList{QString::fromUtf8(command)}) << command;
}

TEST(ShellSplitTest, everyPairOfCommandsIsCutBetweenThem)
{
    for (const char *first : whole()) {
        for (const char *second : whole()) {
            const QByteArray block = QByteArray(first) + "\n" + second;
            EXPECT_EQ(pieces(block.constData()), (QStringList{QString::fromUtf8(first), QString::fromUtf8(second)}))
                << block.constData();
        }
    }
}

TEST(ShellSplitTest, bashAcceptsEveryPieceAsACompleteCommand)
{
    for (const char *command : whole()) {
        QProcess bash;
        bash.start(QStringLiteral("bash"), {QStringLiteral("-O"), QStringLiteral("extglob"), QStringLiteral("-n")});
        ASSERT_TRUE(bash.waitForStarted());
        bash.write(QByteArray(command) + "\n");
        bash.closeWriteChannel();
        ASSERT_TRUE(bash.waitForFinished());
        EXPECT_EQ(bash.exitCode(), 0) << command << bash.readAllStandardError().constData();
        EXPECT_TRUE(bash.readAllStandardError().isEmpty()) << command;
    }
}

TEST(ShellSplitTest, noBeginningOfACommandIsTakenForTheWholeOne)
{
    // Cut after each line but the last: what bash would not run yet must not be a piece by itself.
    for (const char *command : whole()) {
        const QStringList lines = QString::fromUtf8(command).split(u'\n');
        for (qsizetype count = 1; count < lines.size(); ++count) {
            const QString beginning = lines.mid(0, count).join(u'\n') + QStringLiteral("\necho next");
            EXPECT_EQ(splitShell(beginning).size(), 1) << beginning.toStdString();
        }
    }
}

TEST(ShellSplitTest, commentsAreCaptionsAndRemarks)
{
    const QList<ShellPiece> found =
        splitShell(QStringLiteral("# About the block\n# in two lines\n\n# Space\ndf -h\nls   # files\n\n# the end"));
    ASSERT_EQ(found.size(), 3);
    EXPECT_EQ(found[0].text, QStringLiteral("df -h"));
    EXPECT_EQ(found[0].caption, QStringLiteral("Space"));
    EXPECT_EQ(found[0].remark, QStringLiteral("About the block\nin two lines"));
    EXPECT_EQ(found[0].line, 4);
    EXPECT_EQ(found[1].text, QStringLiteral("ls"));
    EXPECT_EQ(found[1].caption, QStringLiteral("files"));
    EXPECT_EQ(found[2].text, QString());
    EXPECT_EQ(found[2].remark, QStringLiteral("the end"));
}

TEST(ShellSplitTest, aContinuationMayStandBehindADelimiter)
{
    EXPECT_EQ(pieces("cat <<EOF\\\n | sort\nb\nEOF\nls").size(), 2);
}

TEST(ShellSplitTest, aContinuationMayCutADelimiter)
{
    EXPECT_EQ(pieces("cat <<E\\\nOF\nbody\nEOF\nls").size(), 2);
    EXPECT_EQ(pieces("cat <<\\\nEOF | sort\nbody\nEOF\nls").size(), 2);
    EXPECT_FALSE(isCompleteShell(QStringLiteral("cat <<E\\\nOF\nbody\nE\n")));
}

TEST(ShellSplitTest, aSubshellMayTouchItsNegation)
{
    EXPECT_EQ(pieces("if !(grep -q x file); then\necho no\nfi\nls").size(), 2);
    EXPECT_FALSE(isCompleteShell(QStringLiteral("!(case a in\na) ")));
}

TEST(ShellSplitTest, anEmptyArrayIsNoFunction)
{
    EXPECT_EQ(pieces("a=()\nls").size(), 2);
    EXPECT_EQ(pieces("?a=()\n{ ls; }").size(), 1);
}

TEST(ShellSplitTest, aContinuationMayCutAWord)
{
    EXPECT_EQ(pieces("wh\\\nile true; do\nls\ndone\npwd").size(), 2);
    EXPECT_EQ(pieces("a\\\n[ 1\n]=2\npwd").size(), 2);
}

TEST(ShellSplitTest, aProcessSubstitutionMayStandInAnExpansion)
{
    EXPECT_EQ(pieces("echo ${a:-<(ls\npwd)}\npwd").size(), 2);
    EXPECT_EQ(pieces("a[ <(ls ]=1\npwd").size(), 1);
    EXPECT_EQ(pieces("sort ><(ls\npwd)\npwd").size(), 2);
    EXPECT_EQ(pieces("a[ b[ 1 ]\n]=1\npwd").size(), 2);
    EXPECT_EQ(pieces("a=([ 1\n]=b c)\npwd").size(), 2);
}

TEST(ShellSplitTest, quotesCountInArithmeticToo)
{
    EXPECT_EQ(pieces("(( a = '\n' ))\npwd").size(), 2);
    EXPECT_EQ(pieces("echo $(( \"1\n\" ))\npwd").size(), 2);
    EXPECT_EQ(pieces("echo $(( ' ))\npwd").size(), 1);
    EXPECT_EQ(pieces("echo $(( \\\" ))\npwd").size(), 2);
}

TEST(ShellSplitTest, aRedirectionBehindAnAssignmentEndsSubscripts)
{
    EXPECT_EQ(pieces("x=1 <in tr[ \npwd").size(), 2);
    EXPECT_EQ(pieces("<in tr[ \npwd").size(), 1);
    EXPECT_EQ(pieces("x=1 <in y=1 tr[ \npwd").size(), 2);
}

TEST(ShellSplitTest, aRedirectionMayTouchTheEndOfATest)
{
    EXPECT_EQ(pieces("[[ a ]]<<<b\npwd").size(), 2);
    EXPECT_EQ(pieces("[[ a < b ]]>out\npwd").size(), 2);
}

TEST(ShellSplitTest, aCoprocessMayHaveAName)
{
    EXPECT_EQ(pieces("coproc WORK {\nls\n}\npwd").size(), 2);
    EXPECT_EQ(pieces("coproc WORK (\nls\n)\npwd").size(), 2);
    EXPECT_EQ(pieces("coproc WORK while read x; do\nls\ndone").size(), 1);
    EXPECT_EQ(pieces("coproc while read x; do\nls\ndone").size(), 1);
    EXPECT_EQ(pieces("coproc ls -l\npwd").size(), 2);
}

TEST(ShellSplitTest, textThatNeverCompletesIsOnePiece)
{
    EXPECT_EQ(pieces("echo 'open\nls\npwd").size(), 1);
    EXPECT_EQ(pieces("while true; do\nls").size(), 1);
    EXPECT_EQ(pieces("cat <<EOF$''\nEOF\npwd").size(), 2);
    EXPECT_EQ(pieces("cat <<EOF\nnever closed").size(), 1);
    EXPECT_EQ(pieces("cat <<\"\nEOF\npwd").size(), 1);
    EXPECT_EQ(pieces("cat <<EOF'\n'\npwd").size(), 1);
}

/// The context of the one '@' in a command.
ShellContext contextAt(const char *command)
{
    const QString text = QString::fromUtf8(command);
    return shellContexts(text)[text.indexOf(u'@')];
}

TEST(ShellContextTest, everyQuotingIsTold)
{
    EXPECT_EQ(contextAt("ls @"), ShellContext::Bare);
    EXPECT_EQ(contextAt("ls > /tmp/@"), ShellContext::Bare);
    EXPECT_EQ(contextAt("X=@ ls"), ShellContext::Bare);
    EXPECT_EQ(contextAt("@ -l"), ShellContext::CommandWord);
    EXPECT_EQ(contextAt("ls; @"), ShellContext::CommandWord);
    EXPECT_EQ(contextAt("ls | \"@\" x"), ShellContext::CommandWord);
    EXPECT_EQ(contextAt("sudo -u root @ x"), ShellContext::CommandWord);
    EXPECT_EQ(contextAt("if true; then @; fi"), ShellContext::CommandWord);
    EXPECT_EQ(contextAt("echo \"a @\""), ShellContext::DoubleQuoted);
    EXPECT_EQ(contextAt("echo 'a @'"), ShellContext::SingleQuoted);
    EXPECT_EQ(contextAt("echo $'a @'"), ShellContext::DollarSingleQuoted);
    EXPECT_EQ(contextAt("echo \"$(ls @)\""), ShellContext::Bare);
    EXPECT_EQ(contextAt("echo \"$(ls \"@\")\""), ShellContext::DoubleQuoted);
    EXPECT_EQ(contextAt("cat <<EOF\n@\nEOF"), ShellContext::HereDocument);
    EXPECT_EQ(contextAt("cat <<'EOF'\n@\nEOF"), ShellContext::QuotedHereDocument);
    EXPECT_EQ(contextAt("ls # @"), ShellContext::Comment);
    EXPECT_EQ(contextAt("echo `ls @`"), ShellContext::Backtick);
    EXPECT_EQ(contextAt("echo \"`ls @`\""), ShellContext::Backtick);
    EXPECT_EQ(contextAt("echo ${x:-@}"), ShellContext::ParameterExpansion);
    EXPECT_EQ(contextAt("echo $((1 + @))"), ShellContext::Arithmetic);
    EXPECT_EQ(contextAt("(( x = @ ))"), ShellContext::Arithmetic);
}

TEST(ShellContextTest, whatAnotherProgramParsesIsTold)
{
    for (const char *command :
         {"sh -c 'ls @'", "bash -lc \"ls @\"", "sudo -u x bash -c \"@\"", "ssh host \"ls @\"", "ssh -p 22 host ls @",
          "ssh -o ProxyCommand=@ host", "eval \"x=@\"", "su - app -c 'ls @'", "find . -exec sh -c 'x @' \\;",
          "xargs -I{} sh -c 'echo @'", "kubectl exec pod -- sh -c 'ls @'", "watch -n 5 'ls @'", "trap 'rm @' EXIT",
          "echo 'ls @' | sh", "echo @ | sudo bash -s", "printf -v @ x", "read -r @", "declare -i n=@"})
        EXPECT_EQ(contextAt(command), ShellContext::NestedCode) << command;
    for (const char *command :
         {"awk '{print @}' file", "awk -F: '/@/' file", "sed -i 's/a/@/' file", "sed -e s/@/b/ file",
          "python3 -c 'print(@)'", "perl -ne 'print @'", "psql -d x -c \"SELECT @\"", "psql --command='SELECT @'",
          "jq '.@' file", "mysql -e 'SELECT @'"})
        EXPECT_EQ(contextAt(command), ShellContext::ForeignCode) << command;
    EXPECT_EQ(contextAt("[[ @ -eq 3 ]]"), ShellContext::Arithmetic);
    for (const char *command :
         {"ssh @ uptime", "sed -i 's/a/b/' @", "awk '{print}' @", "psql -d @ -f file", "[[ -f @ ]]", "ps aux | grep @"})
        EXPECT_EQ(contextAt(command), ShellContext::Bare) << command;
}

TEST(ShellSplitTest, whatBashTakesAsItStandsIsWholeAndWhatItWaitsForIsNot)
{
    for (const char *whole : {"if [[ -f x ]]; then echo y; fi", "[[ -f x ]]; ls", "while [[ $i -lt 3 ]]; do :; done",
                              "( [[ -f x ]])", "[[ -f x ]]&& ls", ">x {", "a=1 {", "a[ 1 + 2 ]=5", "echo $((a)b)"})
        EXPECT_TRUE(isCompleteShell(QString::fromLatin1(whole))) << whole;
    for (const char *open : {"if [[ -f x ]]; then", "a[ 1", "[[ -f x", "$((a)b", "{ ls"})
        EXPECT_FALSE(isCompleteShell(QString::fromLatin1(open))) << open;
}

} // namespace
