#include "table/code_word.hpp"

#include "text/keys.hpp"
#include "text/suggest.hpp"

namespace baocao::table {
namespace {

using Kind = WordMatch::Kind;

// `words` inside `text`, at the borders of words.
std::size_t find_words(std::string_view text, std::string_view words, std::size_t before) {
  for (std::size_t at = text.rfind(words, before); at != std::string_view::npos;
       at = at == 0 ? std::string_view::npos : text.rfind(words, at - 1)) {
    const std::size_t end = at + words.size();
    const bool begins = at == 0 || text[at - 1] == ' ' || text[at - 1] == '(';
    const bool ends = end == text.size() || text[end] == ' ' || text[end] == ')';
    if (begins && ends) {
      return at;
    }
  }
  return std::string_view::npos;
}

struct Stretch {
  std::size_t from = std::string_view::npos;
  std::size_t to = 0;
};

// The first words that say that a level is still studied for: "đang học".
Stretch find_unattained(const schema::CodeList& list, std::string_view key) {
  Stretch first;
  for (const std::string& marker : list.unattained) {
    const std::string words = text::code_key(marker);
    const std::size_t at = find_words(key, words, std::string_view::npos);
    if (at < first.from) {
      first = {at, at + words.size()};
    }
  }
  return first;
}

// "thạc sĩ (2019)" → "thạc sĩ".
std::string_view without_bracket(std::string_view key) {
  const std::size_t open = key.find(" (");
  return open == std::string_view::npos || !key.ends_with(')') ? key : key.substr(0, open);
}

using WordMap = std::map<std::string, std::uint16_t, std::less<>>;

WordMatch look_up(const WordMap& map, std::string_view key, Kind kind) {
  const auto found = map.find(key);
  return found == map.end() ? WordMatch{} : WordMatch{kind, found->second};
}

// The longest beginning, word by word, that the list knows; it may be all of the text.
WordMatch match_start(const schema::CodeList& list, std::string_view key) {
  for (std::size_t end = key.size(); end != std::string_view::npos && end > 0;
       end = key.rfind(' ', end - 1)) {
    std::string_view start = key.substr(0, end);
    start = start.substr(0, start.find_last_not_of(":,;-") + 1);
    if (const WordMatch match = look_up(list.by_start_key, start, Kind::exact); match.known()) {
      return match;
    }
  }
  return {};
}

// "bí thư đảng ủy xã văn lang" without "xã văn lang".
WordMatch match_without_tail(const schema::CodeList& list, std::string_view key) {
  for (const std::string& tail : list.tails) {
    const std::string words = text::code_key(tail);
    for (std::size_t at = find_words(key, words, std::string_view::npos);
         at != std::string_view::npos && at > 1;
         at = find_words(key, words, at - 1)) {
      if (const WordMatch match = look_up(list.by_code_key, key.substr(0, at - 1), Kind::exact);
          match.known()) {
        return match;
      }
    }
  }
  return {};
}

WordMatch match_key(const schema::CodeList& list, std::string_view whole) {
  const std::string_view key = without_bracket(whole);
  for (const WordMatch& match : {look_up(list.by_code_key, key, Kind::exact),
                                 match_without_tail(list, key),
                                 match_start(list, key),
                                 look_up(list.by_alias_key, key, Kind::alias)}) {
    if (match.known()) {
      return match;
    }
  }
  return {};
}

// "Thạc sỉ QLGD" is near to no word, but its first two words are.
std::optional<std::string> nearest_beginning(std::string_view text,
                                             const std::vector<std::string>& candidates) {
  for (std::size_t end = text.size(); end != std::string_view::npos && end > 0;
       end = text.rfind(' ', end - 1)) {
    if (auto guess = text::nearest(text.substr(0, end), candidates)) {
      return guess;
    }
  }
  return std::nullopt;
}

std::vector<std::string> spellings(const schema::CodeList& list) {
  std::vector<std::string> all;
  for (const schema::CodeWord& word : list.words) {
    all.push_back(word.label);
    all.insert(all.end(), word.variants.begin(), word.variants.end());
  }
  return all;
}

// "ĐH, đang học ThS" without the comma: what stands before is held when what is studied for stands
// behind; "đại học (đang học)" holds nothing.
WordMatch match_held(const schema::CodeList& list, std::string_view key, const Stretch& marker) {
  constexpr std::string_view around = " (),;:-";
  const std::string_view before = key.substr(0, marker.from);
  const std::string_view behind = key.substr(marker.to);
  const std::size_t end = before.find_last_not_of(around);
  if (!list.ordered || end == std::string_view::npos ||
      behind.find_first_not_of(around) == std::string_view::npos) {
    return {Kind::unattained, 0};
  }
  const std::size_t from = behind.find_first_not_of(around);
  const std::size_t to = behind.find_last_not_of(around) + 1;
  const WordMatch held = match_key(list, before.substr(0, end + 1));
  const WordMatch studied = match_key(list, behind.substr(from, to - from));
  return held.kind == Kind::exact && studied.known() && studied.word > held.word
             ? held
             : WordMatch{Kind::unattained, 0};
}

}  // namespace

WordMatch match_word(const schema::CodeList& list, std::string_view text) {
  const std::string whole = text::code_key(text);
  if (const WordMatch match = look_up(list.by_code_key, whole, Kind::exact); match.known()) {
    return match;
  }
  const Stretch unattained = find_unattained(list, whole);
  return unattained.from == std::string_view::npos ? match_key(list, whole)
                                                   : match_held(list, whole, unattained);
}

bool is_near_word(const schema::CodeList& list, std::string_view text) {
  return nearest_beginning(text, spellings(list)).has_value();
}

std::string word_help(const schema::CodeList& list, std::string_view text) {
  if (const auto guess = nearest_beginning(text, spellings(list))) {
    return "ý bạn là \"" + *guess + "\"?";
  }
  constexpr std::size_t few = 8;
  std::string labels;
  for (std::size_t i = 0; i < list.words.size() && i < few; ++i) {
    labels += (i == 0 ? "" : ", ") + list.words[i].label;
  }
  return "ghi một trong các từ: " + labels + (list.words.size() > few ? "…" : "");
}

}  // namespace baocao::table
