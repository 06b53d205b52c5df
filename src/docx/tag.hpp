// A tag of a template: {{ value }}, {% statement %} or {# comment #}, as it stands in a paragraph.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace baocao::docx {

// A cell tag says something of the table cell it stands in: {% vm %}, {% colspan 2 %}. A broken one
// is a statement that is not closed: it holds the place of what it was meant to be.
enum class TagKind : std::uint8_t { value, statement, comment, cell, broken };

// What a statement acts on, as its prefix says: {%r, {%p, {%tc, {%tr. None: the places of its two
// ends decide.
enum class Level : std::uint8_t { none, run, paragraph, cell, row };

struct Tag {
  TagKind kind = TagKind::value;
  Level prefix = Level::none;
  std::string quote;           // as it stands in the document
  std::string text;            // the same with curly quotes, odd blanks and dashes made plain
  std::string address;         // inside its part, for faults
  std::uint64_t place = 0;     // grows in the order of the part
  std::size_t body_begin = 0;  // bytes of `text`: what stands between the signs and prefixes
  std::size_t body_length = 0;

  std::string_view body() const { return std::string_view(text).substr(body_begin, body_length); }
};

}  // namespace baocao::docx
