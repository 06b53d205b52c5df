// Beyond these a value is no value of a report but an attack on the memory: what makes values in
// templates refuses to go further.
#pragma once

#include <cstddef>
#include <cstdint>

namespace baocao::report {

class Value;

inline constexpr std::size_t largest_text = 4U << 20U;  // bytes
inline constexpr std::size_t largest_list = 1'000'000;  // items
inline constexpr std::size_t deepest_value = 100;       // lists in lists

// Levels of lists and maps: 0 for a text, 1 for a list of texts.
std::uint32_t depth_of(const Value& value);

}  // namespace baocao::report
