#pragma once

#include "core/index/record_fields.h"
#include "core/index/text_table.h"

namespace noclobber::index {

/// Appends the record of a file's manifests to `bytes`: numbers of seven bits a byte, texts by their place.
class RecordWriter
{
public:
    RecordWriter(std::string &bytes, TextCollector &texts) : m_bytes(bytes), m_texts(texts) {}

    void write(const kube::FileManifests &file) { fields(file); }

    void flag(bool value) { m_bytes += static_cast<char>(value); }
    void number(auto value)
    {
        auto rest = static_cast<std::uint32_t>(value);
        for (; rest >= 0x80U; rest >>= 7U)
            m_bytes += static_cast<char>(rest | 0x80U);
        m_bytes += static_cast<char>(rest);
    }
    void choice(auto value, auto) { number(value); }
    void text(const auto &value) { number(m_texts.placeOf(value)); }
    void list(const auto &values)
    {
        number(values.size());
        for (const auto &value : values)
            fields(value);
    }
    void list(const std::vector<std::shared_ptr<const kube::Manifest>> &values)
    {
        number(values.size());
        for (const auto &value : values)
            fields(*value);
    }
    void node(const yaml::Node &value) { fields(value); }
    void map(const kube::Annotations &values)
    {
        number(values.size());
        for (const auto &[key, value] : values) {
            text(key);
            text(value);
        }
    }
    void optional(const auto &value)
    {
        flag(static_cast<bool>(value));
        if (value)
            fields(*value);
    }

private:
    void fields(const auto &value) { visitFields(*this, value); }

    std::string &m_bytes;
    TextCollector &m_texts;
};

} // namespace noclobber::index
