# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""Backup, its verification, recovery and tuning with a real PostgreSQL, tar and rsync."""

import datetime
import pathlib
import shutil
import tarfile

from runs import Book
from world import WorldTest, main, shell, write

PROGRAMS = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))[-1]
DATA = pathlib.Path("/var/lib/postgresql/world")
ROWS = 1200


class PostgresTest(WorldTest):
    def setUp(self):
        super().setUp()
        self.today = datetime.date.today().isoformat()
        self.start_server()
        shell("createdb app")
        self.sql(f"""
            CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint NOT NULL, placed timestamptz DEFAULT now());
            CREATE TABLE customers (id bigint PRIMARY KEY, name text);
            INSERT INTO customers SELECT n, 'customer ' || n FROM generate_series(1, 40) AS n;
            INSERT INTO orders SELECT n, n % 40 + 1 FROM generate_series(1, {ROWS}) AS n;
            CREATE INDEX orders_customer_id_idx ON orders (customer_id);
            CREATE ROLE app LOGIN; GRANT SELECT ON ALL TABLES IN SCHEMA public TO app;""", "app")

    def start_server(self):
        shutil.rmtree(DATA, ignore_errors=True)
        shell(f"install -d -o postgres -g postgres -m 0755 /run/postgresql {DATA.parent}")
        shell(f"setpriv --reuid postgres --regid postgres --init-groups {PROGRAMS}/initdb --no-sync -A trust -U root -D {DATA}",
              cwd="/")
        with open(DATA / "postgresql.conf", "a") as settings:
            settings.write("fsync = off\nlisten_addresses = 'localhost'\nunix_socket_directories = '/run/postgresql'\n"
                           "shared_preload_libraries = 'pg_stat_statements'\nshared_buffers = '32MB'\n")
        self.units.add("postgresql", f"{PROGRAMS}/postgres -D {DATA}", user="postgres", stop="INT",
                       ready="psql -X -At -d postgres -c 'SELECT 1'")

    def sql(self, statements, database="postgres"):
        path = write(self.place.path / "statements.sql", statements)
        return shell(f"psql -X -At -q -v ON_ERROR_STOP=1 -d {database} -f {path}").strip()

    def make_files(self):
        write("/var/www/shop/index.html", "<p>It works.\n")
        write("/var/www/shop/assets/site.css", "body { }\n")
        pathlib.Path("/backup").mkdir(exist_ok=True)
        # What the machine itself keeps in these folders would only make the archives large.
        for folder in ("/var/lib/apt", "/var/lib/dpkg", "/var/lib/gems", "/home"):
            shutil.rmtree(folder, ignore_errors=True)
        write("/var/lib/shop/state", "state\n")
        write("/home/ops/notes", "notes\n")
        shell("printf '%s\\n' '30 2 * * * /usr/local/sbin/system-backup' | crontab -")


class Backup(PostgresTest):
    def setUp(self):
        super().setUp()
        shutil.rmtree("/backup", ignore_errors=True)
        self.make_files()
        self.book = Book(self.place, "6.1-system-backup.md")

    def test_a_backup_is_made_proven_and_published(self):
        outcome = self.run_book(self.book, settings={"min_free_gib": "1"})
        self.assertPassed(outcome, self.book)
        folder = pathlib.Path("/backup") / self.today
        self.assertEqual(pathlib.Path("/backup/latest").resolve(), folder)
        self.assertEqual(folder.stat().st_mode & 0o777, 0o700)
        with tarfile.open(folder / "system-config.tar.gz") as archive:
            names = archive.getnames()
        self.assertIn("etc/passwd", names)
        self.assertIn("var/lib/shop/state", names)
        self.assertFalse([name for name in names if name.startswith("var/lib/postgresql")])
        self.assertEqual((folder / "www/shop/index.html").read_text(), "<p>It works.\n")
        shell(f"cd / && sha256sum --check --quiet {folder}/SHA256SUMS")
        self.the_dumps_can_be_restored(folder)

    def the_dumps_can_be_restored(self, folder):
        shell(f"createdb proof && pg_restore --exit-on-error -d proof {folder}/database.dump")
        self.assertEqual(self.sql("SELECT count(*) FROM orders", "proof"), str(ROWS))
        shell("systemctl stop postgresql")
        self.start_server()
        shell(f"psql -X -q -d postgres -f {folder}/databases.sql")
        self.assertEqual(self.sql("SELECT count(*) FROM orders", "app"), str(ROWS))
        self.assertEqual(self.sql("SELECT rolname FROM pg_roles WHERE rolname = 'app'"), "app")

    def test_a_second_backup_of_the_day_is_taken_back_and_the_first_stays_current(self):
        self.assertPassed(self.run_book(self.book, settings={"min_free_gib": "1"}), self.book)
        before = shell(f"cd /backup/{self.today} && find . -type f | sort | xargs sha256sum")
        outcome = self.run_book(self.book, settings={"min_free_gib": "1", "day": "2001-01-01"}, failing="verify.7")
        self.assertTakenBack(outcome, self.book)
        self.assertEqual(pathlib.Path("/backup/latest").readlink(), pathlib.Path(self.today))
        self.assertEqual(shell(f"cd /backup/{self.today} && find . -type f | sort | xargs sha256sum"), before)
        self.assertEqual(list(pathlib.Path("/backup").glob("*.partial")), [])

    def test_a_server_that_is_down_stops_it_before_anything_is_written(self):
        shell("systemctl stop postgresql")
        outcome = self.run_book(self.book, settings={"min_free_gib": "1"})
        self.assertEqual(outcome.code, 1, outcome)
        self.assertEqual(list(pathlib.Path("/backup").iterdir()), [])


