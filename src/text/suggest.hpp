// "ý bạn là …?": the candidate nearest to a misspelt word.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace baocao::text {

// The nearest candidate by edit distance over accent-free lower-case letters, when it is near
// enough to be worth showing (at most a third of the word's letters changed); the first wins a tie.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

}  // namespace baocao::text
