#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the translations are whole: translations.py ROOT LUPDATE. Every text of the code is in every file and translated, with the
same places (%1, %n), tags and line ends, and with every plural of its language. Exit 1 when something is missing."""

import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

# What update_translations gives lupdate (models/report/CMakeLists.txt).
SOURCES = ["models/report", "models/timeline", "models/session/runstate.cpp"]
OPTIONS = ["-silent", "-no-obsolete", "-locations", "none", "-tr-function-alias", "translate+=say"]
PLURALS = {"de": 2, "es": 2, "fr": 2, "it": 2, "nl": 2, "pl": 3}
PLACE = re.compile(r"%(?:L?\d+|n)")
TAG = re.compile(r"</?[a-z][^>]*>")


def messages(path):
    """{(context, text, comment): (translations, unfinished or not, counts or not)}"""
    found = {}
    for context in ElementTree.parse(path).getroot().findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
            found[key] = (forms, "type" in translation.attrib, message.get("numerus") == "yes")
    return found


def texts_of_code(root, lupdate):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "code_pl.ts")
        subprocess.run([lupdate, *OPTIONS, *(os.path.join(root, source) for source in SOURCES), "-ts", path],
                       check=True, stderr=subprocess.DEVNULL)
        return messages(path)


def faults_of(text, form):
    if not form.strip():
        yield "is empty"
    if sorted(PLACE.findall(form)) != sorted(PLACE.findall(text)):
        yield f"has other places: {form}"
    if sorted(TAG.findall(form)) != sorted(TAG.findall(text)):
        yield f"has other tags: {form}"
    if text.endswith((".", ":")) and not form.rstrip().endswith(text[-1]):
        yield f"ends otherwise: {form}"
    if form != form.strip() and text == text.strip():
        yield "has a blank at an end"


def check_file(path, language, code):
    translated = messages(path)
    for key in sorted(code.keys() - translated.keys()):
        yield f"{path}: not in it: {key[0]}: {key[1]}"
    for key in sorted(translated.keys() - code.keys()):
        yield f"{path}: not in the code any more: {key[0]}: {key[1]}"
    for (context, text, _), (forms, is_unfinished, counts) in translated.items():
        if is_unfinished:
            yield f"{path}: unfinished: {context}: {text}"
        if counts and len(forms) != PLURALS[language]:
            yield f"{path}: {len(forms)} plurals of {PLURALS[language]}: {text}"
        for form in forms:
            for fault in faults_of(text, form):
                yield f"{path}: {context}: {text}: {fault}"


def check(root, code):
    findings = []
    for language in PLURALS:
        findings += check_file(os.path.join(root, "translations", f"report_{language}.ts"), language, code)
    return findings


def main(root, lupdate):
    code = texts_of_code(root, lupdate)
    if len(code) < 300:
        return [f"{root}: lupdate found {len(code)} texts; the check would prove nothing"]
    names = {f"report_{language}.ts" for language in PLURALS}
    strangers = set(os.listdir(os.path.join(root, "translations"))) - names
    return check(root, code) + [f"translations/{name}: not one of the languages that are checked" for name in strangers]


if __name__ == "__main__":
    findings = main(*sys.argv[1:])
    print("\n".join(findings) or "nothing found")
    sys.exit(1 if findings else 0)
