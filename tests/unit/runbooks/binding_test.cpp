// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include "parsing.h"

#include <runbooks/binding.h>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace {

using namespace holdpoint;
using namespace holdpoint::runbooks;

Parameter parameter(ParameterType type)
{
    Parameter made;
    made.name = QStringLiteral("the-value");
    made.label = QStringLiteral("The value");
    made.type = type;
    return made;
}

Runbook runbookWith(const Parameter &parameter)
{
    Runbook runbook;
    runbook.parameters.append(parameter);
    return runbook;
}

Command shell(const char *text)
{
    Command command;
    command.text = QString::fromUtf8(text);
    return command;
}

Result<ResolvedCommand> resolvedText(const Command &command, const QString &value,
                                     ParameterType type = ParameterType::Text)
{
    return resolve(runbookWith(parameter(type)), command, {{QStringLiteral("the-value"), value}});
}

const QStringList &hostileValues()
{
    static const QStringList values = [] {
        QStringList made;
        for (const char *value : {"a b",
                                  "a'b",
                                  "a\"b",
                                  "$(touch PWN)",
                                  "`touch PWN`",
                                  "; touch PWN",
                                  "a;touch PWN",
                                  "&& touch PWN",
                                  "|| touch PWN",
                                  "| touch PWN",
                                  "& touch PWN",
                                  "> PWN",
                                  "< /etc/passwd",
                                  "$HOME",
                                  "${HOME}",
                                  "\\",
                                  "a\\",
                                  "\\\\",
                                  "'; touch PWN; '",
                                  "\"; touch PWN; \"",
                                  "x' ; touch PWN #",
                                  "x\" ; touch PWN #",
                                  "*",
                                  "?",
                                  "[a-z]*",
                                  "{a,b}",
                                  "~",
                                  "!!",
                                  "!$",
                                  "!touch",
                                  "#x",
                                  "a#b",
                                  "$'\\n'",
                                  "\\$(touch PWN)",
                                  "(touch PWN)",
                                  "%1",
                                  "^a^b",
                                  "$((1+1))",
                                  "'",
                                  "\"",
                                  "''",
                                  "\"\"",
                                  "<x>",
                                  "<(touch PWN)",
                                  "a=b",
                                  "EOF",
                                  "a[$(touch PWN)]",
                                  "--",
                                  "é ü 漢字",
                                  "${x:=$(touch PWN)}",
                                  "' $(touch PWN) '"})
            made.append(QString::fromUtf8(value));
        made.removeAll(QStringLiteral("--"));
        return made;
    }();
    return values;
}

/// Runs a command in a real bash with history expansion on, as an interactive shell has it.
class RealBash
{
public:
    QByteArray output(const QString &command)
    {
        QProcess bash;
        bash.setWorkingDirectory(m_folder.path());
        bash.start(QStringLiteral("bash"), {QStringLiteral("--norc"), QStringLiteral("--noprofile")});
        if (!bash.waitForStarted())
            return "no bash";
        bash.write("set -o history; set -o histexpand\ntrue touch PWN\n" + command.toUtf8() + "\n");
        bash.closeWriteChannel();
        if (!bash.waitForFinished())
            return "bash hangs";
        return bash.readAllStandardOutput();
    }
    [[nodiscard]] bool isUntouched() const { return !QFile::exists(m_folder.filePath(QStringLiteral("PWN"))); }

private:
    QTemporaryDir m_folder;
};

struct Template
{
    const char *text;
    const char *before;
    const char *after;
};

