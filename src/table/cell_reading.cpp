#include "table/cell_reading.hpp"

#include "text/keys.hpp"

namespace baocao::table {

std::string in_quotes(std::string_view text) {
  constexpr std::size_t longest = 80;
  std::string shown = text::cleaned(text);
  if (shown.size() > longest) {
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(shown[end]) & 0xC0U) == 0x80U) {
      --end;  // never cut inside a character
    }
    shown = shown.substr(0, end) + "…";
  }
  return "\"" + shown + "\"";
}

}  // namespace baocao::table
