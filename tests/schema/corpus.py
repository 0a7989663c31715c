"""The YAML files of the repository, and the criteria that they go with."""

import re

from judge import kind_of

FOLDERS = ("criteria", "examples", "bench", "tests/golden", "tests/fuzz/corpus", "tests/schema/seeds")


def yaml_files(folder):
    return sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".yml") and path.is_file())


def files_of(case):
    """The files below tests/golden that the command lines of a golden case name, in folders too."""
    golden = case.parent.parent.resolve()
    found = []
    for word in re.findall(r"[^\s'\"]+", (case / "cmd").read_text("utf-8", "replace")):
        path = (case / word.split("=")[-1]).resolve()
        if golden not in path.parents:
            continue
        if path.is_dir() and path != case.resolve():
            found += yaml_files(path)
        elif path.suffix in (".yaml", ".yml") and path.is_file():
            found.append(path)
    return sorted(set(found))


def pairs(root, judge):
    """Each file by itself, and with the criteria of its golden case, if these have no errors."""
    for folder in FOLDERS:
        for path in yaml_files(root / folder):
            yield path, None
    for command in sorted((root / "tests/golden").glob("*/*/cmd")):
        files = files_of(command.parent)
        kinds = {path: kind_of(path.read_bytes()) for path in files}
        criteria = [path for path in files if kinds[path] == "criteria"]
        if len(criteria) == 1 and not judge.errors(criteria[0], None):
            for path in files:
                if kinds[path] not in (None, "criteria"):
                    yield path, criteria[0]
    for path in yaml_files(root / "examples/helpdesk"):
        yield path, root / "criteria/bpo-support.yaml"