TEST(ResolveTest, aRealBashReceivesEveryHostileValueUnchangedInEveryAcceptedPlace)
{
    const QList<Template> templates{
        {"printf '%s\\0' <the-value>", "", ""},
        {"printf '%s\\0' pre<the-value>post", "pre", "post"},
        {"printf '%s\\0' --opt=<the-value>", "--opt=", ""},
        {"printf '%s\\0' \"a <the-value> b\"", "a ", " b"},
        {"printf '%s\\0' 'a <the-value> b'", "a ", " b"},
        {"printf '%s\\0' $'a\\x20<the-value> b'", "a ", " b"},
        {"printf '%s\\0' \"$(printf '%s' <the-value>)\"", "", ""},
        {"printf '%s\\0' \"$(printf '%s' \"x<the-value>\")\"", "x", ""},
        {"case 1 in 1) printf '%s\\0' <the-value> ;; esac", "", ""},
        {"if true; then\n  printf '%s\\0' <the-value>\nfi", "", ""},
        {"for x in <the-value>; do printf '%s\\0' \"$x\"; done", "", ""},
        {"[[ a != <the-value> ]] && printf '%s\\0' \\\n  <the-value>", "", ""},
    };
    RealBash bash;
    for (const Template &shape : templates) {
        for (const QString &value : hostileValues()) {
            const auto resolved = resolvedText(shell(shape.text), value);
            ASSERT_TRUE(resolved) << shape.text << " " << value.toStdString() << " "
                                  << resolved.error().detail.toStdString();
            const QByteArray expected = shape.before + value.toUtf8() + shape.after + '\0';
            EXPECT_EQ(bash.output(resolved->text), expected) << resolved->text.toStdString();
        }
    }
    EXPECT_TRUE(bash.isUntouched());
}

TEST(ResolveTest, placesThatCannotHoldAHostileValueRefuseItWithAReason)
{
    for (const char *text : {"cat <<EOF\n<the-value>\nEOF",
                             "cat <<'EOF'\n<the-value>\nEOF",
                             "ls # <the-value>",
                             "echo `ls <the-value>`",
                             "echo ${x:-<the-value>}",
                             "echo $((1 + <the-value>))",
                             "sh -c \"ls <the-value>\"",
                             "bash -c 'ls <the-value>'",
                             "ssh host \"ls <the-value>\"",
                             "ssh host ls <the-value>",
                             "eval ls <the-value>",
                             "su - app -c 'ls <the-value>'",
                             "awk '/<the-value>/' file",
                             "sed 's/<the-value>/x/' file",
                             "python3 -c 'print(\"<the-value>\")'",
                             "psql -c \"SELECT '<the-value>'\"",
                             "<the-value> --version",
                             "sudo <the-value>",
                             "[[ <the-value> -eq 1 ]]",
                             "echo \"<the-value>\" | sh"}) {
        for (const QString &value : hostileValues()) {
            const auto resolved = resolvedText(shell(text), value);
            // A here-document takes any plain word but its own delimiter; code takes words.
            if (value == QStringLiteral("EOF") && !QByteArray(text).contains("<<")
                && QByteArray(text).indexOf("<the-value> --") != 0 && !QByteArray(text).startsWith("sudo"))
                continue;
            ASSERT_FALSE(resolved) << text << " " << value.toStdString();
            EXPECT_EQ(resolved.error().kind, ErrorKind::NotPermitted);
            EXPECT_GT(resolved.error().detail.size(), 20);
        }
    }
}

TEST(ResolveTest, wordsAreAcceptedWhereOnlyWordsAreSafe)
{
    for (const char *text : {"cat <<EOF\nserver <the-value>\nEOF", "sh -c \"ls <the-value>\"",
                             "ssh host ls <the-value>", "echo `ls <the-value>`", "echo ${x:-<the-value>}"}) {
        const auto resolved = resolvedText(shell(text), QStringLiteral("web-01.example"), ParameterType::Word);
        ASSERT_TRUE(resolved) << text;
        EXPECT_EQ(resolved->text,
                  QString::fromUtf8(text).replace(QStringLiteral("<the-value>"), QStringLiteral("web-01.example")));
    }
}

TEST(ResolveTest, aValueGluedToADollarOrARedirectionKeepsItsMeaning)
{
    EXPECT_FALSE(resolvedText(shell("echo $<the-value>"), QStringLiteral("HOME")));
    EXPECT_FALSE(resolvedText(shell("echo \"$<the-value>\""), QStringLiteral("HOME")));
    EXPECT_FALSE(resolvedText(shell("echo ${<the-value>}"), QStringLiteral("HOME")));
    EXPECT_FALSE(resolvedText(shell("echo $\\\n\\\n<the-value>"), QStringLiteral("a b")));
    EXPECT_FALSE(resolvedText(shell("echo $[\\\n<the-value>]"), QStringLiteral("a b")));
    const auto behind = resolvedText(shell("echo $x<the-value> \"$x<the-value>\""), QStringLiteral("y"));
    ASSERT_TRUE(behind) << behind.error().detail.toStdString();
    EXPECT_EQ(behind->text, QStringLiteral("echo $x'y' \"$x\"'y'\"\""));
    EXPECT_FALSE(resolvedText(shell("cat <<EOF\n$x<the-value>\nEOF"), QStringLiteral("y")));
    const auto cut = resolvedText(shell("echo <the-value>\\\n>log"), QStringLiteral("2"));
    ASSERT_TRUE(cut);
    EXPECT_EQ(cut->text, QStringLiteral("echo '2'\\\n>log"));
    const auto redirected = resolvedText(shell("echo <the-value>>log"), QStringLiteral("2"));
    ASSERT_TRUE(redirected);
    EXPECT_EQ(redirected->text, QStringLiteral("echo '2'>log"));
}

