#include "tests/support/json_schema.h"

#include <QRegularExpression>
#include <algorithm>

namespace noclobber::test {

using nlohmann::json;

namespace {

bool matches(const std::string &pattern, const std::string &text)
{
    return QRegularExpression(QString::fromStdString(pattern)).match(QString::fromStdString(text)).hasMatch();
}

class Validator
{
public:
    explicit Validator(const json &root) : m_root(root) {}

    std::vector<std::string> check(const json &schema, const json &value, const std::string &where)
    {
        std::vector<std::string> errors;
        for (const auto &[word, rule] : schema.items())
            checkWord(word, schema, rule, value, where, errors);
        return errors;
    }

private:
    using Errors = std::vector<std::string>;

    static bool isOfType(const std::string &type, const json &value)
    {
        if (type == "integer")
            return value.is_number_integer();
        if (type == "number")
            return value.is_number();
        return type == (value.is_object() ? "object" : value.is_array() ? "array" : value.type_name());
    }

    void checkWord(const std::string &word, const json &schema, const json &rule, const json &value,
                   const std::string &where, Errors &errors)
    {
        const auto expect = [&](bool holds) {
            if (!holds)
                errors.push_back(where + ": not as " + word + " says: " + value.dump().substr(0, 80));
        };
        if (word == "type")
            expect(rule.is_array() ? std::ranges::any_of(rule, [&](const json &t) { return isOfType(t, value); })
                                   : isOfType(rule, value));
        else if (word == "const")
            expect(value == rule);
        else if (word == "enum")
            expect(std::ranges::find(rule, value) != rule.end());
        else if (word == "minimum")
            expect(!value.is_number() || value.get<double>() >= rule.get<double>());
        else if (word == "maximum")
            expect(!value.is_number() || value.get<double>() <= rule.get<double>());
        else if (word == "pattern")
            expect(!value.is_string() || matches(rule.get<std::string>(), value.get<std::string>()));
        else if (word == "minItems")
            expect(value.size() >= rule.get<std::size_t>());
        else if (word == "maxItems")
            expect(value.size() <= rule.get<std::size_t>());
        else if (word == "required")
            expect(std::ranges::all_of(rule, [&](const json &key) { return value.contains(key); }));
        else if (word == "anyOf")
            expect(std::ranges::any_of(rule, [&](const json &s) { return check(s, value, where).empty(); }));
        else
            checkParts(word, schema, rule, value, where, errors);
    }

    void checkParts(const std::string &word, const json &schema, const json &rule, const json &value,
                    const std::string &where, Errors &errors)
    {
        const auto add = [&](const Errors &more) { errors.insert(errors.end(), more.begin(), more.end()); };
        if (word == "$ref") {
            add(check(m_root.at(json::json_pointer(rule.get<std::string>().substr(1))), value, where));
        } else if (word == "properties" && value.is_object()) {
            for (const auto &[key, part] : value.items()) {
                if (rule.contains(key))
                    add(check(rule.at(key), part, where + "/" + key));
                else
                    errors.push_back(where + ": the schema does not describe the key " + key);
            }
        } else if (word == "items") {
            for (std::size_t i = 0; i < value.size(); ++i)
                add(check(rule, value[i], where + "/" + std::to_string(i)));
        } else if (word == "prefixItems") {
            for (std::size_t i = 0; i < std::min(rule.size(), value.size()); ++i)
                add(check(rule[i], value[i], where + "/" + std::to_string(i)));
        } else if (word != "properties" && word != "$defs" && word != "$schema" && word != "title" &&
                   word != "description") {
            errors.push_back("the schema uses a word that this check does not know: " + word + schema.dump());
        }
    }

    const json &m_root;
};

} // namespace

std::vector<std::string> schemaErrors(const json &schema, const json &document)
{
    return Validator(schema).check(schema, document, "");
}

} // namespace noclobber::test
