"""The status of each identity, base against head: contract section 2, its table from the top down."""
from reading import api_group, in_effect


def leaves(value, path=()):
    if isinstance(value, dict):
        return {k: v for key, item in value.items() for k, v in leaves(item, path + (key,)).items()}
    if isinstance(value, list):
        return {k: v for n, item in enumerate(value) for k, v in leaves(item, path + (n,)).items()}
    return {path: (type(value), value)}


def likeness(a, b):
    """The share of equal leaf values, name and namespace left out."""
    left_out = [("metadata", "name"), ("metadata", "namespace")]
    a, b = ({k: v for k, v in leaves(c).items() if k not in left_out} for c in (a.content(), b.content()))
    return sum(b.get(k) == v for k, v in a.items()) / max(1, len(a.keys() | b.keys()))


def same(a, b):
    return a.content() == b.content()


def pair(base, head):
    """{base declaration: head declaration}, by the order of the contract."""
    partners, left, right = {}, list(base), list(head)
    steps = [lambda b, h: b.place.path == h.place.path and same(b, h), lambda b, h: b.place.path == h.place.path,
             same, lambda b, h: True]
    for fits in steps:
        choices = sorted(((-likeness(b, h), b.application != h.application, i, j)
                          for i, b in enumerate(left) for j, h in enumerate(right) if fits(b, h)))
        taken_left, taken_right = set(), set()
        for _, _, i, j in choices:
            if i not in taken_left and j not in taken_right:
                partners[left[i]] = right[j]
                taken_left.add(i), taken_right.add(j)
        left = [b for i, b in enumerate(left) if i not in taken_left]
        right = [h for j, h in enumerate(right) if j not in taken_right]
    return partners


class Match:
    """One identity that both commits declare."""

    def __init__(self, base, head):
        self.base, self.head = base, head
        self.partners = pair(base, head)
        self.partnered = list(self.partners.values())
        self.effective_base, self.effective_head = in_effect(base), in_effect(head)

    def is_new(self, declaration):
        return declaration not in self.partnered

    def winner(self, effective, declarations, is_old):
        """The declaration in effect; of equal ones in its Application the one with a partner. None while contested."""
        if len(effective) != 1:
            return None
        last = effective[0]
        if is_old(last):
            return last
        equal = [d for d in declarations if d.application == last.application and same(d, last) and is_old(d)]
        return equal[-1] if equal else last

    def in_charge(self):
        """What is in effect in base and in head; None where there is nothing, or nobody can tell."""
        return (self.winner(self.effective_base, self.base, lambda d: d in self.partners),
                self.winner(self.effective_head, self.head, lambda d: not self.is_new(d)))

    def winners(self):
        """The places of what is in effect."""
        return tuple(d and d.place for d in self.in_charge())

    def status(self):
        was, now = self.in_charge()
        if self.is_overwritten(was, now):
            return "overwritten"
        if self.is_shadowed(now):
            return "shadowed"
        if was and now and self.partners.get(was) is now:
            if was.place.path != now.place.path:
                return "moved"
            if not same(was, now):
                return "modified"
        if not (was and now) and self.contender_changed():
            return "modified"
        return "duplicated" if len(self.head) > len(self.base) else "unchanged"

    def is_overwritten(self, was, now):
        if now:
            before = [was] if was else self.effective_base
            return all(self.partners.get(b) is not now and not same(b, now) for b in before)
        before = [was] if was else self.effective_base
        partners = [self.partners.get(b) for b in self.effective_base]
        old = [b for b in before] + [p for p in partners if p]
        return any(d not in partners and not any(same(d, o) for o in old) for d in self.effective_head)

    def is_shadowed(self, now):
        losers = [d for d in self.head if d not in self.effective_head and d is not now]
        rivals = {d: [e for e in self.effective_head if e.application == d.application] or self.effective_head
                  for d in losers}
        if any(self.is_new(d) and not any(same(d, e) for e in rivals[d]) for d in losers):
            return True
        edited = [h for b, h in self.partners.items() if not same(b, h)]
        return bool(edited) and all(h in losers for h in edited)

    def contender_changed(self):
        return any(not same(b, h) for b, h in self.partners.items() if h in self.effective_head)

    def is_contested(self):
        return len(self.effective_head) > 1

    def content_changed(self):
        """Whether what is in effect says something else."""
        return not all(any(same(b, h) for b in self.effective_base) for h in self.effective_head)


def statuses(base, head):
    """{identity: status}; a renamed pair has it at both identities."""
    found = {}
    for id in base.keys() - head.keys():
        found[id] = "removed"
    for id in head.keys() - base.keys():
        found[id] = "added"
    for id in base.keys() & head.keys():
        found[id] = Match(base[id], head[id]).status()
    for gone, come in renames(base, head, found):
        found[gone] = found[come] = "renamed"
    return found


def renames(base, head, found):
    """(removed, added) of one scope, group and kind that are at least 0.8 alike, best pairs first."""
    removed = sorted(id for id, status in found.items() if status == "removed")
    added = sorted(id for id, status in found.items() if status == "added")
    pairs = sorted((-likeness(in_effect(base[r])[-1], in_effect(head[a])[-1]), r, a)
                   for r in removed for a in added if r[:3] == a[:3])
    taken = set()
    for score, gone, come in pairs:
        if score <= -0.8 and not {("-", gone), ("+", come)} & taken:
            taken |= {("-", gone), ("+", come)}
            yield gone, come


def is_rename_open(base, head):
    """Whether what was renamed was contested: the pages do not say which declaration is compared."""
    removed, added = base.keys() - head.keys(), head.keys() - base.keys()
    return any(r[:3] == a[:3] and (len(in_effect(base[r])) > 1 or len(in_effect(head[a])) > 1) and
               any(likeness(b, h) > 0.7 for b in base[r] for h in head[a]) for r in removed for a in added)
