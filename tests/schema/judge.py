"""The two judges of a file: the program, and a schema that it printed."""

import json
import os
import re
import subprocess
import threading
from pathlib import Path

import jsonschema

import readings

KINDS = ("criteria", "profile", "answers", "ratings", "decisions")

# What a file by itself cannot be blamed for.


def kind_of(text):
    """The kind by the key that begins a line, as the program finds it in what it cannot read."""
    found = re.search(rb"^(?:\xef\xbb\xbf)?[\"']?shortlist-([a-z]+)[\"']?\s*:", text, re.MULTILINE)
    kind = found and found.group(1).decode()
    return kind if kind in KINDS else None


class Judge:
    def __init__(self, binary, root):
        self.binary = str(Path(binary).resolve())
        self.root = root
        self.validators = {}
        self.lock = threading.RLock()  # older validators cannot be shared by threads
        self.environment = {
            **os.environ,
            "LC_ALL": "C",
            "SOURCE_DATE_EPOCH": "1795219200",  # 2026-11-21
            "SHORTLIST_CRITERIA": str(root / "criteria"),
        }

    def run(self, *arguments):
        return subprocess.run([self.binary, *map(str, arguments)], env=self.environment,
                              stdin=subprocess.DEVNULL, capture_output=True)

    def errors(self, path, criteria):
        """The codes of the errors of a file, by itself or with criteria."""
        with_criteria = ["-c", criteria] if criteria else []
        done = self.run("check", "-q", "--format", "json", path, *with_criteria)
        report = json.loads(done.stdout)
        codes = {found["code"] for found in report["diagnostics"] if found["severity"] == "error"}
        if done.returncode != (1 if codes else 0):
            raise RuntimeError(f"{path}: exit status {done.returncode}\n{done.stderr.decode()}")
        return codes

    def validator(self, kind, criteria):
        with self.lock:
            if (kind, criteria) not in self.validators:
                done = self.run("schema", kind, *(["-c", criteria] if criteria else []))
                if done.returncode != 0:
                    raise RuntimeError(f"schema {kind} -c {criteria}: {done.stderr.decode()}")
                schema = json.loads(done.stdout)
                jsonschema.Draft7Validator.check_schema(schema)
                self.validators[kind, criteria] = jsonschema.Draft7Validator(schema)
            return self.validators[kind, criteria]

    def complaint(self, path, kind, criteria):
        """What the schema says against a file in some reading, or None."""
        validator = self.validator(kind, criteria)
        for reading, documents in readings.all_readings(path.read_bytes()):
            for document in documents:
                with self.lock:
                    error = next(validator.iter_errors(document), None)
                if error is not None:
                    place = "/".join(map(str, error.absolute_path))
                    return f"{reading}: at /{place}: {error.message[:300]}"
        return None

    def compare(self, path, criteria):
        """A fault where the schema, or the parsers, reject what the program accepts."""
        kind = kind_of(path.read_bytes())
        if kind is None:
            return None
        try:
            complaint = self.complaint(path, kind, criteria)
        except readings.Unreadable as error:
            complaint = f"cannot be read: {error}"
        if complaint is None or self.errors(path, criteria):
            return None
        return f"{path}: accepted by the program{f' with {criteria}' if criteria else ''}\n  {complaint}"

    def expect(self, case, path, criteria):
        """A fault where a case is not judged as it says."""
        complaint = self.complaint(path, case.kind, criteria)
        errors = self.errors(path, criteria)
        if case.good and (complaint or errors):
            return f"{case.text}\n  should pass: {complaint or errors}"
        if not case.good and complaint is None:
            return f"{case.text}\n  should be rejected by the schema"
        if not case.good and not errors:
            return f"{case.text}\n  is accepted by the program\n  {complaint}"
        return None
