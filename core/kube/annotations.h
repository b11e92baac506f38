#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>

namespace noclobber::kube {

/// Annotations of a manifest, by key. Most manifests have none, and then they take little room.
class Annotations
{
public:
    using Map = std::map<std::string, std::string>;

    Annotations() = default;
    Annotations(Map map) : m_map(map.empty() ? nullptr : std::make_shared<const Map>(std::move(map))) {}

    const Map &all() const
    {
        static const Map none;
        return m_map ? *m_map : none;
    }
    auto begin() const { return all().begin(); }
    auto end() const { return all().end(); }
    auto find(const std::string &key) const { return all().find(key); }
    bool contains(const std::string &key) const { return all().contains(key); }
    bool empty() const { return !m_map; }
    std::size_t size() const { return all().size(); }

    bool operator==(const Annotations &other) const { return all() == other.all(); }

private:
    std::shared_ptr<const Map> m_map; ///< none while there are none
};

} // namespace noclobber::kube