TEST(ResolveTest, spansMarkTheSubstitutedText)
{
    const auto resolved = resolvedText(shell("cp <the-value> \"/tmp/<the-value>\""), QStringLiteral("a b"));
    ASSERT_TRUE(resolved);
    EXPECT_EQ(resolved->text, QStringLiteral("cp 'a b' \"/tmp/\"'a b'\"\""));
    ASSERT_EQ(resolved->spans.size(), 2);
    EXPECT_EQ(resolved->text.mid(resolved->spans[0].start, resolved->spans[0].length), QStringLiteral("'a b'"));
    EXPECT_EQ(resolved->spans[0].parameter, QStringLiteral("the-value"));
}

TEST(ResolveTest, nothingWithAnUnresolvedPlaceholderIsSendable)
{
    for (const char *text : {"echo restart <service-name>data", "echo \"<x>\"", "cat <<EOF\n<x>\nEOF", "ls # <x>",
                             "echo $(ls <x>)", "sh -c 'ls <x>'", "echo `ls <x>`", "<x>", "echo <ready|drain>"}) {
        const auto resolved = resolve(Runbook(), shell(text), {});
        ASSERT_FALSE(resolved) << text;
        EXPECT_EQ(resolved.error().kind, ErrorKind::Invalid);
    }
    EXPECT_FALSE(resolve(runbookWith(parameter(ParameterType::Word)), shell("ls <the-value>"), {}));
}

TEST(PreviewTest, aCommandIsFilledInAsFarAsItsValuesGo)
{
    Runbook runbook = runbookWith(parameter(ParameterType::Word));
    Parameter other = parameter(ParameterType::Word);
    other.name = QStringLiteral("other");
    runbook.parameters.append(other);
    const Command command = shell("cp <the-value> <other>");
    const CommandPreview made = preview(runbook, command, {{QStringLiteral("other"), QStringLiteral("b")}});
    EXPECT_EQ(made.shown.text, QStringLiteral("cp <the-value> b"));
    ASSERT_EQ(made.shown.spans.size(), 2);
    EXPECT_EQ(made.shown.text.mid(made.shown.spans[1].start, made.shown.spans[1].length), QStringLiteral("b"));
    EXPECT_TRUE(made.refusal.isEmpty()) << made.refusal.toStdString();
}

TEST(PreviewTest, aRefusalIsSaidBeforeTheLastValueIsGiven)
{
    Runbook runbook = runbookWith(parameter(ParameterType::Text));
    Parameter other = parameter(ParameterType::Word);
    other.name = QStringLiteral("other");
    runbook.parameters.append(other);
    const Values values{{QStringLiteral("the-value"), QStringLiteral("a b; c")}};
    EXPECT_FALSE(preview(runbook, shell("perl <other> <the-value>"), values).refusal.isEmpty());
    EXPECT_TRUE(preview(runbook, shell("echo <other> <the-value>"), values).refusal.isEmpty());
    Runbook secret = runbookWith(parameter(ParameterType::Secret));
    EXPECT_TRUE(preview(secret, shell("login <the-value>"), {}).refusal.contains(QStringLiteral("secret")));
    Command misspelt = shell("sleep 1");
    misspelt.attributes.insert(QStringLiteral("timeout"), QStringLiteral("2"));
    EXPECT_TRUE(preview(runbook, misspelt, {}).refusal.contains(QStringLiteral("timeout")));
}

