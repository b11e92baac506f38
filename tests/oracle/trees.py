"""A commit's files as Python values, and the same as text.

A tree is {path: File}. Nothing here knows what the documents mean.
"""
import dataclasses
import json
import re


@dataclasses.dataclass
class File:
    documents: list
    comment: str = ""  # stands before the first document


def to_files(tree):
    """{path: text}, as git has it."""
    return {path: to_text(file) for path, file in tree.items()}


def to_text(file):
    text = f"# {file.comment}\n" if file.comment else ""
    return text + "---\n".join("\n".join(lines(document)) + "\n" for document in file.documents)


def lines(value, indent=""):
    """A mapping or a sequence as YAML in block style."""
    written = []
    items = value.items() if isinstance(value, dict) else ((None, item) for item in value)
    for key, item in items:
        start = f"{indent}- " if key is None else f"{indent}{scalar(key)}:"
        if isinstance(item, (dict, list)) and item:
            inner = lines(item, indent + "  ")
            if key is None:
                inner[0] = start + inner[0][len(indent) + 2:]
                written += inner
            else:
                written += [start, *inner]
        else:
            written.append(start + (" " if key is not None else "") + scalar(item))
    return written


def scalar(value):
    if isinstance(value, str) and re.fullmatch(r"[A-Za-z][A-Za-z0-9./_-]*", value):
        if value.lower() not in ("y", "n", "yes", "no", "on", "off", "true", "false", "null"):
            return value
    return json.dumps(value)  # JSON's scalars, [] and {} are YAML


def read_folder(folder):
    """A tree from disk, for fixtures; needs PyYAML."""
    import pathlib

    import count_objects

    tree = {}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if not path.is_file():
            continue
        text = path.read_bytes()
        name = path.relative_to(folder).as_posix()
        is_read = name.endswith((".yaml", ".yml", ".json"))
        documents = [d for d in count_objects.documents(str(path)) if isinstance(d, dict)] if is_read else []
        tree[name] = File(documents, "+argocd:skip-file-rendering" if b"+argocd:skip-file-rendering" in text else "")
    return tree