class BackupVerification(PostgresTest):
    def setUp(self):
        super().setUp()
        self.folder = pathlib.Path("/backups/postgresql") / self.today
        self.folder.mkdir(parents=True, exist_ok=True)
        shell(f"pg_dump -Fc -f {self.folder}/database.dump app")
        write(f"/backups/mysql/{self.today}/shop.sql", "CREATE TABLE t (id int);\n-- Dump completed on today\n")
        write("/usr/local/sbin/mysqldump", "#!/bin/sh\necho 'mysqldump of the test'\n", 0o755)
        self.book = Book(self.place, "3.1-database-backup-verification.md")

    def databases(self):
        return self.sql("SELECT datname FROM pg_database").splitlines()

    def test_a_backup_is_restored_counted_and_the_copy_removed(self):
        self.assertPassed(self.run_book(self.book, settings={"min_rows": str(ROWS)}), self.book)
        self.assertNotIn("test_restore", self.databases())

    def test_an_archive_that_is_cut_short_is_found_and_nothing_stays_behind(self):
        dump = self.folder / "database.dump"
        whole = dump.read_bytes()
        dump.write_bytes(whole[:len(whole) * 3 // 4])
        outcome = self.run_book(self.book, failing="verify.4")
        self.assertEqual(outcome.code, 1, outcome)
        self.assertNotEqual(outcome.exits().get("3.2", 1), 0, outcome)
        self.assertEqual(outcome.exits().get("3.rollback.1"), 0, outcome)
        self.assertNotIn("test_restore", self.databases())

    def test_a_table_that_lost_its_rows_fails_the_check(self):
        outcome = self.run_book(self.book, settings={"min_rows": str(ROWS + 1)}, failing="verify.4")
        self.assertEqual(outcome.code, 1, outcome)
        self.assertEqual(outcome.verdicts().get("3.check.1"), "failed", outcome)
        self.assertNotIn("test_restore", self.databases())


class Tuning(PostgresTest):
    def setUp(self):
        super().setUp()
        self.sql("CREATE EXTENSION pg_stat_statements")
        self.book = Book(self.place, "3.2-database-performance-tuning.md")

    def written(self):
        return self.sql("SELECT setting FROM pg_file_settings WHERE name = 'shared_buffers' AND sourcefile LIKE '%auto.conf'")

    def test_a_database_is_measured_and_tuned(self):
        self.assertPassed(self.run_book(self.book, settings={"shared_buffers": "64MB"}), self.book)
        self.assertEqual(self.written(), "64MB")
        self.assertEqual(self.sql("SHOW shared_buffers"), "64MB")

    def test_the_setting_is_taken_back(self):
        outcome = self.run_book(self.book, settings={"shared_buffers": "64MB"}, failing="verify.7")
        self.assertTakenBack(outcome, self.book)
        self.assertEqual(self.written(), "")
        shell("systemctl restart postgresql")
        self.assertEqual(self.sql("SHOW shared_buffers"), "32MB")

    def test_a_slow_statement_is_found(self):
        text = self.book.path.read_text()
        step = "SELECT pg_stat_statements_reset();\n   ```\n"
        self.assertEqual(text.count(step), 1)
        book = Book(self.place, "busy.md", text.replace(step, step + "\n   ```sql {readonly db=app}\n   -- An application that "
                                                        "is slow\n   SELECT pg_sleep(0.2);\n   ```\n"))
        outcome = self.run_book(book, settings={"max_mean_ms": "100"}, failing="verify.7")
        self.assertEqual(outcome.code, 1, outcome)
        self.assertEqual(outcome.verdicts().get("verify.1"), "failed", outcome)


if __name__ == "__main__":
    main(Backup, BackupVerification, Tuning)
