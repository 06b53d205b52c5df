#include "text/cp1258.hpp"

#include <algorithm>

namespace baocao::text {
namespace {

constexpr std::u32string_view read = U"\u0300\u0309\u0303\u0301\u0323ĐđƠơƯưĂă₫";
constexpr std::u32string_view meant = U"\u00CC\u00D2\u00DE\u00EC\u00F2ÐðÕõÝýÃãþ";
static_assert(read.size() == meant.size());

}  // namespace

std::u32string without_cp1258(std::u32string_view text) {
  std::u32string out(text);
  for (char32_t& c : out) {
    const std::size_t at = c < 0x100 ? std::u32string_view::npos : read.find(c);
    c = at == std::u32string_view::npos ? c : meant[at];
  }
  return out;
}

}  // namespace baocao::text