TEST(ResolveTest, redirectionsAreNoPlaceholders)
{
    for (const char *text :
         {"sort <file", "cat <<EOF\nx\nEOF", "diff <(ls a) <(ls b)", "tr a b <in>out", "cmd 2<in >out",
          "cat << EOF > f\nx\nEOF", "echo '<name>x</name>'", "echo '<br>'", "[[ a < b ]]"}) {
        const auto resolved = resolve(Runbook(), shell(text), {});
        ASSERT_TRUE(resolved) << text << resolved.error().detail.toStdString();
        EXPECT_EQ(resolved->text, QString::fromUtf8(text));
    }
}

TEST(ResolveTest, secretsNeverEnterACommand)
{
    const auto resolved = resolvedText(shell("curl -H \"Authorization: Bearer <the-value>\""),
                                       QStringLiteral("hunter22"), ParameterType::Secret);
    ASSERT_FALSE(resolved);
    EXPECT_EQ(resolved.error().kind, ErrorKind::NotPermitted);
    EXPECT_FALSE(resolved.error().detail.contains(QStringLiteral("hunter22")));
}

TEST(ResolveTest, anEmptyTextKeepsTheNumberOfArguments)
{
    Parameter optional = parameter(ParameterType::Text);
    optional.required = false;
    const auto resolved = resolve(runbookWith(optional), shell("printf '%s\\0' a <the-value> \"<the-value>\" b"),
                                  {{optional.name, QString()}});
    ASSERT_TRUE(resolved);
    RealBash bash;
    EXPECT_EQ(bash.output(resolved->text), QByteArray("a\0\0\0b\0", 6));
}

TEST(ResolveTest, sqlTakesNamesOutsideQuotesAndTextInside)
{
    Command sql = shell("SELECT * FROM <the-value>;");
    sql.language = Language::Sql;
    EXPECT_TRUE(resolvedText(sql, QStringLiteral("public.orders")));
    for (const char *value : {"x; drop table t;--", "x'", "a-b", "\\! id", "x y", "1-1"})
        EXPECT_FALSE(resolvedText(sql, QString::fromUtf8(value))) << value;
    sql.text = QStringLiteral("SELECT '<the-value>';");
    const auto quoted = resolvedText(sql, QStringLiteral("x'; drop table t;--"));
    ASSERT_TRUE(quoted);
    EXPECT_EQ(quoted->text, QStringLiteral("SELECT 'x''; drop table t;--';"));
    EXPECT_FALSE(resolvedText(sql, QStringLiteral("a\\")));
    sql.text = QStringLiteral("SELECT $$<the-value>$$;");
    EXPECT_FALSE(resolvedText(sql, QStringLiteral("a$$; drop")));
}

TEST(ResolveTest, everyItemOfAListIsQuotedByItself)
{
    Parameter list = parameter(ParameterType::Word);
    list.isList = true;
    const auto resolved = resolve(runbookWith(list), shell("systemctl stop <the-value>"),
                                  {{list.name, QStringLiteral("nginx, web@1 db")}});
    ASSERT_TRUE(resolved);
    EXPECT_EQ(resolved->text, QStringLiteral("systemctl stop nginx web@1 db"));
    EXPECT_FALSE(resolve(runbookWith(list), shell("systemctl stop <the-value>"),
                         {{list.name, QStringLiteral("nginx; reboot")}}));
    EXPECT_FALSE(resolve(runbookWith(list), shell("sh -c 'stop <the-value>'"), {{list.name, QStringLiteral("a b")}}));
}

TEST(ValidateTest, whatNoValueMayBe)
{
    const Parameter text = parameter(ParameterType::Text);
    for (const QString &value :
         {QStringLiteral("a\nb"), QStringLiteral("a\rb"), QStringLiteral("a\tb"), QStringLiteral("\u001b[0m"),
          QStringLiteral("\u0003"), QStringLiteral("\u202eabc"), QStringLiteral("a\u200bb"), QStringLiteral("\u2028"),
          QString(QChar(0xD800)), QString(), QStringLiteral("-rf"), QStringLiteral("--force"), QString(5000, u'a'),
          QStringLiteral("e\u0301")}) {
        const auto valid = validate(text, value);
        ASSERT_FALSE(valid) << value.toStdString();
        EXPECT_TRUE(valid.error().detail.startsWith(QStringLiteral("The value"))) << valid.error().detail.toStdString();
    }
    EXPECT_TRUE(validate(text, QStringLiteral("any $text; 'goes'")));
}

