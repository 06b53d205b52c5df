#include "text/suggest.hpp"

#include "text/keys.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace baocao::text {
namespace {

std::string letters_of(std::string_view text) {
  return without_marks(lower(cleaned(text)));
}

// Levenshtein's distance, one row at a time.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
  const std::string wanted = letters_of(word);
  std::size_t least = wanted.size() / 3 + 1;
  const std::string* found = nullptr;
  for (const std::string& candidate : candidates) {
    const std::size_t changed = distance(wanted, letters_of(candidate));
    if (changed < least) {
      least = changed;
      found = &candidate;
    }
  }
  return found != nullptr ? std::optional(*found) : std::nullopt;
}

}  // namespace baocao::text
