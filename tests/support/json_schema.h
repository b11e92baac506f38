#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace noclobber::test {

/// What in a document is not as the schema says, one sentence each; empty: it is valid. Knows the words of JSON Schema
/// 2020-12 that our schemas use and says so of any other. Stricter than the schema in one thing: a key that it does
/// not describe is an error, so that none is forgotten there.
std::vector<std::string> schemaErrors(const nlohmann::json &schema, const nlohmann::json &document);

} // namespace noclobber::test
