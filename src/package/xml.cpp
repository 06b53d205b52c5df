#include "package/xml.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace baocao::package {
namespace {

std::string_view entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

bool is_forbidden(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

// U+FFFE and U+FFFF, the only forbidden characters above the controls in valid UTF-8.
bool is_noncharacter(std::string_view rest) {
  return rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF");
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (const std::string_view named = entity(c); !named.empty()) {
      out += named;
    } else if (is_noncharacter(text.substr(i))) {
      i += 2;
    } else if (!is_forbidden(c)) {
      out.push_back(c);
    }
  }
}

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_escaped(out, text);
  return out;
}

std::string escaped_attribute(std::string_view text) {
  std::string out;
  for (const char c : escaped(text)) {
    if (c == '\n' || c == '\t' || c == '\r') {
      out += "&#" + std::to_string(int{c}) + ";";
    } else {
      out += c;
    }
  }
  return out;
}

std::string unescaped(std::string_view xml) {
  static constexpr std::array<std::pair<std::string_view, char>, 4> entities{
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}}};
  std::string out;
  while (!xml.empty()) {
    const auto known = std::find_if(entities.begin(), entities.end(), [&](const auto& entry) {
      return xml.starts_with(entry.first);
    });
    out += known == entities.end() ? xml.front() : known->second;
    xml.remove_prefix(known == entities.end() ? 1 : known->first.size());
  }
  return out;
}

}  // namespace baocao::package
