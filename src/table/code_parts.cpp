#include "table/code_parts.hpp"

#include "text/keys.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>

namespace baocao::table {
namespace {

constexpr std::array<std::string_view, 10> separators = {
    ",", ";", "/", "+", "&", "–", "—", " - ", " kiêm ", " đồng thời "};

// Line breaks mean a new part; cleaning would make blanks of them.
std::string with_semicolons(std::string_view text) {
  std::string out(text);
  std::replace(out.begin(), out.end(), '\n', ';');
  std::replace(out.begin(), out.end(), '\r', ';');
  return text::cleaned(out);
}

struct Stretch {
  std::size_t from = 0;
  std::size_t to = 0;
};

std::vector<Stretch> protected_stretches(const std::string& lower,
                                         std::span<const std::string> phrases) {
  std::vector<Stretch> stretches;
  for (const std::string& phrase : phrases) {
    const std::string wanted = text::lower(text::cleaned(phrase));
    for (std::size_t at = lower.find(wanted); at != std::string::npos;
         at = lower.find(wanted, at + 1)) {
      stretches.push_back({at, at + wanted.size()});
    }
  }
  return stretches;
}

std::size_t separator_length(std::string_view lower, std::size_t at) {
  for (const std::string_view separator : separators) {
    if (lower.substr(at).starts_with(separator)) {
      return separator.size();
    }
  }
  return 0;
}

bool inside(std::span<const Stretch> stretches, std::size_t at) {
  return std::any_of(stretches.begin(), stretches.end(), [&](const Stretch& stretch) {
    return at >= stretch.from && at < stretch.to;
  });
}

void add_part(std::vector<std::string>& parts, std::string_view part) {
  std::string cleaned = text::cleaned(part);
  if (!cleaned.empty()) {
    parts.push_back(std::move(cleaned));
  }
}

}  // namespace

std::vector<std::string> code_parts(std::string_view text, std::span<const std::string> phrases) {
  const std::string whole = with_semicolons(text);
  std::string lower = text::lower(whole);
  if (lower.size() != whole.size()) {
    lower = whole;  // letters of another script: case is not folded there
  }
  const std::vector<Stretch> kept = protected_stretches(lower, phrases);
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (std::size_t at = 0; at < lower.size();) {
    const std::size_t length = inside(kept, at) ? 0 : separator_length(lower, at);
    if (length == 0) {
      ++at;
      continue;
    }
    add_part(parts, std::string_view(whole).substr(from, at - from));
    at += length;
    from = at;
  }
  add_part(parts, std::string_view(whole).substr(from));
  return parts;
}

}  // namespace baocao::table
