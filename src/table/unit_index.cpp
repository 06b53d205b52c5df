#include "table/unit_index.hpp"

#include "text/keys.hpp"
#include "text/suggest.hpp"

#include <algorithm>

namespace baocao::table {
namespace {

using NameMap = std::unordered_map<std::string, std::uint16_t>;

std::optional<std::uint16_t> look_up(const NameMap& map, const std::string& key) {
  const auto found = map.find(key);
  return found == map.end() || found->second == Table::no_unit ? std::nullopt
                                                               : std::optional(found->second);
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'' || c == '-' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::vector<std::string_view> words_of(std::string_view key) {
  std::vector<std::string_view> words;
  std::size_t from = 0;
  for (std::size_t at = 0; at <= key.size(); ++at) {
    if (at < key.size() && is_word_byte(key[at])) {
      continue;
    }
    if (at > from) {
      words.push_back(key.substr(from, at - from));
    }
    from = at + 1;
  }
  return words;
}

}  // namespace

UnitIndex::UnitIndex(const Units& units) : units_(units), is_leaf_(units.all.size(), 1) {
  for (std::size_t i = 0; i < units.all.size(); ++i) {
    const Unit& unit = units.all[i];
    const auto number = static_cast<std::uint16_t>(i);
    by_code_.try_emplace(unit.code, number);
    code_length_ = std::max(code_length_, unit.code.size());
    by_full_name_.try_emplace(text::name_key(unit.full_name), number);
    add_name(unit.full_name, number);
    add_name(unit.name, number);
    if (unit.parent) {
      is_leaf_[*unit.parent] = 0;
    }
  }
}

void UnitIndex::add_name(std::string_view name, std::uint16_t unit) {
  const auto [at, is_new] = by_name_.try_emplace(text::name_key(name), unit);
  if (!is_new && at->second != unit) {
    at->second = Table::no_unit;
  }
}

std::optional<std::uint16_t> UnitIndex::find_code(std::string_view code) const {
  std::string digits = text::cleaned(code);
  if (const auto unit = look_up(by_code_, digits)) {
    return unit;
  }
  if (digits.empty() || digits.size() >= code_length_ ||
      digits.find_first_not_of("0123456789") != std::string::npos) {
    return std::nullopt;
  }
  digits.insert(0, code_length_ - digits.size(), '0');
  return look_up(by_code_, digits);
}

std::optional<std::uint16_t> UnitIndex::find_text(std::string_view text) const {
  const auto unit = find_code(text);
  return unit ? unit : look_up(by_name_, text::name_key(text));
}

std::vector<std::uint16_t> UnitIndex::full_names_in(std::string_view text) const {
  constexpr std::size_t longest_name = 8;  // words
  const std::string key = text::name_key(text);
  const std::vector<std::string_view> words = words_of(key);
  std::vector<std::uint16_t> found;
  for (std::size_t from = 0; from < words.size(); ++from) {
    const std::size_t most = std::min(longest_name, words.size() - from);
    for (std::size_t count = most; count >= 2; --count) {
      std::string name(words[from]);
      for (std::size_t i = 1; i < count; ++i) {
        name += " " + std::string(words[from + i]);
      }
      if (const auto unit = look_up(by_full_name_, name)) {
        found.push_back(*unit);
        from += count - 1;
        break;
      }
    }
  }
  return found;
}

std::optional<std::uint16_t> UnitIndex::find_inside(std::string_view text) const {
  std::vector<std::uint16_t> found = full_names_in(text);
  const bool names_leaf =
      std::any_of(found.begin(), found.end(), [&](std::uint16_t unit) { return is_leaf(unit); });
  if (names_leaf) {
    std::erase_if(found, [&](std::uint16_t unit) { return !is_leaf(unit); });
  }
  const bool one = !found.empty() && std::equal(found.begin() + 1, found.end(), found.begin());
  return one ? std::optional(found.front()) : std::nullopt;
}

std::optional<std::string> UnitIndex::nearest(std::string_view text) const {
  std::vector<std::string> names;
  for (const Unit& unit : units_.all) {
    names.push_back(unit.full_name);
  }
  return text::nearest(text, names);
}

}  // namespace baocao::table
