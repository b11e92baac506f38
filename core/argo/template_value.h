#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/yaml/document.h"

namespace noclobber::argo {

/// A value in a template as Go has it: Integer is an int, Float a float64; nullptr is nil.
using Value = std::shared_ptr<const yaml::Node>;

/// One set of parameters that a generator yields: a Mapping whose numbers are Floats, as Go reads JSON.
using Parameters = yaml::Node;

Value textValue(std::string text);
Value integerValue(long long number);
Value booleanValue(bool isTrue);
Value listValue(std::vector<yaml::Node> items);

/// The node as Go's encoding/json reads it into an interface: every number is a float64.
yaml::Node asGoReads(yaml::Node node);

/// As fmt's %v writes it: 1234567.0 is "1.234567e+06", a map "map[a:1 b:2]". nil is "<nil>".
std::string printed(const yaml::Node &node);

/// As the template prints it: nil is "<no value>".
std::string printed(const Value &value);

/// Whether `if` takes it for true: not nil, false, 0 or empty.
bool isTruthy(const Value &value);

/// Sets a key of a Mapping.
void setField(yaml::Node &mapping, std::string_view key, yaml::Node value);

/// A String node.
yaml::Node textNode(std::string text);

/// The leaves of a Mapping by dotted path, printed: {"a": {"b": [1]}} gives a.b.0 = "1".
/// Source: applicationset/generators/git.go of Argo CD (github.com/jeremywohl/flatten, dot style).
std::map<std::string, std::string> flattened(const yaml::Node &mapping);

/// A name made fit for Kubernetes as Argo CD's `normalize` does it: lower case, what is no letter, digit, '-' or '.'
/// turned into '-', at most 253 bytes, no '-' and '.' at its ends.
std::string normalizedName(std::string_view name);

} // namespace noclobber::argo
