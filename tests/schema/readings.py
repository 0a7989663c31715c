"""YAML documents as JSON values, as different parsers read them.

An editor (yaml-language-server) reads YAML 1.2 unless it is told otherwise, many libraries read
YAML 1.1, and some take every scalar for a text. What YAML 1.1 takes for a date is a text in JSON, to
which JavaScript adds the time.
"""

import json
import re

import yaml

BASE = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Yaml11(BASE):
    pass


class JavaScript(BASE):
    pass


class Yaml12(BASE):
    yaml_implicit_resolvers = {}


class Texts(BASE):
    yaml_implicit_resolvers = {}


def resolve(loader, tag, pattern, first):
    loader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(pattern), first)


Yaml11.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rows if not tag.endswith(":timestamp")]
    for first, rows in BASE.yaml_implicit_resolvers.items()
}
for loader in Yaml12, Texts:
    resolve(loader, "null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""])
resolve(Yaml12, "bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF"))
resolve(Yaml12, "int", r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", list("-+0123456789"))
resolve(Yaml12, "float",
        r"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
        r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$", list("-+.0123456789"))

LOADERS = {"YAML 1.1": Yaml11, "YAML 1.1 in JavaScript": JavaScript, "YAML 1.2": Yaml12, "texts": Texts}


class Unreadable(Exception):
    """What no parser makes JSON of: broken YAML, anchors that hold themselves, endless nesting."""


def number_of(loader, node, kind):
    text = node.value
    if isinstance(loader, (Yaml11, JavaScript)):
        return loader.construct_yaml_int(node) if kind == "int" else loader.construct_yaml_float(node)
    if text.startswith(("0o", "0x")):
        return int(text[2:], 8 if text[1] == "o" else 16)
    return int(text) if kind == "int" else float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))


def key_of(loader, node, holders):
    """The name that a key gets in JSON, as JavaScript and Python write it."""
    if node.tag.endswith(":timestamp"):
        return node.value
    value = value_of(loader, node, holders)
    return value if isinstance(value, str) else json.dumps(value)


def value_of(loader, node, holders):
    if node in holders:
        raise Unreadable("it holds itself")
    if isinstance(node, yaml.SequenceNode):
        return [value_of(loader, item, [*holders, node]) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {key_of(loader, key, [*holders, node]): value_of(loader, value, [*holders, node])
                for key, value in node.value}
    kind = node.tag.rsplit(":", 1)[-1]
    if kind == "null":
        return None
    if kind == "bool":
        return node.value.lower() in ("yes", "true", "on")
    if kind in ("int", "float"):
        return number_of(loader, node, kind)
    if kind == "timestamp" and len(node.value) == len("YYYY-MM-DD"):
        return node.value + "T00:00:00.000Z"
    return node.value


def documents(text, reading):
    """The documents of a text (bytes) as JSON values; Unreadable where there are none."""
    try:
        loader = LOADERS[reading](text)
        found = []
        while loader.check_node():
            found.append(value_of(loader, loader.get_node(), []))
        return found
    except (yaml.YAMLError, RecursionError, ValueError, UnicodeError) as error:
        raise Unreadable(str(error)) from error


def all_readings(text):
    """Each reading with its documents; readings that come to the same are named once."""
    different = {}
    for reading in LOADERS:
        found = documents(text, reading)
        different.setdefault(repr(found), (reading, found))
    return list(different.values())
