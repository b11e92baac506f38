#include "core/diff/object_comparison.h"

#include <algorithm>
#include <set>

#include "core/diff/field_changes.h"
#include "core/diff/status.h"

namespace noclobber::diff {
namespace {

bool standsWhereItStood(const argo::Declaration &base, const argo::Declaration &head)
{
    return base.blob == head.blob && base.location == head.location && base.application == head.application;
}

bool isHook(const argo::Declaration &declaration)
{
    const auto &annotations = declaration.manifest->annotations;
    return annotations.contains("argocd.argoproj.io/hook") || annotations.contains("helm.sh/hook");
}

ObjectChange emptyChange(const argo::ObjectId &id)
{
    ObjectChange change;
    change.id = id;
    return change;
}

/// An object or a declaration of a generated name that only one commit has.
ObjectChange oneSidedChange(const ObjectPair &pair)
{
    ObjectChange change = emptyChange(pair.id());
    change.status = pair.base != nullptr ? Status::Removed : Status::Added;
    const auto winnerOf = [](const argo::DeclaredObject &object) {
        return object.winner() != nullptr ? std::optional(object.inEffect[0]) : std::nullopt;
    };
    if (pair.base != nullptr) {
        change.base = pair.base->declarations;
        change.baseWinner = winnerOf(*pair.base);
        return change;
    }
    change.head = pair.head->declarations;
    change.headWinner = winnerOf(*pair.head);
    change.flags.contested = pair.head->isContested() && !argo::isGenerated(change.id);
    for (std::size_t i = 0; i < change.head.size(); ++i)
        change.newDeclarations.push_back(i);
    return change;
}

/// Flags and fields that follow from the two declarations that are set against each other.
Result<void> addDifferences(ObjectChange &change, const PairedObject &object, const Places &compared,
                            DeclaredContents &contents)
{
    if (!compared.base || !compared.head)
        return {};
    const argo::Declaration &old = change.base[*compared.base];
    const argo::Declaration &now = change.head[*compared.head];
    change.flags.apiMigrated = old.manifest->apiVersion != now.manifest->apiVersion;
    change.flags.hook = isHook(old) != isHook(now);
    if (object.sides.baseClasses[*compared.base] == object.sides.headClasses[*compared.head])
        return {};
    auto fields = compareDeclarations(old, now, contents);
    if (!fields)
        return fields.error();
    change.fields = std::move(*fields);
    change.flags.recreated = std::any_of(change.fields.begin(), change.fields.end(),
                                         [](const FieldChange &field) { return field.isImmutable; });
    return {};
}

/// Whether a declaration says the same in other words or with other comments.
Result<bool> isReformatted(const PairedObject &object, DeclaredContents &contents)
{
    for (std::size_t h = 0; h < object.head.declarations.size(); ++h) {
        const auto old = object.pairing.baseOf[h];
        if (!old || object.sides.baseClasses[*old] != object.sides.headClasses[h])
            continue;
        const auto isSame = contents.isSameText(object.base.declarations[*old], object.head.declarations[h]);
        if (!isSame)
            return isSame.error();
        if (!*isSame)
            return true;
    }
    return false;
}

bool saysDifferentThings(const std::vector<int> &classes)
{
    return std::any_of(classes.begin(), classes.end(), [&](int number) { return number != classes.front(); });
}

/// Whether copies that said the same in base no longer do, within one Application.
bool didCopiesDrift(const PairedObject &object)
{
    const auto &head = object.head.declarations;
    for (std::size_t i = 0; i < head.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const auto old = object.pairing.baseOf[i];
            const auto other = object.pairing.baseOf[j];
            if (old && other && head[i].application == head[j].application &&
                object.base.declarations[*old].application == object.base.declarations[*other].application &&
                object.sides.baseClasses[*old] == object.sides.baseClasses[*other] &&
                object.sides.headClasses[i] != object.sides.headClasses[j])
                return true;
        }
    }
    return false;
}

Result<PairedObject> pairObject(const ObjectPair &pair, DeclaredContents &contents)
{
    std::vector<const argo::Declaration *> all;
    for (const auto *object : {pair.base, pair.head}) {
        for (const argo::Declaration &declaration : object->declarations)
            all.push_back(&declaration);
    }
    const auto classes = contents.classify(all);
    if (!classes)
        return classes.error();
    const auto middle = classes->begin() + static_cast<std::ptrdiff_t>(pair.base->declarations.size());
    PairedObject object{
        *pair.base,
        *pair.head,
        {pair.base->declarations, pair.head->declarations, {classes->begin(), middle}, {middle, classes->end()}},
        {}};
    auto pairing = pairDeclarations(object.sides, contents);
    if (!pairing)
        return pairing.error();
    object.pairing = std::move(*pairing);
    return object;
}

Result<ObjectChange> compareWhole(const PairedObject &object, DeclaredContents &contents)
{
    const Judgement judgement = judge(object);
    ObjectChange change = emptyChange(object.head.id);
    change.status = judgement.status;
    change.base = object.base.declarations;
    change.head = object.head.declarations;
    change.baseWinner = judgement.winners.base;
    change.headWinner = judgement.winners.head;
    change.flags.contested = object.head.isContested();
    change.flags.deduplicated = judgement.isDeduplicated;
    change.isConflicting = saysDifferentThings(object.sides.headClasses);
    change.baseContents = object.sides.baseClasses;
    change.headContents = object.sides.headClasses;
    for (std::size_t h = 0; h < change.head.size(); ++h) {
        if (!object.pairing.baseOf[h])
            change.newDeclarations.push_back(h);
    }
    if (auto added = addDifferences(change, object, judgement.compared, contents); !added)
        return added.error();
    if (change.status == Status::Unchanged) {
        const auto reformatted = isReformatted(object, contents);
        if (!reformatted)
            return reformatted.error();
        change.flags.formattingOnly = *reformatted;
    }
    return change;
}

argo::DeclaredObject only(const argo::Declaration &declaration)
{
    return {declaration.id, {declaration}, {0}};
}

/// A generated name stands for as many objects as it has declarations.
Result<ObjectOutcome> compareGenerated(const ObjectPair &pair, DeclaredContents &contents)
{
    const argo::DeclaredObject none{pair.id(), {}, {}};
    const ObjectPair both{pair.base != nullptr ? pair.base : &none, pair.head != nullptr ? pair.head : &none};
    const auto whole = pairObject(both, contents);
    if (!whole)
        return whole.error();
    ObjectOutcome outcome;
    for (std::size_t b = 0; b < both.base->declarations.size(); ++b) {
        const argo::DeclaredObject old = only(both.base->declarations[b]);
        const auto partner = whole->pairing.headOf[b];
        if (!partner) {
            outcome.changes.push_back(oneSidedChange({&old, nullptr}));
            continue;
        }
        const argo::DeclaredObject now = only(both.head->declarations[*partner]);
        const PairedObject single{
            old,
            now,
            {old.declarations, now.declarations, {whole->sides.baseClasses[b]}, {whole->sides.headClasses[*partner]}},
            {{0}, {0}}};
        auto change = compareWhole(single, contents);
        if (!change)
            return change.error();
        outcome.changes.push_back(std::move(*change));
    }
    for (std::size_t h = 0; h < both.head->declarations.size(); ++h) {
        const argo::DeclaredObject now = only(both.head->declarations[h]);
        if (!whole->pairing.baseOf[h])
            outcome.changes.push_back(oneSidedChange({nullptr, &now}));
    }
    const auto place = [](const ObjectChange &change) {
        return (change.head.empty() ? change.base : change.head).front().location;
    };
    std::stable_sort(outcome.changes.begin(), outcome.changes.end(),
                     [&](const auto &left, const auto &right) { return place(left) < place(right); });
    return outcome;
}

/// Several declarations in head of an object that base does not have.
Result<ObjectOutcome> compareOneSided(const ObjectPair &pair, DeclaredContents &contents)
{
    ObjectOutcome outcome;
    outcome.changes.push_back(oneSidedChange(pair));
    ObjectChange &change = outcome.changes.front();
    if (change.head.size() < 2)
        return outcome;
    std::vector<const argo::Declaration *> all;
    for (const argo::Declaration &declaration : change.head)
        all.push_back(&declaration);
    const auto classes = contents.classify(all);
    if (!classes)
        return classes.error();
    change.isConflicting = saysDifferentThings(*classes);
    change.headContents = *classes;
    outcome.duplicate = Duplicate{change.id, change.head, change.headWinner, true, change.isConflicting};
    return outcome;
}

/// Whether both commits declare it once, in one file and for one Application.
bool mayOnlyHaveMoved(const ObjectPair &pair)
{
    const auto &base = pair.base->declarations;
    const auto &head = pair.head->declarations;
    return base.size() == 1 && head.size() == 1 && pair.base->inEffect == pair.head->inEffect &&
           base[0].application == head[0].application && base[0].location.path == head[0].location.path;
}

} // namespace

