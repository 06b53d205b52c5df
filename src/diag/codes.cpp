#include "diag/codes.hpp"

#include <algorithm>
#include <array>

namespace baocao::diag {
namespace {

constexpr std::array codes = {
#define BAOCAO_CODE(id, title, meaning, cause, cure) CodeInfo{id, title, meaning, cause, cure},
#include "diag/codes.def"
#undef BAOCAO_CODE
};

static_assert(std::is_sorted(codes.begin(),
                             codes.end(),
                             [](const CodeInfo& a, const CodeInfo& b) { return a.id < b.id; }),
              "keep codes.def in order, each id once");

}  // namespace

std::span<const CodeInfo> all_codes() {
  return codes;
}

const CodeInfo* find_code(std::string_view id) {
  const auto at =
      std::find_if(codes.begin(), codes.end(), [&](const CodeInfo& info) { return info.id == id; });
  return at == codes.end() ? nullptr : &*at;
}

}  // namespace baocao::diag
