#include "table/header_question.hpp"

namespace baocao::table {
namespace {

// A basic string of TOML; headers are cleaned, so that they hold no control characters.
std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
    }
    out += c;
  }
  return out + "\"";
}

}  // namespace

std::vector<std::string> settling_lines(const std::string& file,
                                        const std::vector<std::string>& headers,
                                        const std::vector<std::string>& keys) {
  constexpr std::size_t most_lines = 30;
  const bool several = headers.size() * keys.size() > 1;
  std::vector<std::string> lines = {several
                                        ? "chép vào job.toml dòng đầu và một trong các dòng sau:"
                                        : "chép vào job.toml hai dòng sau:",
                                    "[columns." + quoted(file) + "]"};
  for (const std::string& header : headers) {
    for (const std::string& key : keys) {
      if (lines.size() < most_lines) {
        lines.push_back(quoted(header) + " = " + quoted(key));
      }
    }
  }
  return lines;
}

}  // namespace baocao::table