TEST(ValidateTest, typesKnowTheirValues)
{
    struct Case
    {
        ParameterType type;
        const char *good;
        const char *bad;
    };
    for (const Case &entry : {Case{ParameterType::Word, "web-01.example:80@x+y", "a b"},
                              Case{ParameterType::Word, "_x", "a/b"},
                              Case{ParameterType::Path, "/var/log/x-1.log", "/var/log; ls"},
                              Case{ParameterType::Int, "-3", "3.5"},
                              Case{ParameterType::Number, "3.5", "3,5"},
                              Case{ParameterType::Bool, "true", "maybe"},
                              Case{ParameterType::Host, "web-1.eu-cloud.local", "a_b c"},
                              Case{ParameterType::Host, "2001:db8::1", "a..b"},
                              Case{ParameterType::Ip, "192.0.2.1", "192.0.2.256"},
                              Case{ParameterType::Ip, "::1", "192.0.2"},
                              Case{ParameterType::Cidr, "10.0.0.0/24", "10.0.0.0/33"},
                              Case{ParameterType::Fqdn, "example.org", "-a.org"},
                              Case{ParameterType::Port, "65535", "65536"},
                              Case{ParameterType::Port, "1", "0"},
                              Case{ParameterType::Identifier, "public.orders", "1a"},
                              Case{ParameterType::Unit, "nginx@1.service", "a b"},
                              Case{ParameterType::Date, "2024-02-29", "2023-02-29"},
                              Case{ParameterType::Duration, "15m", "15 parsecs"},
                              Case{ParameterType::Url, "https://x.example/?a=b", "javascript:x"},
                              Case{ParameterType::Email, "a.b@example.org", "a b@c"}}) {
        EXPECT_TRUE(validate(parameter(entry.type), QString::fromUtf8(entry.good))) << entry.good;
        EXPECT_FALSE(validate(parameter(entry.type), QString::fromUtf8(entry.bad))) << entry.bad;
    }
    Parameter number = parameter(ParameterType::Int);
    number.minimum = QStringLiteral("1");
    number.maximum = QStringLiteral("5");
    EXPECT_FALSE(validate(number, QStringLiteral("0")));
    EXPECT_TRUE(validate(number, QStringLiteral("5")));
    EXPECT_FALSE(validate(number, QStringLiteral("6")));
    Parameter patterned = parameter(ParameterType::Text);
    patterned.origin = Origin::Declared;
    patterned.pattern = QStringLiteral("-[a-z]+");
    EXPECT_TRUE(validate(patterned, QStringLiteral("-rf")));
    EXPECT_FALSE(validate(patterned, QStringLiteral("-rf x")));
}

TEST(BindTest, defaultsAliasesAndUnknownNames)
{
    const Document document =
        holdpoint::testing::parsed("---\nparams:\n  day: {type: date, default: yesterday}\n"
                                   "  critical_table: {type: identifier, default: orders, aliases: [tbl]}\n"
                                   "  target: {type: host}\n---\n# Check\n## Steps\n1. Go\n   ```bash\n   ls "
                                   "<critical-table> <day> <target>\n   ```\n");
    const Runbook &runbook = document.runbooks.first();
    const QDate today(2026, 3, 1);
    const auto byDefault = bind(runbook, {}, today);
    ASSERT_TRUE(byDefault);
    EXPECT_EQ(byDefault->value(QStringLiteral("day")), QStringLiteral("2026-02-28"));
    EXPECT_EQ(byDefault->value(QStringLiteral("critical_table")), QStringLiteral("orders"));
    EXPECT_FALSE(byDefault->contains(QStringLiteral("target")));
    const auto given = bind(
        runbook, {{QStringLiteral("TBL"), QStringLiteral("items")}, {QStringLiteral("target"), QStringLiteral("web1")}},
        today);
    ASSERT_TRUE(given);
    EXPECT_EQ(given->value(QStringLiteral("critical_table")), QStringLiteral("items"));
    const auto resolved = resolve(runbook, runbook.steps[0].commands[0], *given);
    ASSERT_TRUE(resolved);
    EXPECT_EQ(resolved->text, QStringLiteral("ls items 2026-02-28 web1"));
    EXPECT_FALSE(bind(runbook, {{QStringLiteral("nobody"), QStringLiteral("x")}}, today));
    EXPECT_FALSE(bind(runbook, {{QStringLiteral("target"), QStringLiteral("a b")}}, today));
}

