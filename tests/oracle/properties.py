"""What every review must hold, whatever it reviews. Takes the answer of review_cases."""
import collections

from reading import Id, Place, Reading, is_open

STATUSES = ["added", "overwritten", "shadowed", "duplicated", "modified", "moved", "renamed", "removed", "unknown",
            "unchanged", "formattingOnly"]


def identity(entry):
    found = entry["identity"] if "identity" in entry else entry
    return Id(*(found[part] for part in Id._fields))


def statuses(review):
    """Both halves of a rename are listed."""
    return {identity(change): change["status"] for change in review["changes"]}


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


def broken(answer, base, head):
    """What does not hold, a line each. What the pages leave open about the reading is not asked."""
    review = answer["review"]
    wrong = [*partition(review), *verdict(review)]
    if not is_open(base, head):
        wrong += chains(review, base, head)
    if "same" in answer:
        wrong += [*nothing_happens(answer["same"]), *mirrored(review, answer["reversed"])]
        wrong += [] if is_open(base, head) else objects_agree(answer["objects"], base, head)
    return [f"property: {line}" for line in wrong]


def chains(review, base, head):
    """Each effect starts at a change, and each link holds (contract 3)."""
    changed = statuses(review)
    for effect in review["effects"]:
        chain = [identity(link) for link in effect["because"]]
        name = "/".join(identity(effect))
        if not chain or chain[-1] != identity(effect):
            yield f"the chain of {name} does not end at it"
            continue
        if changed.get(chain[0], "unchanged") == "unchanged" and not coverage_changed(chain[0], base, head):
            yield f"the chain of {name} starts at {'/'.join(chain[0])}, which does not change"
        for cause, result in zip(chain, chain[1:]):
            if not is_link(cause, result, base, head):
                yield f"the chain of {name} goes from {'/'.join(cause)} to {'/'.join(result)}, which hang together in no way"
        if not all(link["reason"].strip() for link in effect["because"]):
            yield f"the chain of {name} lacks a reason"


def coverage_changed(id, base, head):
    """Whether other Applications read an object, or an Application other files than before or other texts in them."""
    readers = [{d.application for d in reading.declarations.get(id, [])} for reading in (base, head)]
    if readers[0] != readers[1]:
        return True

    def read(reading):
        return {path: reading.tree[path] for path, readers in reading.coverage.items() if id in [a.id for a, _ in readers]}
    return id.kind == "Application" and read(base) != read(head)


def is_link(cause, result, base, head):
    if cause.kind == "Application":
        return any(d.application == cause for r in (base, head) for d in r.declarations.get(result, []))
    if cause.scope != result.scope:
        return False
    if cause[1:3] == ("", "Namespace"):
        return result.namespace == cause.name
    if cause.kind == "CustomResourceDefinition":
        return any((d.manifest["spec"]["group"], d.manifest["spec"]["names"]["kind"]) == result[1:3]
                   for d in base.declarations.get(cause, []))
    if cause.kind == "StatefulSet":
        return result.kind == "PersistentVolumeClaim" and f"-{cause.name}-" in result.name
    return False


def partition(review):
    """Each identity of both commits has one status, and the counts add up (contract 5)."""
    summary = review["summary"]
    for id, times in collections.Counter(identity(change) for change in review["changes"]).items():
        if times > 1:
            yield f"{'/'.join(id)} has {times} statuses"
    listed = collections.Counter(change["status"] for change in review["changes"])
    for status in STATUSES[:-2]:
        if status != "unchanged" and summary[status] != listed[status]:
            yield f"{listed[status]} objects are {status}, and the summary says {summary[status]}"
    both = sum(summary[status] for status in STATUSES)
    pairs = summary["renamed"] // 2
    sides = {"base": both - summary["added"] - pairs, "head": both - summary["removed"] - pairs}
    if not summary["unknown"] and sides != summary["objects"]:
        yield f"the statuses add up to {sides}, and there are {summary['objects']}"


def verdict(review):
    """A deletion of something with state is never passed over."""
    adopted = {identity(effect) for effect in review["effects"] if effect["effect"] == "adopted"}
    for effect in review["effects"]:
        if identity(effect).kind == "Application":
            continue  # what it takes along speaks for it
        if any(identity(link) in adopted for link in effect["because"]):
            continue  # who syncs first decides: a warning (contract 7, shared-object-removed)
        holds_data = effect["stateful"] or effect["dataFate"] in ("lost", "at-risk", "retained")
        if holds_data and effect["effect"] in ("pruned", "cascade-deleted", "recreated"):
            if review["verdict"] != "block" or not review["destructive"]:
                yield f"{'/'.join(identity(effect))} is {effect['effect']}, and the verdict is {review['verdict']}"
        if holds_data and effect["effect"] == "prune-pending" and review["verdict"] == "pass":
            yield f"{'/'.join(identity(effect))} is {effect['effect']}, and the verdict is pass"


def nothing_happens(same):
    """A commit against itself."""
    changes = {id: status for id, status in statuses(same).items() if status != "unchanged"}
    if changes or same["effects"] or same["verdict"] != "pass":
        yield f"a commit against itself: {len(changes)} changes, {len(same['effects'])} effects, {same['verdict']}"


def mirrored(review, back):
    """Head against base: what was added is removed."""
    there, here = both_ways(review), both_ways(back)
    if (there["added"], there["removed"]) != (here["removed"], here["added"]):
        yield "the other way round other objects are added or removed"


def both_ways(review):
    found = collections.defaultdict(set)
    for change in review["changes"]:
        if change.get("renamedFrom"):
            found["removed"].add(identity(change["renamedFrom"]))
            found["added"].add(identity(change))
        elif change["status"] in ("added", "removed"):
            found[change["status"]].add(identity(change))
    return found


def objects_agree(objects, base, head):
    """`noclobber objects` of each commit."""
    for side, reading in (("base", base), ("head", head)):
        alone = Reading(reading.tree, reading.cluster_kinds)
        listed = {identity(o): sorted(placed(d) for d in o["declarations"]) for o in objects[side]["objects"]}
        expected = {id: sorted((d.place, "/".join(d.application[3:]) if d.application else "") for d in ds)
                    for id, ds in alone.declarations.items()}
        for id in sorted(listed.keys() | expected.keys()):
            if listed.get(id) != expected.get(id):
                yield f"objects of {side}: {'/'.join(id)} is at {listed.get(id)}, not {expected.get(id)}"


def placed(declaration):
    return Place(declaration["path"], declaration["document"], declaration["item"]), declaration["application"] or ""
