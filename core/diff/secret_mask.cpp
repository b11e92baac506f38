#include "core/diff/secret_mask.h"

#include "core/base/digest.h"
#include "core/base/text.h"
#include "core/diff/credential_mask.h"
#include "core/diff/field_changes.h"
#include "core/diff/place.h"

namespace noclobber::diff {
namespace {

constexpr std::string_view lastApplied = "kubectl.kubernetes.io/last-applied-configuration";

/// What the cluster would hold, after a letter: what it would refuse is compared as it is written, and equals nothing
/// that it takes.
std::string storedBytes(const yaml::Node &value, bool isEncoded)
{
    if (value.type == yaml::NodeType::Null)
        return "t";
    if (value.type != yaml::NodeType::String)
        return 'j' + yaml::toCanonicalJson(value);
    if (!isEncoded)
        return 't' + value.scalar;
    const auto decoded = fromBase64(value.scalar);
    return decoded ? 't' + *decoded : 'r' + value.scalar;
}

bool isValueField(std::string_view plainPath)
{
    return plainPath == "data" || plainPath == "stringData";
}

/// Everything at and below the place is secret, keys of a mapping excepted.
yaml::Node maskedValues(const yaml::Node &node)
{
    if (node.type == yaml::NodeType::Null)
        return node;
    if (node.type != yaml::NodeType::Mapping)
        return mask(false, node.line);
    yaml::Node result = node;
    for (yaml::Field &field : result.fields)
        field.value = mask(false, field.value.line);
    return result;
}

const yaml::Node *annotation(const yaml::Node &content)
{
    return content.find({"metadata", "annotations", lastApplied});
}

/// Turns the masks of values that the other side holds differently into the mask that says so.
void markChanged(yaml::Node &masked, const yaml::Node &content, const yaml::Node &other)
{
    const auto values = secretValues(content);
    const auto others = secretValues(other);
    const auto differs = [&](const std::string &key) {
        const auto mine = values.find(key);
        const auto theirs = others.find(key);
        return mine != values.end() && theirs != others.end() && mine->second.bytes != theirs->second.bytes;
    };
    for (yaml::Field &field : masked.fields) {
        if (!isValueField(field.key))
            continue;
        if (field.value.type != yaml::NodeType::Mapping && differs({}))
            field.value = mask(true, field.value.line);
        for (yaml::Field &value : field.value.fields) {
            if (differs(value.key))
                value.value = mask(true, value.value.line);
        }
    }
}

void markChangedAnnotation(yaml::Node &masked)
{
    for (yaml::Field &top : masked.fields) {
        for (yaml::Field &field : top.value.fields) {
            for (yaml::Field &note : field.value.fields) {
                if (top.key == "metadata" && field.key == "annotations" && note.key == lastApplied)
                    note.value = mask(true, note.value.line);
            }
        }
    }
}

} // namespace

yaml::Node mask(bool isChanged, int line)
{
    yaml::Node node;
    node.type = yaml::NodeType::String;
    node.scalar = isChanged ? changedMaskText : maskText;
    node.line = line;
    return node;
}

bool isSecretField(std::string_view plainPath)
{
    const std::string_view top = plainPath.substr(0, plainPath.find('.'));
    return isValueField(top) || (plainPath.starts_with("metadata.annotations.") &&
                                 plainPath.substr(std::string_view("metadata.annotations.").size()) == lastApplied);
}

yaml::Node maskedSubtree(const yaml::Node &node, const std::string &plainPath)
{
    if (isValueField(plainPath))
        return maskedValues(node);
    if (isSecretField(plainPath))
        return mask(false, node.line);
    if (!plainPath.empty() && plainPath != "metadata" && plainPath != "metadata.annotations")
        return node;
    yaml::Node result = node;
    for (yaml::Field &field : result.fields)
        field.value = maskedSubtree(field.value, plainPath.empty() ? field.key : plainPath + '.' + field.key);
    return result;
}

std::map<std::string, SecretValue> secretValues(const yaml::Node &secret)
{
    std::map<std::string, SecretValue> values;
    for (const std::string_view place : {"data", "stringData"}) {
        for (const yaml::Field &field : secret.fields) {
            if (field.key != place || field.value.type == yaml::NodeType::Null)
                continue;
            const bool isEncoded = place == "data";
            if (field.value.type != yaml::NodeType::Mapping)
                values[{}] = {storedBytes(field.value, false), field.key, &field.value, field.line};
            for (const yaml::Field &value : field.value.fields)
                values[value.key] = {storedBytes(value.value, isEncoded), field.key, &value.value, value.line};
        }
    }
    return values;
}

yaml::Node maskSecretValues(const yaml::Node &secret, const yaml::Node *other)
{
    yaml::Node masked = maskedSubtree(secret, {});
    if (other == nullptr)
        return masked;
    markChanged(masked, secret, *other);
    const yaml::Node *mine = annotation(secret);
    const yaml::Node *theirs = annotation(*other);
    if (mine != nullptr && theirs != nullptr && !(*mine == *theirs))
        markChangedAnnotation(masked);
    return masked;
}

yaml::Node maskSecrets(const yaml::Node &content, const yaml::Node *other)
{
    yaml::Node masked = subjectOf(content).isSecret ? maskSecretValues(content, other) : content;
    maskCredentials(masked, other);
    return masked;
}

} // namespace noclobber::diff
