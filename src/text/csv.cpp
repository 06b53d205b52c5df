#include "text/csv.hpp"

#include <string_view>

namespace baocao::text {

std::string csv_field(const std::string& text) {
  const bool formula = !text.empty() && std::string_view("=+-@").find(text[0]) != std::string::npos;
  const std::string out = formula ? "'" + text : text;
  if (out.find_first_of(",\"\n") == std::string::npos) {
    return out;
  }
  std::string quoted = "\"";
  for (const char c : out) {
    quoted += c == '"' ? "\"\"" : std::string(1, c);
  }
  return quoted + "\"";
}

}  // namespace baocao::text
