"""What every review must hold, whatever it reviews. Takes the answer of review_cases."""
from reading import Id, Place

STATUSES = ["added", "overwritten", "shadowed", "duplicated", "modified", "moved", "renamed", "removed", "unknown",
            "unchanged", "formattingOnly"]


def identity(entry):
    found = entry["identity"] if "identity" in entry else entry
    return Id(*(found[part] for part in Id._fields))


def statuses(review):
    found = {}
    for change in review["changes"]:
        for entry in filter(None, [change, change.get("renamedFrom")]):
            found[identity(entry)] = change["status"]
    return found


def winners(review):
    """identity: (place of base's winner, place of head's); None where there is none."""
    found = {}
    for change in review["changes"]:
        if change["status"] != "renamed":
            sides = (change["declarations"][side] for side in ("base", "head"))
            found[identity(change)] = tuple(winner(declarations) for declarations in sides)
    return found


def winner(declarations):
    places = [Place(d["path"], d["document"], d["item"]) for d in declarations if d["winner"]]
    return places[0] if len(places) == 1 else tuple(places) or None


def broken(answer):
    return []
