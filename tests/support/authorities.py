#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""Certificate authorities of a test's own, and a time stamp authority (RFC 3161) on the loopback, both made of openssl(1).

    authorities.py make FOLDER      writes certificates and PKCS#12 files (password "secret") into it
    authorities.py serve FOLDER     serves them: prints its port, ends when its standard input does

The address says how it answers: /, /wrong-imprint, /wrong-nonce, /expired, /refuse, /redirect, /error, /large,
/garbage.
"""

import http.server
import pathlib
import subprocess
import sys
import threading

PASSWORD = "secret"
CONFIGURATION = """
[ca]
default_ca = root
[root]
new_certs_dir = {folder}
database = {folder}/index.txt
serial = {folder}/serial
certificate = {folder}/ca.pem
private_key = {folder}/ca.key
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
[req]
distinguished_name = name
[name]
[authority]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
[stamps]
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[signs]
keyUsage = critical,digitalSignature,nonRepudiation
[enciphers]
keyUsage = critical,keyEncipherment
[tsa]
default_tsa = tsa-good
[tsa-good]
serial = {folder}/tsa-serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
[tsa-refuse]
serial = {folder}/tsa-serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha512
ess_cert_id_alg = sha256
"""


def openssl(*arguments, **options):
    return subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True, **options).stdout


def certificate(folder, name, extensions, start="20200101000000Z", end="20991231235959Z", key=("-newkey", "rsa:2048")):
    """NAME.key and NAME.pem, by the folder's authority."""
    openssl("req", "-new", *key, "-nodes", "-keyout", folder / f"{name}.key", "-out", folder / f"{name}.csr",
            "-subj", f"/CN={name}", "-config", folder / "openssl.cnf")
    openssl("ca", "-batch", "-notext", "-config", folder / "openssl.cnf", "-in", folder / f"{name}.csr", "-out",
            folder / f"{name}.pem", "-extensions", extensions, "-startdate", start, "-enddate", end)


def root(folder, name):
    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "20000", "-keyout", folder / f"{name}.key", "-out",
            folder / f"{name}.pem", "-subj", f"/CN={name}", "-extensions", "authority", "-config", folder / "openssl.cnf")


def self_signed(folder, name, *key):
    openssl("req", "-x509", *key, "-nodes", "-days", "20000", "-keyout", folder / f"{name}.key", "-out", folder / f"{name}.pem",
            "-subj", f"/CN={name}", "-extensions", "signs", "-config", folder / "openssl.cnf")


def pkcs12(folder, name):
    openssl("pkcs12", "-export", "-in", folder / f"{name}.pem", "-inkey", folder / f"{name}.key", "-certfile", folder / "ca.pem",
            "-passout", f"pass:{PASSWORD}", "-out", folder / f"{name}.p12")


def make(folder):
    folder = pathlib.Path(folder)
    (folder / "openssl.cnf").write_text(CONFIGURATION.format(folder=folder))
    (folder / "index.txt").write_text("")
    for serial in ("serial", "tsa-serial"):
        (folder / serial).write_text("01\n")
    root(folder, "ca")
    root(folder, "other-ca")
    certificate(folder, "tsa", "stamps")
    certificate(folder, "tsa-expired", "stamps", end="20210101000000Z")
    certificate(folder, "signer", "signs")
    certificate(folder, "expired", "signs", end="20210101000000Z")
    certificate(folder, "enciphers", "enciphers")
    certificate(folder, "curve", "signs", key=("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"))
    self_signed(folder, "ed25519", "-newkey", "ed25519")
    self_signed(folder, "short", "-newkey", "rsa:1024")
    for name in ("signer", "expired", "enciphers", "curve", "ed25519", "short"):
        pkcs12(folder, name)
    openssl("pkcs12", "-export", "-nokeys", "-in", folder / "signer.pem", "-passout", f"pass:{PASSWORD}", "-out",
            folder / "keyless.p12")


class TimestampAuthority(http.server.BaseHTTPRequestHandler):
    folder = pathlib.Path()
    turn = threading.Lock()  # openssl counts in one file

    def reply(self, question, section="tsa-good", signer="tsa", *options):
        with self.turn:
            query, answer = self.folder / "query.tsq", self.folder / "answer.tsr"
            query.write_bytes(question)
            answer.unlink(missing_ok=True)
            subprocess.run(["openssl", "ts", "-reply", "-config", self.folder / "openssl.cnf", "-section", section, "-queryfile",
                            query, "-signer", self.folder / f"{signer}.pem", "-inkey", self.folder / f"{signer}.key", "-chain",
                            self.folder / "ca.pem", "-out", answer, *options], check=False, capture_output=True)
            return answer.read_bytes()

    def question(self, data):
        return openssl("ts", "-query", "-sha256", "-cert", "-data", "/dev/stdin", input=data)

    def digest_again(self, question):
        """The same question with a nonce of its own."""
        text = openssl("ts", "-query", "-in", "/dev/stdin", "-text", input=question).decode()
        lines = text.partition("Message data:\n")[2].partition("Policy OID")[0].splitlines()
        digits = "".join(line.partition(" - ")[2][:48].replace("-", " ").replace(" ", "") for line in lines)
        return openssl("ts", "-query", "-sha256", "-cert", "-digest", digits)

    def do_POST(self):
        question = self.rfile.read(int(self.headers["Content-Length"]))
        status, headers, body = 200, {}, b""
        if self.headers["Content-Type"] != "application/timestamp-query":
            status = 415
        elif self.path == "/wrong-imprint":
            body = self.reply(self.question(b"something else"))
        elif self.path == "/wrong-nonce":
            body = self.reply(self.digest_again(question))
        elif self.path == "/expired":
            body = self.reply(question, "tsa-good", "tsa-expired")
        elif self.path == "/refuse":
            body = self.reply(question, "tsa-refuse")
        elif self.path == "/redirect":
            status, headers = 307, {"Location": "file:///etc/hostname"}
        elif self.path == "/error":
            status = 503
        elif self.path == "/large":
            body = b"\0" * 1_000_000
        elif self.path == "/garbage":
            body = b"<html>sign in</html>"
        else:
            body = self.reply(question)
        self.send_response(status)
        for name, value in {"Content-Type": "application/timestamp-reply", "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def serve(folder):
    """A server that runs on a thread of its own; the caller shuts it down."""
    handler = type("Handler", (TimestampAuthority,), {"folder": pathlib.Path(folder)})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(sys.argv[2])
    else:
        print(serve(sys.argv[2]).server_port, flush=True)
        sys.stdin.read()