bool isUntouched(const ObjectPair &pair)
{
    if (pair.base == nullptr || pair.head == nullptr || pair.base->inEffect != pair.head->inEffect)
        return false;
    const auto &base = pair.base->declarations;
    const auto &head = pair.head->declarations;
    if (pair.base == pair.head)
        return true; // no file of it changed
    return (head.size() == 1 || argo::isGenerated(pair.head->id)) &&
           std::equal(base.begin(), base.end(), head.begin(), head.end(), standsWhereItStood);
}

Result<ObjectOutcome> compareObject(const ObjectPair &pair, DeclaredContents &contents)
{
    if (argo::isGenerated(pair.id()))
        return compareGenerated(pair, contents);
    if (pair.base == nullptr || pair.head == nullptr)
        return compareOneSided(pair, contents);
    if (mayOnlyHaveMoved(pair)) {
        const auto isSame = contents.haveSameBytes(pair.base->declarations[0], pair.head->declarations[0]);
        if (!isSame)
            return isSame.error();
        if (*isSame)
            return ObjectOutcome();
    }
    const auto object = pairObject(pair, contents);
    if (!object)
        return object.error();
    auto change = compareWhole(*object, contents);
    if (!change)
        return change.error();
    ObjectOutcome outcome;
    if (change->head.size() > 1) {
        const bool isIntroduced = !change->newDeclarations.empty() || didCopiesDrift(*object);
        outcome.duplicate =
            Duplicate{change->id, change->head, change->headWinner, isIntroduced, change->isConflicting};
    }
    outcome.changes.push_back(std::move(*change));
    return outcome;
}

Result<std::vector<FieldChange>> compareDeclarations(const argo::Declaration &base, const argo::Declaration &head,
                                                     DeclaredContents &contents)
{
    const auto old = contents.content(base);
    if (!old)
        return old.error();
    const auto now = contents.content(head);
    if (!now)
        return now.error();
    auto fields = compareContents(**old, **now);
    if (base.id == head.id)
        std::erase_if(fields, [](const FieldChange &field) {
            return field.path == "metadata.namespace" || field.path == "metadata.name";
        });
    return fields;
}

const argo::Declaration &representative(const Few<argo::Declaration> &declarations, std::optional<std::size_t> winner)
{
    return declarations[winner.value_or(0)];
}

} // namespace noclobber::diff
