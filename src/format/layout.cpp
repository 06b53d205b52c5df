#include "format/layout.hpp"

#include "format/ending.hpp"
#include "format/heading_block.hpp"
#include "text/keys.hpp"
#include "text/unicode.hpp"

#include <algorithm>

namespace baocao::format {
namespace {

constexpr std::string_view roman_and_digits = "ivxlc0123456789 .:";

bool is_appendix_label(const Line& line) {
  static const std::string word = text::name_key("phụ lục");
  const std::string key = text::name_key(line.text);
  return key.starts_with(word) &&
         key.find_first_not_of(roman_and_digits, word.size()) == std::string::npos;
}

bool is_source(std::string_view text) {
  return text::name_key(text).starts_with("(" + text::name_key("kèm theo"));
}

void read_appendix(const Document& document, std::size_t at, Appendix& out) {
  constexpr std::size_t longest_head = 6;
  const Lines& lines = document.lines();
  const pugi::xml_node holder = document.paragraphs()[lines[at].paragraph].holder;
  for (std::size_t i = at + 1; i < lines.size() && i <= at + longest_head; ++i) {
    const Paragraph& paragraph = document.paragraphs()[lines[i].paragraph];
    if (is_source(lines[i].text)) {
      out.source = lines[i];
      return;
    }
    if (paragraph.holder != holder || is_signs(lines[i].text) ||
        document.looks().paragraph(paragraph.node).align != Align::centre) {
      return;
    }
    out.titles.push_back(lines[i]);
  }
}

// A line of its own after the signature, or on a page of its own.
std::vector<Appendix> find_appendices(const Document& document, std::size_t after) {
  std::vector<Appendix> out;
  for (std::size_t i = 0; i < document.lines().size(); ++i) {
    const Line& line = document.lines()[i];
    if (line.paragraph > after && is_appendix_label(line)) {
      out.push_back({.label = line, .titles = {}, .source = {}});
      read_appendix(document, i, out.back());
    }
  }
  return out;
}

std::vector<std::size_t> find_body(const Document& document, std::size_t first, std::size_t end) {
  std::vector<std::size_t> out;
  for (std::size_t i = first; i < end; ++i) {
    const Paragraph& paragraph = document.paragraphs()[i];
    if (paragraph.part == document.main_part() && !paragraph.holder &&
        !text::cleaned(paragraph.text.text).empty()) {
      out.push_back(i);
    }
  }
  return out;
}

std::size_t first_of(const Layout& layout, std::size_t otherwise) {
  std::size_t first = otherwise;
  for (const auto& line : {layout.recipients, layout.authority, layout.signer}) {
    first = line ? std::min(first, line->paragraph) : first;
  }
  for (const Line& post : layout.posts) {
    first = std::min(first, post.paragraph);
  }
  return first;
}

std::size_t last_of(const Layout& layout) {
  std::size_t last = 0;
  for (const auto& line : {layout.recipients, layout.authority, layout.signer}) {
    last = line ? std::max(last, line->paragraph) : last;
  }
  for (const Lines& lines : {layout.posts, layout.recipient}) {
    last = lines.empty() ? last : std::max(last, lines.back().paragraph);
  }
  return last;
}

}  // namespace

bool is_signs(std::string_view text) {
  const std::u32string all = text::code_points(text);
  return !all.empty() && all.find_first_not_of(U"*-_\u2010\u2011\u2012\u2013\u2014\u2015=.~ ") ==
                             std::u32string::npos;
}

bool has_tag(std::string_view text) {
  return text.find("{{") != std::string_view::npos || text.find("{%") != std::string_view::npos;
}

bool is_statement(std::string_view text) {
  return text.starts_with("{%") && text.ends_with("%}");
}

bool is_tag_of(const Line& line, std::string_view name) {
  return line.text.starts_with("{{") && line.text.find(name) != std::string::npos;
}

bool is_upper(std::string_view text) {
  return text::upper(text) == text && text::lower(text) != text;
}

Layout find_layout(const Document& document, const Profile& profile) {
  Layout out;
  out.kind = kind_of(document).value_or(Kind::party);
  const std::size_t head_end = find_heading_block(document, profile, out);
  find_ending(document, head_end, out);
  const std::size_t main_end =
      document.sections().empty() ? document.paragraphs().size() : document.sections().back().end;
  const std::size_t ending = std::max(head_end, first_of(out, main_end));
  out.appendices = find_appendices(document, last_of(out) == 0 ? head_end : last_of(out));
  const std::size_t appendix =
      out.appendices.empty() ? main_end : out.appendices.front().label.paragraph;
  out.body = find_body(document, head_end, std::min(ending, appendix));
  return out;
}

}  // namespace baocao::format