TEST(BindTest, limitsThatMakeNoSenseRefuseEveryValueAndSayWhy)
{
    Parameter parameter{.name = QStringLiteral("n"), .label = QStringLiteral("N"), .type = ParameterType::Int};
    parameter.minimum = QStringLiteral("five");
    EXPECT_EQ(validate(parameter, QStringLiteral("7")).error().detail,
              QStringLiteral("N cannot be checked: its limit five is no number"));
    parameter.minimum = QStringLiteral("9");
    parameter.maximum = QStringLiteral("3");
    EXPECT_EQ(validate(parameter, QStringLiteral("7")).error().detail,
              QStringLiteral("N cannot be checked: its min 9 is above its max 3"));
    parameter.type = ParameterType::Date;
    EXPECT_FALSE(limitsProblem(parameter).isEmpty());
    parameter = {.name = QStringLiteral("n"), .label = QStringLiteral("N"), .type = ParameterType::Word};
    parameter.pattern = QStringLiteral("(");
    EXPECT_EQ(validate(parameter, QStringLiteral("a")).error().detail,
              QStringLiteral("N cannot be checked: its pattern ( is no regular expression"));
}

TEST(BindTest, aPortMayBeLimitedFurther)
{
    Parameter port{.name = QStringLiteral("p"), .label = QStringLiteral("Port"), .type = ParameterType::Port};
    port.minimum = QStringLiteral("1024");
    EXPECT_EQ(limitsProblem(port), QString());
    EXPECT_TRUE(validate(port, QStringLiteral("8080")));
    EXPECT_FALSE(validate(port, QStringLiteral("80")));
}

TEST(BindTest, variablesThatNobodyAssignsAreParameters)
{
    const Document document = holdpoint::testing::parsed(
        "# Drain\n## Steps\n1. Go\n   ```bash\n   POD=$(kubectl get pods -n $NAMESPACE | head -1)\n"
        "   kubectl delete pod \"$POD\" -n \"$NAMESPACE\" --user $USER\n   awk '$NF' x\n   ```\n");
    const Runbook &runbook = document.runbooks.first();
    ASSERT_EQ(runbook.parameters.size(), 1);
    EXPECT_EQ(runbook.parameters[0].name, QStringLiteral("NAMESPACE"));
    const auto resolved =
        resolve(runbook, runbook.steps[0].commands[1], {{QStringLiteral("NAMESPACE"), QStringLiteral("shop")}});
    ASSERT_TRUE(resolved);
    EXPECT_EQ(resolved->text, QStringLiteral("kubectl delete pod \"$POD\" -n \"shop\" --user $USER"));
}

TEST(ResolveTest, whatAVariableKeepsMayBeRunLaterSoItTakesHarmlessValuesOnly)
{
    for (const char *code : {"MAX=\"<max>\"", "PROMPT_COMMAND=<max> ls", "A=x LIST=\"a <max>\" grep x y"}) {
        const Document document = holdpoint::testing::parsed(qPrintable(
            QStringLiteral("---\nparams: {max: {type: text}}\n---\n# T\n## Steps\n1. Go\n   ```bash\n   %1\n   ```\n")
                .arg(QLatin1String(code))));
        const Runbook &runbook = document.runbooks.first();
        const Command &command = runbook.steps[0].commands[0];
        EXPECT_TRUE(resolve(runbook, command, {{QStringLiteral("max"), QStringLiteral("a5")}})) << code;
        EXPECT_FALSE(resolve(runbook, command, {{QStringLiteral("max"), QStringLiteral("a[$(id)]")}})) << code;
    }
}

TEST(ResolveTest, aCommandWhoseAttributesSayNothingIsNotSent)
{
    for (const char *attributes : {"timeout=2", "approve=0", "approve=\"\"", "expect=soon", "retry=0", "until=\"(\""}) {
        const Document document = holdpoint::testing::parsed(qPrintable(
            QStringLiteral("# T\n## Steps\n1. Go\n   ```bash {%1}\n   ls\n   ```\n").arg(QLatin1String(attributes))));
        const Runbook &runbook = document.runbooks.first();
        const auto resolved = resolve(runbook, runbook.steps[0].commands[0], {});
        ASSERT_FALSE(resolved) << attributes;
        EXPECT_EQ(resolved.error().kind, ErrorKind::NotPermitted);
    }
}

} // namespace
