#include "docx/tag_lexer.hpp"

#include "docx/plain_tag_text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace baocao::docx {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::string_view blanks = " \t\n";
constexpr std::size_t longest_quote_of_broken = 60;

struct Signs {
  std::string_view open;
  std::string_view close;
  TagKind kind;
};

constexpr std::array<Signs, 3> all_signs{{{"{{", "}}", TagKind::value},
                                          {"{%", "%}", TagKind::statement},
                                          {"{#", "#}", TagKind::comment}}};

const Signs* signs_at(std::string_view text, std::size_t at) {
  for (const Signs& signs : all_signs) {
    if (text.substr(at, 2) == signs.open) {
      return &signs;
    }
  }
  return nullptr;
}

std::size_t find_opening(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find('{', from); at != npos; at = text.find('{', at + 1)) {
    if (signs_at(text, at) != nullptr) {
      return at;
    }
  }
  return npos;
}

// Behind the string that starts at `at`. A string that is not closed, or only behind the next tag,
// is a slip of the hand: then just the quote is passed over.
std::size_t behind_string(std::string_view text, std::size_t at) {
  const std::size_t close = text.find(text[at], at + 1);
  if (close == npos) {
    return at + 1;
  }
  return find_opening(text.substr(0, close), at) == npos ? close + 1 : at + 1;
}

// Where the tag whose inside starts at `from` closes; npos when another tag opens first or the
// paragraph ends.
std::size_t find_close(std::string_view text, std::size_t from, const Signs& signs) {
  if (signs.kind == TagKind::comment) {
    return text.find(signs.close, from);
  }
  std::size_t open_braces = 0;  // of {'a': 1} in an expression
  for (std::size_t at = from; at < text.size();) {
    if (open_braces == 0 && text.substr(at, 2) == signs.close) {
      return at;
    }
    if (signs_at(text, at) != nullptr) {
      return npos;
    }
    open_braces += text[at] == '{' ? 1U : 0U;
    open_braces -= text[at] == '}' && open_braces > 0 ? 1U : 0U;
    at = text[at] == '"' || text[at] == '\'' ? behind_string(text, at) : at + 1;
  }
  return npos;
}

// "p if x" → paragraph, behind the prefix. A value named like a prefix, {{ p }} or {{r.ten}}, is
// no prefix.
std::pair<Level, std::size_t> read_prefix(std::string_view inside) {
  static constexpr std::array<std::pair<std::string_view, Level>, 4> prefixes{
      {{"p", Level::paragraph}, {"tr", Level::row}, {"tc", Level::cell}, {"r", Level::run}}};
  for (const auto& [word, level] : prefixes) {
    if (inside.substr(0, word.size()) != word || inside.substr(word.size(), 1) != " ") {
      continue;
    }
    const std::size_t next = inside.find_first_not_of(blanks, word.size());
    if (next != npos && std::string_view("|.~=+-*/%<>!").find(inside[next]) == npos) {
      return {level, word.size()};
    }
  }
  return {Level::none, 0};
}

FoundTag make_tag(std::string_view text, TagRange range, TagKind kind) {
  FoundTag found;
  found.range = range;
  Tag& tag = found.tag;
  tag.kind = kind;
  tag.quote = text.substr(range.begin, range.end - range.begin);
  tag.text = plain_tag_text(tag.quote);
  std::size_t begin = 2;
  std::size_t end = tag.text.size() - 2;
  found.trims_left = begin < end && tag.text[begin] == '-';
  begin += found.trims_left || (begin < end && tag.text[begin] == '+') ? 1U : 0U;
  found.trims_right = begin < end && tag.text[end - 1] == '-';
  end -= found.trims_right ? 1U : 0U;
  const auto [level, length] = read_prefix(std::string_view(tag.text).substr(begin, end - begin));
  tag.prefix = level;
  begin += length;
  while (begin < end && tag.text[begin] == ' ') {
    ++begin;
  }
  while (end > begin && tag.text[end - 1] == ' ') {
    --end;
  }
  tag.body_begin = begin;
  tag.body_length = end - begin;
  return found;
}

FoundTag broken_tag(std::string_view text, TagRange range) {
  FoundTag found;
  found.range = range;
  found.cut = range;
  found.tag.kind = TagKind::broken;
  found.tag.quote = text.substr(range.begin, range.end - range.begin);
  found.tag.text = found.tag.quote;
  return found;
}

TagRange widened(std::string_view text, const FoundTag& found) {
  TagRange cut = found.range;
  if (found.trims_left) {
    const std::size_t last = text.substr(0, cut.begin).find_last_not_of(blanks);
    cut.begin = last == npos ? 0 : last + 1;
  }
  if (found.trims_right) {
    const std::size_t next = text.find_first_not_of(blanks, cut.end);
    cut.end = next == npos ? text.size() : next;
  }
  return cut;
}

// From the opening sign to the next tag, at most a line's worth, cut between characters.
TagRange broken_range(std::string_view text, std::size_t at) {
  std::size_t end = std::min(find_opening(text, at + 2), text.size());
  if (end - at > longest_quote_of_broken) {
    end = at + longest_quote_of_broken;
    while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
      --end;
    }
  }
  while (end > at + 2 && text[end - 1] == ' ') {
    --end;
  }
  return {at, end};
}

// A closing sign in text that belongs to no tag.
std::optional<TagRange> find_stray_close(std::string_view text, TagRange outside) {
  const std::string_view piece = text.substr(outside.begin, outside.end - outside.begin);
  const std::size_t at = std::min(piece.find("}}"), piece.find("%}"));
  if (at == npos) {
    return std::nullopt;
  }
  return TagRange{outside.begin + at, outside.begin + at + 2};
}

}  // namespace

FoundTags find_tags(std::string_view text) {
  FoundTags found;
  std::size_t behind = 0;  // the end of the last tag
  std::vector<TagRange> outside;
  for (std::size_t at = find_opening(text, 0); at != npos; at = find_opening(text, at)) {
    const Signs& signs = *signs_at(text, at);
    const std::size_t close = find_close(text, at + 2, signs);
    if (close == npos) {
      const TagRange range = broken_range(text, at);
      found.broken.push_back({BrokenTag::Kind::not_closed, range});
      if (signs.kind == TagKind::statement) {
        found.tags.push_back(broken_tag(text, range));
      }
      at += 2;
      continue;
    }
    outside.push_back({behind, at});
    behind = close + 2;
    found.tags.push_back(make_tag(text, {at, behind}, signs.kind));
    found.tags.back().cut = widened(text, found.tags.back());
    at = behind;
  }
  outside.push_back({behind, text.size()});
  // After "{{ x %}" the "%}" is the same slip; one fault is enough.
  for (std::size_t i = 0; found.broken.empty() && i < outside.size(); ++i) {
    if (const auto stray = find_stray_close(text, outside[i])) {
      found.broken.push_back({BrokenTag::Kind::not_opened, *stray});
    }
  }
  return found;
}

}  // namespace baocao::docx
