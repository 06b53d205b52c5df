#include "package/xml.hpp"

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

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
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
  return out;
}

}  // namespace baocao::package
