#include "sample/grid.hpp"

namespace baocao::sample {
namespace {

std::string two_digits(int number) {
  return number < 10 ? "0" + std::to_string(number) : std::to_string(number);
}

std::string plain(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) {
    return *text;
  }
  if (const auto* date = std::get_if<base::Date>(&cell)) {
    return day_text(*date);
  }
  if (const auto* number = std::get_if<Hundredths>(&cell)) {
    const std::string whole = std::to_string(number->value / 100);
    const int rest = number->value % 100;
    return rest == 0 ? whole : whole + "," + two_digits(rest);
  }
  return {};
}

// RFC 4180: quotes around a value that holds the separator, a quote or a line break.
std::string quoted(const std::string& text, char separator) {
  if (text.find_first_of(std::string("\"\r\n") + separator) == std::string::npos) {
    return text;
  }
  std::string out = "\"";
  for (const char c : text) {
    out += c == '"' ? std::string("\"\"") : std::string(1, c);
  }
  return out + "\"";
}

void append_line(std::string& out, const std::vector<std::string>& values, char separator) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    out += i == 0 ? "" : std::string(1, separator);
    out += quoted(values[i], separator);
  }
  out += "\r\n";
}

}  // namespace

std::string day_text(base::Date date) {
  return two_digits(date.day()) + "/" + two_digits(date.month()) + "/" +
         std::to_string(date.year());
}

base::Bytes to_csv(const Grid& grid, char separator, bool byte_order_mark) {
  std::string out = byte_order_mark ? "\xEF\xBB\xBF" : "";
  std::vector<std::string> values;
  for (const Head& head : grid.heads) {
    values.push_back(head.label);
  }
  append_line(out, values, separator);
  for (const Row& row : grid.rows) {
    values.clear();
    for (const Cell& cell : row.cells) {
      values.push_back(plain(cell));
    }
    append_line(out, values, separator);
  }
  return out;
}

}  // namespace baocao::sample
