// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2

#include <tests/unit/report/samplerun.h>

#include <models/base/sha256.h>

#include <QJsonArray>
#include <QJsonDocument>

namespace holdpoint::testing {

namespace {

using Body = QJsonObject;

QString s(const char *text) { return QString::fromUtf8(text); }

QJsonArray array(std::initializer_list<const char *> texts)
{
    QJsonArray values;
    for (const char *text : texts)
        values.append(s(text));
    return values;
}

/// Appends entries of one run, a second apart.
class Writer
{
public:
    Writer(TempLedger &ledger, QByteArray run) : m_ledger(ledger), m_run(std::move(run)) {}

    void add(const char *type, const Body &body, const QList<QByteArray> &attachments = {})
    {
        m_ledger.clock().advance(1000);
        const auto entry = waitFor(m_ledger->append({s(type), s("operator@noc.example"), m_run, body, attachments}));
        ASSERT_TRUE(entry) << entry.error().detail.toStdString();
    }

    void command(const char *stage, const char *id, const char *text, int exit, const QString &output)
    {
        add("command-intended", {{s("stage"), s(stage)}, {s("command"), s(id)}, {s("role"), s("node")}, {s("text"), s(text)}});
        this->output("node", output);
        add("command-finished", {{s("stage"), s(stage)}, {s("command"), s(id)}, {s("exit"), exit},
                                 {s("expected"), exit == 0}, {s("outcome"), s("exit status %1").arg(exit)},
                                 {s("output"), output}});
    }

    void output(const char *pane, const QString &text)
    {
        QByteArray events;
        for (const QString &line : text.split(QLatin1Char('\n'))) {
            events += QJsonDocument(QJsonArray{m_seconds += 0.25, s("o"), QString(line + s("\r\n"))})
                          .toJson(QJsonDocument::Compact)
                + '\n';
        }
        add("output", {{s("pane"), s(pane)}, {s("columns"), 100}, {s("rows"), 30}, {s("bytes"), text.size()}}, {events});
    }

    void verdict(const char *type, const char *stage, const char *check, const char *verdict, const Body &evidence)
    {
        add(type, {{s("stage"), s(stage)}, {s("check"), s(check)}, {s("verdict"), s(verdict)}, {s("evidence"), evidence}});
    }

private:
    TempLedger &m_ledger;
    QByteArray m_run;
    double m_seconds = 0;
};

Body stage(const char *id, session::StageKind kind, const char *title, const QJsonArray &commands, const QJsonArray &checks)
{
    return {{s("id"), s(id)}, {s("kind"), int(kind)}, {s("title"), s(title)}, {s("commands"), commands}, {s("checks"), checks}};
}

Body startBody(const Sample &sample)
{
    using session::StageKind;
    return {{s("runbook"), s("drain-node")},
            {s("title"), s("Drain a node")},
            {s("version"), s("1.2.0")},
            {s("path"), s("runbooks/drain-node.md")},
            {s("sha256"), sha256Hex(sampleRunbook())},
            {s("mode"), session::modeName(sample.mode)},
            {s("values"), Body{{s("node"), s("node-07")}}},
            {s("hosts"), Body{{s("node"), s("ops@10.0.0.7:22")}, {s("lb"), s("ops@10.0.0.2:22")}}},
            {s("stages"), QJsonArray{stage("pre", StageKind::Prerequisites, "Prerequisites", {}, array({"pre.1"})),
                                     stage("1", StageKind::Step, "Cordon the node", array({"1.1"}), {}),
                                     stage("2", StageKind::Step, "Drain it", array({"2.1", "2.2"}), {}),
                                     stage("verify", StageKind::Verification, "Verification", {},
                                           array({"verify.1", "verify.2"}))}}};
}

void escalate(Writer &writer)
{
    writer.add("escalated", {{s("severity"), s("high")}, {s("reason"), s("The drain failed")},
                             {s("ladder"), QJsonArray{Body{{s("label"), s("Initial contact")}, {s("action"), s("Call the team lead")},
                                                           {s("delay_ms"), 0}, {s("contact"), s("Team Lead")}},
                                                      Body{{s("label"), s("15 minutes")}, {s("action"), s("Call the manager")},
                                                           {s("delay_ms"), 900000}, {s("contact"), s("Manager")}}}}});
    writer.add("escalation-attempt", {{s("rung"), 0}, {s("contact"), s("Team Lead")}, {s("outcome"), s("no-answer")}, {s("note"), s("rang 60 s")}});
    writer.add("escalation-attempt", {{s("rung"), 0}, {s("contact"), s("Team Lead")}, {s("outcome"), s("reached")}});
    writer.add("escalation-acknowledged", {{s("by"), s("Team Lead")}, {s("note"), s("looks at the pods")}});
    writer.add("escalation-resolved", {{s("resolution"), s("one pod had no budget left; deleted by its owner")}});
}

} // namespace

QByteArray sampleRunbook()
{
    return R"md(---
holdpoint: 1
id: drain-node
title: Drain a node
version: 1.2.0
hosts:
  node: {max: 1}
  lb: {max: 1}
---
# Drain a node

**Prerequisites**:
- The cluster has room for the pods of this node

**Steps**:
1. **Cordon the node**
   ```bash {host=node}
   kubectl cordon <node>
   ```
   **Rollback**:
   ```bash {host=node}
   kubectl uncordon <node>
   ```
2. **Drain it**
   ```bash {host=node}
   # Pods move to other nodes
   kubectl drain <node> --ignore-daemonsets
   ```
   ```bash {host=node}
   kubectl get pods -A
   ```

**Verification**:
- No pod is left on the node
  ```bash {verify host=node value="== 0"}
  kubectl get pods -A --field-selector spec.nodeName=<node> --no-headers | wc -l
  ```
- The load balancer shows the other nodes as healthy
)md";
}

