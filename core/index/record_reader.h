#pragma once

#include <memory>
#include <optional>
#include <utility>

#include "core/index/record_fields.h"
#include "core/index/text_table.h"

namespace noclobber::index {

/// Reads records, whatever the bytes: past the end, or at a text that is not there, it stops and says so.
class RecordReader
{
public:
    RecordReader(std::string_view bytes, const NameTable &texts) : m_rest(bytes), m_texts(texts) {}

    /// The next record, if isWhole() is still true afterwards.
    kube::FileManifests read()
    {
        kube::FileManifests file;
        fields(file);
        return file;
    }

    bool isWhole() const { return !m_isBroken; }
    std::size_t bytesLeft() const { return m_rest.size(); }

    void flag(bool &value) { value = byte() != 0; }
    void number(int &value)
    {
        std::uint32_t read = 0;
        for (unsigned shift = 0; shift < 32; shift += 7) {
            const auto next = static_cast<unsigned char>(byte());
            read |= (next & 0x7FU) << shift;
            if (next < 0x80U) {
                m_isBroken |= read > mostNumber;
                value = static_cast<int>(read & mostNumber);
                return;
            }
        }
        m_isBroken = true;
    }
    /// A value of an enum whose last one is given.
    template <typename T>
    void choice(T &value, T last)
    {
        const int read = number();
        m_isBroken |= read > static_cast<int>(last);
        value = m_isBroken ? T() : static_cast<T>(read);
    }
    void text(Name &value)
    {
        if (const auto place = textPlace())
            value = m_texts.name(*place);
    }
    void text(std::string &value)
    {
        if (const auto place = textPlace())
            value = m_texts.text(*place);
    }
    template <typename T>
    void list(std::vector<T> &values)
    {
        for (int left = number(); left > 0 && !m_isBroken; --left)
            visit(values.emplace_back());
    }
    void node(yaml::Node &value) { visit(value); }
    void list(std::vector<std::shared_ptr<const kube::Manifest>> &values)
    {
        const auto count = static_cast<std::size_t>(number());
        if (count > m_rest.size()) { // each has many bytes: memory stays bounded by the file
            m_isBroken = true;
            return;
        }
        const auto manifests = std::make_shared<kube::Manifest[]>(count); // all of a file in one piece
        values.reserve(count);
        for (std::size_t i = 0; i < count && !m_isBroken; ++i) {
            fields(manifests[i]);
            values.emplace_back(manifests, &manifests[i]);
        }
    }
    void map(kube::Annotations &values)
    {
        kube::Annotations::Map read;
        for (int left = number(); left > 0 && !m_isBroken; --left) {
            std::string key;
            text(key);
            text(read[std::move(key)]);
        }
        values = std::move(read);
    }
    template <typename T>
    void optional(std::shared_ptr<const T> &value)
    {
        bool isThere = false;
        flag(isThere);
        if (!isThere)
            return;
        auto read = std::make_shared<T>();
        fields(*read);
        value = std::move(read);
    }

private:
    static constexpr std::uint32_t mostNumber = 0x7FFFFFFF;
    static constexpr int deepest = 2 * yaml::Limits().depth; // a node and its field or item

    int number()
    {
        int value = 0;
        number(value);
        return value;
    }
    std::optional<std::size_t> textPlace()
    {
        const auto place = static_cast<std::size_t>(number());
        m_isBroken |= place >= m_texts.count();
        return m_isBroken ? std::nullopt : std::optional(place);
    }
    char byte()
    {
        if (m_rest.empty()) {
            m_isBroken = true;
            return 0;
        }
        const char first = m_rest.front();
        m_rest.remove_prefix(1);
        return first;
    }
    void fields(auto &value) { visitFields(*this, value); }
    /// What may hold others of its kind, but not deeper than any file can have.
    void visit(auto &value)
    {
        m_isBroken |= m_depth > deepest;
        ++m_depth;
        if (!m_isBroken)
            fields(value);
        --m_depth;
    }

    std::string_view m_rest;
    const NameTable &m_texts;
    int m_depth = 0;
    bool m_isBroken = false;
};

} // namespace noclobber::index
