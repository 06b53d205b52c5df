#include "docx/plain_tag_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace baocao::docx {
namespace {

using Replacement = std::pair<std::string_view, char>;

constexpr std::array<Replacement, 7> curly_quotes{
    {{"“", '"'}, {"”", '"'}, {"„", '"'}, {"‘", '\''}, {"’", '\''}, {"‚", '\''}, {"′", '\''}}};
constexpr char dropped = '\0';
constexpr std::array<Replacement, 12> odd_characters{{{"\u00A0", ' '},
                                                      {"\u202F", ' '},
                                                      {"\u2009", ' '},
                                                      {"\u3000", ' '},
                                                      {"\t", ' '},
                                                      {"\n", ' '},
                                                      {"–", '-'},
                                                      {"−", '-'},
                                                      {"\u200B", dropped},
                                                      {"\u200C", dropped},
                                                      {"\uFEFF", dropped},
                                                      {"\u00AD", dropped}}};

std::size_t character_length(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t length = lead < 0x80U ? 1U : lead < 0xE0U ? 2U : lead < 0xF0U ? 3U : 4U;
  return std::min(length, text.size());
}

template <std::size_t N>
const Replacement* find(const std::array<Replacement, N>& table, std::string_view character) {
  const auto at = std::find_if(
      table.begin(), table.end(), [&](const Replacement& r) { return r.first == character; });
  return at == table.end() ? nullptr : &*at;
}

bool is_straight_quote(std::string_view character) {
  return character == "\"" || character == "'";
}

// The straight quote that `character` stands for; 0 when it is none.
char quote_of(std::string_view character) {
  if (is_straight_quote(character)) {
    return character.front();
  }
  const Replacement* curly = find(curly_quotes, character);
  return curly == nullptr ? '\0' : curly->second;
}

class Plainer {
 public:
  explicit Plainer(std::string_view text) : rest_(text) {}

  std::string run() {
    while (!rest_.empty()) {
      const std::string_view character = rest_.substr(0, character_length(rest_));
      rest_.remove_prefix(character.size());
      if (open_ == '\0') {
        outside(character);
      } else {
        inside(character);
      }
    }
    return std::move(out_);
  }

 private:
  void outside(std::string_view character) {
    if (const char quote = quote_of(character); quote != '\0') {
      open_ = quote;
      // "nói “a”" stays whole: a string that opens and closes straight keeps its curly quotes.
      straight_ = is_straight_quote(character) && rest_.find(quote) != std::string_view::npos;
      out_ += quote;
    } else if (const Replacement* odd = find(odd_characters, character)) {
      out_ += odd->second == dropped ? std::string() : std::string(1, odd->second);
    } else {
      out_ += character;
    }
  }

  void inside(std::string_view character) {
    const bool closes =
        straight_ ? character == std::string_view(&open_, 1) : quote_of(character) == open_;
    if (closes) {
      out_ += open_;
      open_ = '\0';
    } else {
      out_ += character;
    }
  }

  std::string_view rest_;
  std::string out_;
  char open_ = '\0';  // the quote that ends the string being read; 0 outside of strings
  bool straight_ = false;
};

}  // namespace

std::string plain_tag_text(std::string_view tag) {
  return Plainer(tag).run();
}

}  // namespace baocao::docx
