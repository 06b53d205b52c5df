#include "table/cell_boolean.hpp"

#include "text/keys.hpp"

#include <algorithm>
#include <array>

namespace baocao::table {
namespace {

// Under text::code_key.
constexpr std::array<std::string_view, 16> yes = {"x",
                                                  "xx",
                                                  "×",
                                                  "✓",
                                                  "✔",
                                                  "√",
                                                  "☑",
                                                  "1",
                                                  "có",
                                                  "đúng",
                                                  "đạt",
                                                  "phù hợp",
                                                  "yes",
                                                  "y",
                                                  "true",
                                                  "v"};
constexpr std::array<std::string_view, 12> no = {"0",
                                                 "không",
                                                 "ko",
                                                 "k",
                                                 "sai",
                                                 "chưa",
                                                 "chưa đạt",
                                                 "không đạt",
                                                 "không phù hợp",
                                                 "no",
                                                 "n",
                                                 "false"};

}  // namespace

std::optional<bool> is_mark(std::string_view text) {
  const std::string key = text::code_key(text);
  if (std::find(yes.begin(), yes.end(), key) != yes.end()) {
    return true;
  }
  if (std::find(no.begin(), no.end(), key) != no.end()) {
    return false;
  }
  return std::nullopt;
}

Reading<bool> read_boolean(const input::Cell& cell) {
  if (const auto value = is_mark(cell.text)) {
    return {value, std::nullopt};
  }
  return {std::nullopt,
          CellFault{.code = "N208",
                    .message = in_quotes(cell.text) + " không phải là \"có\" hoặc \"không\"",
                    .help = "đánh dấu x hoặc ghi Có, Không"}};
}

}  // namespace baocao::table
