#include "annotate/tags.hpp"

namespace baocao::annotate {
namespace {

constexpr std::string_view blanks = " \t\r\n";

// One past the ">" that ends the tag at `from`; quotes may hold a ">".
std::size_t end_of_tag(std::string_view xml, std::size_t from) {
  char quote = '\0';
  for (std::size_t i = from; i < xml.size(); ++i) {
    const char c = xml[i];
    if (quote != '\0') {
      quote = c == quote ? '\0' : quote;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return i + 1;
    }
  }
  return std::string_view::npos;
}

}  // namespace

Tag::Tag(std::string_view text)
    : whole(text), closes(text[1] == '/'), empty(text[text.size() - 2] == '/') {
  const std::size_t from = closes ? 2 : 1;
  const std::size_t to = whole.find_first_of(" \t\r\n/>", from);
  name = whole.substr(from, to - from);
  if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) {
    prefix = name.substr(0, colon + 1);
    name.remove_prefix(colon + 1);
  }
}

std::optional<std::string_view> Tag::attribute(std::string_view wanted) const {
  return find(wanted, false);
}

std::optional<std::string_view> Tag::attribute_of_any_prefix(std::string_view wanted) const {
  return find(wanted, true);
}

std::optional<std::string_view> Tag::find(std::string_view wanted, bool any_prefix) const {
  std::size_t at = whole.find_first_of(blanks);
  while (at != std::string_view::npos) {
    const std::size_t from = whole.find_first_not_of(blanks, at);
    const std::size_t equals = whole.find('=', from);
    if (from == std::string_view::npos || equals == std::string_view::npos) {
      return std::nullopt;
    }
    std::string_view found =
        whole.substr(from, whole.find_last_not_of(blanks, equals - 1) + 1 - from);
    if (any_prefix) {
      found = found.substr(found.find(':') + 1);  // npos + 1 is 0
    }
    const std::size_t open = whole.find_first_of("\"'", equals);
    if (open == std::string_view::npos) {
      return std::nullopt;
    }
    const std::size_t close = whole.find(whole[open], open + 1);
    if (found == wanted && close != std::string_view::npos) {
      return whole.substr(open + 1, close - open - 1);
    }
    at = close == std::string_view::npos ? close : close + 1;
  }
  return std::nullopt;
}

bool Tags::skip_to(std::string_view mark) {
  const std::size_t at = xml_.find(mark, at_);
  at_ = at == std::string_view::npos ? xml_.size() : at + mark.size();
  return true;
}

std::optional<Tag> Tags::next() {
  while (true) {
    const std::size_t from = xml_.find('<', at_);
    if (from == std::string_view::npos) {
      return std::nullopt;
    }
    at_ = from;
    const std::string_view rest = xml_.substr(from);
    const bool skipped = (rest.starts_with("<!--") && skip_to("-->")) ||
                         (rest.starts_with("<![CDATA[") && skip_to("]]>")) ||
                         (rest.starts_with("<?") && skip_to("?>"));
    if (skipped) {
      continue;
    }
    const std::size_t end = end_of_tag(xml_, from);
    if (end == std::string_view::npos || end < from + 3) {
      return std::nullopt;
    }
    at_ = end;
    return Tag(xml_.substr(from, end - from));
  }
}

}  // namespace baocao::annotate
