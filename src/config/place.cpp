#include "config/place.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace baocao::config {
namespace {

bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// Walks over the characters of a text and knows their line and column.
class Walker {
 public:
  Walker(std::string_view source, Place at) : source_(source) {
    while (place_.line < at.line && !at_end()) {
      step();
    }
    while (place_.line == at.line && place_.column < at.column && !at_end()) {
      step();
    }
  }

  bool at_end() const { return next_ >= source_.size(); }

  std::string_view rest() const { return source_.substr(std::min(next_, source_.size())); }

  Place place() const { return place_; }

  void step() {
    const bool line_ends = source_[next_] == '\n';
    ++next_;
    while (!at_end() && continues_character(source_[next_])) {
      ++next_;
    }
    place_ = line_ends ? Place{place_.line + 1, 1} : Place{place_.line, place_.column + 1};
  }

  void skip(std::size_t characters) {
    for (; characters > 0 && !at_end(); --characters) {
      step();
    }
  }

 private:
  std::string_view source_;
  std::size_t next_ = 0;
  Place place_ = {1, 1};
};

// The opening quotes of the string at the walker; empty when there is none.
std::string_view opening(std::string_view rest) {
  constexpr std::array<std::string_view, 4> quotes = {R"(""")", "'''", "\"", "'"};
  const auto found = std::find_if(quotes.begin(), quotes.end(), [rest](std::string_view quote) {
    return rest.starts_with(quote);
  });
  return found == quotes.end() ? std::string_view() : *found;
}

std::size_t utf8_bytes(std::string_view hex) {
  const unsigned long code = std::stoul("0" + std::string(hex), nullptr, 16);
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

// Passes one unit of a basic string (a character, an escape, a joined line); returns how many
// bytes of the value it stands for.
std::size_t pass(Walker& walker, bool escapes) {
  const std::string_view rest = walker.rest();
  if (!escapes || rest[0] != '\\' || rest.size() < 2) {
    walker.step();
    return rest.size() - walker.rest().size();
  }
  if (rest[1] == 'u' || rest[1] == 'U') {
    const std::size_t digits = rest[1] == 'u' ? 4 : 8;
    walker.skip(2 + digits);
    return utf8_bytes(rest.substr(2, digits));
  }
  if (std::string_view(" \t\r\n").find(rest[1]) == std::string_view::npos) {
    walker.skip(2);
    return 1;
  }
  walker.step();  // a backslash at the end of a line joins it with what follows the white space
  while (!walker.at_end() &&
         std::string_view(" \t\r\n").find(walker.rest()[0]) != std::string_view::npos) {
    walker.step();
  }
  return 0;
}

}  // namespace

Place place_in_string(std::string_view source, Place at, std::size_t offset) {
  Walker walker(source, at);
  const std::string_view quotes = opening(walker.rest());
  if (quotes.empty()) {
    return at;
  }
  walker.skip(quotes.size());
  if (quotes.size() == 3 && walker.rest().starts_with('\n')) {
    walker.step();  // not part of the value
  }
  const bool escapes = quotes[0] == '"';
  std::size_t passed = 0;
  while (passed < offset && !walker.at_end() && !walker.rest().starts_with(quotes)) {
    passed += pass(walker, escapes);
  }
  // A joined line has no bytes of its own: what is meant stands behind it.
  while (escapes && !walker.at_end() && walker.rest().starts_with("\\\n")) {
    pass(walker, escapes);
  }
  return walker.place();
}

}  // namespace baocao::config
