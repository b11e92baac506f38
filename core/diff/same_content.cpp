#include <algorithm>

#include "core/diff/canonical_form.h"
#include "core/diff/field_changes.h"

namespace noclobber::diff {
namespace {

enum class Answer { Same, Unsure, Different }; ///< of several the last one counts

/// Sets two contents against each other, value by value. What may be one thing in two spellings leaves it unsure.
class SideBySide
{
public:
    SideBySide(const Subject &subject, Identity identity) : m_subject(subject), m_identity(identity) {}

    Answer compare(const yaml::Node &base, const yaml::Node &head)
    {
        if (base.type == yaml::NodeType::Mapping && head.type == yaml::NodeType::Mapping)
            return compareMappings(base, head);
        if (base.type == yaml::NodeType::Sequence && head.type == yaml::NodeType::Sequence)
            return compareLists(base, head);
        if (base.type == head.type && base.scalar == head.scalar)
            return Answer::Same;
        return kube::isQuantityField(m_place.plain()) ? Answer::Unsure : Answer::Different;
    }

private:
    Answer compareMappings(const yaml::Node &base, const yaml::Node &head)
    {
        Answer answer = Answer::Same;
        std::size_t shared = 0;
        for (std::size_t i = 0; i < base.fields.size() && answer != Answer::Different; ++i) {
            const yaml::Field &old = base.fields[i];
            const bool isInPlace = i < head.fields.size() && head.fields[i].key == old.key; // as a rule
            const yaml::Node *now = isInPlace ? &head.fields[i].value : head.find(old.key);
            shared += now != nullptr ? 1 : 0;
            answer = std::max(answer, compareFields(old.key, &old.value, now));
        }
        for (std::size_t i = 0; shared < head.fields.size() && i < head.fields.size(); ++i) {
            const yaml::Field &now = head.fields[i];
            if (answer != Answer::Different && base.find(now.key) == nullptr)
                answer = std::max(answer, compareFields(now.key, nullptr, &now.value));
        }
        return answer;
    }

    Answer compareFields(const std::string &key, const yaml::Node *base, const yaml::Node *head)
    {
        m_place.enterKey(key);
        Answer answer = base != nullptr && head != nullptr ? compare(*base, *head) : Answer::Different;
        if (answer != Answer::Same && isLeftOut(m_place.plain(), m_identity))
            answer = Answer::Same;
        m_place.leave();
        return answer;
    }

    Answer compareLists(const yaml::Node &base, const yaml::Node &head)
    {
        if (base.items.size() != head.items.size())
            return Answer::Different;
        Answer answer = Answer::Same;
        for (std::size_t i = 0; i < base.items.size() && answer != Answer::Different; ++i)
            answer = std::max(answer, compare(base.items[i], head.items[i]));
        const bool mayBeReordered = answer == Answer::Different &&
                                    !kube::listKey(m_subject.group, m_subject.kind, m_place.plain()).orderMatters;
        return mayBeReordered ? Answer::Unsure : answer;
    }

    const Subject &m_subject;
    Identity m_identity;
    Place m_place;
};

} // namespace

bool isSameContent(const yaml::Node &base, const yaml::Node &head, Identity identity)
{
    const Subject subject = subjectOf(base); // where head's is another, its kind or apiVersion differs
    const Answer answer = subject.isSecret ? Answer::Unsure : SideBySide(subject, identity).compare(base, head);
    return answer == Answer::Same ||
           (answer == Answer::Unsure && canonicalForm(base, identity) == canonicalForm(head, identity));
}

} // namespace noclobber::diff
