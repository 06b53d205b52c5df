#include "schema/schema.hpp"

#include "text/keys.hpp"

#include <algorithm>

namespace baocao::schema {
namespace {

std::optional<std::uint16_t> look_up(const std::map<std::string, std::uint16_t, std::less<>>& words,
                                     std::string_view text) {
  const auto found = words.find(text::code_key(text));
  return found == words.end() ? std::nullopt : std::optional(found->second);
}

template <class T>
const T* named(const std::vector<std::unique_ptr<T>>& all, std::string_view name) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const auto& item) { return item->name == name; });
  return found == all.end() ? nullptr : found->get();
}

}  // namespace

std::optional<std::uint16_t> CodeList::find_key(std::string_view key) const {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].key == key) {
      return static_cast<std::uint16_t>(i);
    }
  }
  return std::nullopt;
}

std::optional<std::uint16_t> CodeList::find_text(std::string_view text) const {
  return look_up(by_code_key, text);
}

std::optional<std::uint16_t> CodeList::find_alias(std::string_view text) const {
  return look_up(by_alias_key, text);
}

std::optional<std::size_t> Table::index(std::string_view key) const {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].key == key) {
      return i;
    }
  }
  return std::nullopt;
}

const Field* Table::find(std::string_view key) const {
  const auto at = index(key);
  return at ? &fields[*at] : nullptr;
}

std::string header_path_key(std::string_view path) {
  std::string key;
  for (std::size_t from = 0; from <= path.size();) {
    const std::size_t to = std::min(path.find('>', from), path.size());
    const std::string level = text::header_key(path.substr(from, to - from));
    key += key.empty() || level.empty() ? level : ">" + level;
    from = to + 1;
  }
  return key;
}

const Table* Schema::find(std::string_view name) const {
  return named(tables_, name);
}

std::size_t Schema::index_of(const Table& table) const {
  const auto found = std::find_if(
      tables_.begin(), tables_.end(), [&](const auto& each) { return each.get() == &table; });
  return static_cast<std::size_t>(found - tables_.begin());
}

const CodeList* Schema::codes(std::string_view name) const {
  return named(lists_, name);
}

}  // namespace baocao::schema
