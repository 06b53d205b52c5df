#include "table/header_match.hpp"

#include "text/keys.hpp"
#include "text/suggest.hpp"

#include <algorithm>

namespace baocao::table {
namespace {

using Kind = HeaderMatch::Kind;

std::string joined(std::span<const std::string> levels) {
  std::string path;
  for (const std::string& level : levels) {
    path += path.empty() ? level : ">" + level;
  }
  return path;
}

HeaderMatch to_field(std::size_t field) {
  return field == schema::Table::ignored_column ? HeaderMatch{.kind = Kind::ignored}
                                                : HeaderMatch{.kind = Kind::field, .field = field};
}

// A word of the list as a header writes it.
std::optional<HeaderMatch> match_word_header(const schema::CodeList* list, std::string_view key) {
  if (list == nullptr) {
    return std::nullopt;
  }
  if (const auto word = list->find_text(key)) {
    return HeaderMatch{.kind = Kind::field, .role = Role::mark, .word = *word};
  }
  if (const auto word = list->find_alias(key)) {
    return HeaderMatch{.kind = Kind::field, .role = Role::mark, .word = *word, .doubtful = true};
  }
  return std::nullopt;
}

}  // namespace

HeaderMatcher::HeaderMatcher(const schema::Table& table,
                             const std::map<std::string, std::string>& settled)
    : table_(table) {
  for (const std::string& group : table.groups) {
    groups_.insert(text::header_key(group));
  }
  for (const auto& [header, key] : settled) {
    if (const auto field = table.index(key)) {
      settled_.emplace(schema::header_path_key(header), *field);
    }
  }
  for (std::size_t field = 0; field < table.fields.size(); ++field) {
    const auto& parts = table.fields[field].parts;
    for (std::size_t part = 0; part < parts.size(); ++part) {
      for (const std::string& header : parts[part]) {
        parts_.try_emplace(
            schema::header_path_key(header),
            HeaderMatch{.kind = Kind::field, .field = field, .role = Role::part, .part = part});
      }
    }
  }
}

std::optional<HeaderMatch> HeaderMatcher::match_path(std::string_view key) const {
  if (const auto found = settled_.find(key); found != settled_.end()) {
    HeaderMatch match = to_field(found->second);
    match.settled = true;
    return match;
  }
  if (const auto found = table_.by_header.find(key); found != table_.by_header.end()) {
    return to_field(found->second);
  }
  if (const auto found = parts_.find(key); found != parts_.end()) {
    return found->second;
  }
  return std::nullopt;
}

// A column below the header of `field`: one of its words, or a word of the field that splits it.
std::optional<HeaderMatch> HeaderMatcher::match_below(std::size_t field,
                                                      std::string_view last) const {
  const schema::Field& outer = table_.fields[field];
  if (auto match = match_word_header(outer.codes, last)) {
    match->field = field;
    return match;
  }
  const auto by = outer.split_by.empty() ? std::nullopt : table_.index(outer.split_by);
  const auto match = by ? match_word_header(table_.fields[*by].codes, last) : std::nullopt;
  if (!match) {
    return std::nullopt;
  }
  return HeaderMatch{.kind = Kind::field,
                     .field = field,
                     .role = Role::split,
                     .word = match->word,
                     .split_field = by};
}

// The outer levels name a field or something nobody needs: that decides about what stands below.
std::optional<HeaderMatch> HeaderMatcher::match_outer(std::span<const std::string> levels) const {
  for (std::size_t count = levels.size() - 1; count > 0; --count) {
    for (std::size_t from = 0; from < count; ++from) {
      const auto outer = match_path(joined(levels.subspan(from, count - from)));
      if (!outer || outer->role == Role::part) {
        continue;
      }
      if (outer->kind == Kind::ignored) {
        return outer;
      }
      if (const auto match = match_below(outer->field, levels.back())) {
        return below(*match, levels.first(from));
      }
    }
  }
  return std::nullopt;
}

bool HeaderMatcher::says_nothing(std::string_view level) const {
  return groups_.contains(level) || match_path(level).has_value();
}

HeaderMatch HeaderMatcher::below(HeaderMatch match, std::span<const std::string> outer) const {
  match.foreign = !std::all_of(
      outer.begin(), outer.end(), [&](const std::string& level) { return says_nothing(level); });
  return match;
}

std::optional<HeaderMatch> HeaderMatcher::match_bare_word(std::string_view last) const {
  for (std::size_t field = 0; field < table_.fields.size(); ++field) {
    if (!table_.fields[field].bare_words) {
      continue;
    }
    if (auto match = match_word_header(table_.fields[field].codes, last)) {
      match->field = field;
      return match;
    }
  }
  return std::nullopt;
}

HeaderMatch HeaderMatcher::match(std::span<const std::string> levels) const {
  if (levels.empty()) {
    return {};
  }
  if (const auto match = match_path(joined(levels))) {
    return *match;
  }
  if (const auto match = match_outer(levels)) {
    return *match;
  }
  for (std::size_t from = 1; from < levels.size(); ++from) {
    if (const auto match = match_path(joined(levels.subspan(from)))) {
      return below(*match, levels.first(from));
    }
  }
  const auto word = match_bare_word(levels.back());
  return word ? below(*word, levels.first(levels.size() - 1)) : HeaderMatch{};
}

bool HeaderMatcher::knows(std::string_view key) const {
  return match_path(key).has_value();
}

std::optional<NearHeader> HeaderMatcher::nearest(std::string_view header) const {
  std::vector<std::string> known;
  std::vector<std::size_t> fields;
  for (std::size_t i = 0; i < table_.fields.size(); ++i) {
    const schema::Field& field = table_.fields[i];
    known.push_back(field.label);
    known.insert(known.end(), field.headers.begin(), field.headers.end());
    fields.resize(known.size(), i);
  }
  const auto guess = text::nearest(header, known);
  if (!guess) {
    return std::nullopt;
  }
  const auto at = std::find(known.begin(), known.end(), *guess) - known.begin();
  return NearHeader{*guess, fields[static_cast<std::size_t>(at)]};
}

}  // namespace baocao::table
