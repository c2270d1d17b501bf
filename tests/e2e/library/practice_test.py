# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every runbook of the library on the practice host: from start to end, and all the way back."""

import re
import sys
import unittest

from runs import LIBRARY, Book, Outcome, Person, Workspace, run

CONNECTION_LOST = 3
GO_BACK = "Rehearsed: from here everything is taken back"


class Rehearsal:
    """What is asked of every runbook."""

    name = ""
    settings = ()
    keys = None
    more = ()
    verdict = "passed"
    before_the_end = ""  # a check that stands where the run is to be turned round, when its last check is too late

    def setUp(self):
        self.place = Workspace()
        self.addCleanup(self.place.close)

    def arguments(self):
        return ["--practice", *(part for setting in self.settings for part in ("--set", setting))]

    def rehearse(self, book, person):
        return run(self.place, book, person, *self.arguments(), keys=self.keys)

    def test_it_runs_from_start_to_end(self):
        book = Book(self.place, self.name)
        outcome = self.rehearse(book, Person(book, more=self.more))
        self.assertEqual(outcome.code, 0, outcome)
        self.assertEqual((outcome.events[-1]["event"], outcome.events[-1]["verdict"]), ("run-finished", self.verdict), outcome)
        self.assertEqual(len(outcome.named("step-passed")) + len(outcome.named("skipped")),
                         len(book.shown["steps"]) + bool(book.shown["prerequisites"]) + bool(book.shown["checks"]), outcome)
        self.assertEqual(set(outcome.exits()), {command["id"] for command in book.commands()})
        self.assertEqual(outcome.verdicts(), {check["id"]: "passed" for check in book.checks()})

    def test_it_is_taken_back_from_its_end(self):
        text = (LIBRARY / self.name).read_text()
        turned = self.turned(text)
        book = Book(self.place, "turned.md", turned)
        if not book.undoing():
            self.assertEqual([], [command for command in book.commands() if "readonly" not in command["attributes"]])
            return
        failing = next(check["id"] for check in book.manual() if check["text"] == GO_BACK)
        outcome = self.rehearse(book, Person(book, failing, self.more))
        self.assertEqual(outcome.code, 1, outcome)
        self.assertEqual(outcome.verdicts().get(failing), "failed", outcome)
        self.assertEqual(outcome.events[-1]["event"], "run-finished", outcome)
        self.assertTrue(outcome.named("rollback-finished"), outcome)
        exits = outcome.exits()
        self.assertEqual({command["id"]: exits.get(command["id"]) for command in book.undoing()},
                         {command["id"]: 0 for command in book.undoing()}, outcome)

    def turned(self, text):
        """The runbook with one more check, which the person fails."""
        if self.before_the_end:
            self.assertEqual(text.count(self.before_the_end), 1)
            return text.replace(self.before_the_end, f"   - {GO_BACK}\n{self.before_the_end}")
        start = re.search(r"^\*\*Verification\*\*:$", text, re.M)
        if not start:
            return text
        end = text.index("\n\n**", start.end())
        return f"{text[:end]}\n- {GO_BACK}{text[end:]}"



class VirtualMachine(Rehearsal, unittest.TestCase):
    name = "1.1-virtual-machine-deployment.md"
    settings = ("vm_name=web-3",)


class ClusterScaling(Rehearsal, unittest.TestCase):
    name = "1.2-kubernetes-cluster-scaling.md"


class Incident(Rehearsal, unittest.TestCase):
    name = "2.1-security-incident-response.md"
    settings = ("alert_id=A-1042", "case_id=CASE-7", "suspicious_ip=203.0.113.66", "user_id=jdoe", "server_id=web-1")


class Certificate(Rehearsal, unittest.TestCase):
    name = "2.2-certificate-renewal.md"


class BackupVerification(Rehearsal, unittest.TestCase):
    name = "3.1-database-backup-verification.md"


class Tuning(Rehearsal, unittest.TestCase):
    name = "3.2-database-performance-tuning.md"


class Connectivity(Rehearsal, unittest.TestCase):
    name = "4.1-network-connectivity-troubleshooting.md"


class LoadBalancer(Rehearsal, unittest.TestCase):
    """Its editor is left by a person at a terminal."""

    name = "4.2-load-balancer-configuration.md"
    keys = b"\x1b:%s/balance roundrobin/balance leastconn/e\r:wq\r"


class Alert(Rehearsal, unittest.TestCase):
    name = "5.1-alert-investigation.md"


class Backup(Rehearsal, unittest.TestCase):
    name = "6.1-system-backup.md"


class Recovery(Rehearsal, unittest.TestCase):
    name = "6.2-disaster-recovery.md"


class Shutdown(Rehearsal, unittest.TestCase):
    """Its last step ends the session, as the machine's end would. What is left is answered when the host is there again;
    the way back starts in the step before."""

    name = "7.1-emergency-shutdown.md"
    settings = ("incident_lead=R. Duty, 12:00 UTC",)
    before_the_end = "   - The machines are off\n"

    def rehearse(self, book, person):
        outcome = super().rehearse(book, person)
        if outcome.code == CONNECTION_LOST and outcome.events[-1].get("command") == "6.1":
            rest = run(self.place, book, person, "--practice", resume=outcome.events[0]["run"])
            return Outcome(rest.code, outcome.events + rest.events, rest.errors)
        return outcome


class Contacts(Rehearsal, unittest.TestCase):
    """Calls that only people can make: unattended, nobody has."""

    name = "7.2-emergency-contacts.md"
    verdict = "passed with exceptions"


class Exercise(Rehearsal, unittest.TestCase):
    """Its service starts at the second attempt only; that is what it teaches."""

    name = "practice-broken-web.md"
    more = ("  - on-failure: '4.1'", "    choose: retry")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]], verbosity=1)