QByteArray writeSampleRun(TempLedger &ledger, const Sample &sample)
{
    const QByteArray run(16, '\x42');
    Writer writer(ledger, run);
    const auto statement = [](const char *note) {
        return Body{{s("source"), s("OperatorStatement")}, {s("by"), s("operator@noc.example")}, {s("note"), s(note)}};
    };
    writer.add("run-started", startBody(sample), {sampleRunbook()});
    for (const char *role : {"node", "lb"})
        writer.add("connected", {{s("role"), s(role)}, {s("key_fingerprint"), s("SHA256:7bqX0yQnXJrsl1N0cZ0mSVb8o0Yk3yG0uKJw3bS1b0U")}});
    writer.output("lb", s("Last login: Mon Sep 21 on pts/0"));
    writer.verdict("answered", "pre", "pre.1", "passed", statement("14 nodes, 61 % used"));
    writer.add("step-passed", {{s("stage"), s("pre")}});
    writer.add("undo-registered", {{s("undo"), s("undo.1")}, {s("stage"), s("1")}, {s("title"), s("Cordon the node")},
                                   {s("reversibility"), 0}, {s("commands"), array({"undo.1.1"})}});
    writer.command("1", "1.1", "kubectl cordon node-07", 0, sample.output);
    writer.add("step-passed", {{s("stage"), s("1")}});
    writer.command("2", "2.1", "kubectl drain node-07 --ignore-daemonsets", 1, s("error: cannot evict pod web-1\n"));
    escalate(writer);
    writer.add("retried", {{s("stage"), s("2")}});
    writer.command("2", "2.1", "kubectl drain node-07 --ignore-daemonsets", 0, s("node/node-07 drained\n"));
    writer.command("2", "2.2", "kubectl get pods -A", 1, s("Unable to connect\n"));
    writer.add("skipped", {{s("stage"), s("2")}, {s("subject"), s("2.2")}, {s("reason"), s("only a look; the check below asks the same")}});
    writer.add("note", {{s("stage"), s("2")}, {s("text"), sample.note}});
    writer.add("step-passed", {{s("stage"), s("2")}});
    writer.verdict("check-verdict", "verify", "verify.1", "passed",
                   {{s("source"), s("ProtocolExit")}, {s("exit"), 0}, {s("output"), s("0\n")}, {s("explanation"), s("the value is 0, expected == 0")}});
    writer.verdict("answered", "verify", "verify.2", "waived", statement("the balancer is in maintenance, ticket 4711"));
    writer.add("step-passed", {{s("stage"), s("verify")}});
    writer.add("run-finished", {{s("verdict"), s("passed with exceptions")}});
    return run;
}

} // namespace holdpoint::testing
