// Beyond these a value is no value of a report but an attack on the memory: what makes values in
// templates refuses to go further.
#pragma once

#include <cstddef>

namespace baocao::report {

inline constexpr std::size_t largest_text = 4U << 20U;  // bytes
inline constexpr std::size_t largest_list = 1'000'000;   // items

}  // namespace baocao::report
