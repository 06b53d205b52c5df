#include "input/ods/cell.hpp"

#include "input/limits.hpp"
#include "input/xlsx/values.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace baocao::input::ods {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// "#N/A", "#DIV/0!" and the "Err:502" of LibreOffice.
bool is_error(std::string_view text) {
  return text.starts_with("#") || text.starts_with("Err:");
}

bool is_left_out(std::string_view name) {
  return name == "annotation" || name == "annotation-end" || name == "ruby-text" ||
         name == "note" || name == "frame";
}

std::string_view value_attribute(std::string_view type) {
  if (type == "date") {
    return "date-value";
  }
  if (type == "boolean") {
    return "boolean-value";
  }
  return type == "string" ? "string-value" : "value";
}

Cell date_cell(std::string_view value, std::string_view text) {
  Cell cell;
  const std::optional<base::Date> date = xlsx::date_of_iso(value);
  cell.kind = date ? CellKind::date : CellKind::text;
  cell.text = date ? value : text;
  cell.date = date.value_or(base::Date());
  return cell;
}

}  // namespace

void CellText::clear() {
  *this = CellText();
}

void CellText::start(std::string_view name, const xlsx::Attributes& attributes) {
  if (left_out_ > 0 || is_left_out(name) || (paragraph_depth_ == 0 && name != "p")) {
    ++left_out_;
    return;
  }
  ++paragraph_depth_;
  if (name == "p" && paragraph_depth_ == 1) {
    value_ += has_paragraph_ ? "\n" : "";
    has_paragraph_ = true;
    after_blank_ = true;
  } else if (name == "s") {
    value_.append(std::min<std::size_t>(count_of(attributes["c"]), max_token_bytes), ' ');
    after_blank_ = false;
  } else if (name == "tab" || name == "line-break") {
    value_ += name == "tab" ? '\t' : '\n';
    after_blank_ = false;
  }
}

void CellText::end(std::string_view /*name*/) {
  if (left_out_ > 0) {
    --left_out_;
  } else if (paragraph_depth_ > 0) {
    --paragraph_depth_;
  }
}

void CellText::text(std::string_view piece) {
  if (left_out_ > 0 || paragraph_depth_ == 0) {
    return;
  }
  for (const char c : piece) {
    if (!is_blank(c)) {
      value_ += c;
    } else if (!after_blank_) {
      value_ += ' ';
    }
    after_blank_ = is_blank(c);
  }
}

std::uint32_t count_of(std::string_view text) {
  const std::optional<std::uint32_t> count = xlsx::parse_index(text);
  const bool is_too_large =
      !count && !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  return is_too_large ? std::numeric_limits<std::uint32_t>::max()
                      : std::max<std::uint32_t>(count.value_or(1), 1);
}

CellElement cell_element(const xlsx::Attributes& attributes) {
  CellElement element;
  element.repeated = count_of(attributes["number-columns-repeated"]);
  element.columns_spanned = count_of(attributes["number-columns-spanned"]);
  element.rows_spanned = count_of(attributes["number-rows-spanned"]);
  element.type = attributes["value-type"];
  element.value = attributes[value_attribute(element.type)];
  element.style = attributes["style-name"];
  element.has_formula = !attributes["formula"].empty();
  return element;
}

Cell cell_of(const CellElement& element, std::string_view text) {
  Cell cell;
  cell.text = text;
  if (element.type == "date") {
    cell = date_cell(element.value, text);
  } else if (element.type == "boolean") {
    cell.kind = CellKind::boolean;
    cell.text = element.value == "true" ? "1" : "0";
  } else if (element.type == "float" || element.type == "percentage" ||
             element.type == "currency") {
    const bool is_number = xlsx::is_number(element.value);
    cell.kind = is_number ? CellKind::number : CellKind::text;
    cell.text = is_number ? std::string_view(element.value) : text;
  } else if (element.has_formula && is_error(text)) {
    cell.kind = CellKind::error;
  } else if (text.empty()) {
    cell.text = element.value;
  }
  cell.from_formula = element.has_formula;
  return cell;
}

}  // namespace baocao::input::ods
