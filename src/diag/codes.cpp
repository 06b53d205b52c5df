#include "diag/codes.hpp"

#include <algorithm>
#include <iterator>

namespace baocao::diag {
namespace {

// Not std::array: clang 16 deduces no more than 256 elements.
constexpr CodeInfo codes[] = {
#define BAOCAO_CODE(id, title, meaning, cause, cure) CodeInfo{id, title, meaning, cause, cure},
#include "diag/codes.def"
#undef BAOCAO_CODE
};

static_assert(std::is_sorted(std::begin(codes),
                             std::end(codes),
                             [](const CodeInfo& a, const CodeInfo& b) { return a.id < b.id; }),
              "keep codes.def in order, each id once");

}  // namespace

std::span<const CodeInfo> all_codes() {
  return codes;
}

const CodeInfo* find_code(std::string_view id) {
  const auto* const at = std::find_if(
      std::begin(codes), std::end(codes), [&](const CodeInfo& info) { return info.id == id; });
  return at == std::end(codes) ? nullptr : at;
}

}  // namespace baocao::diag
