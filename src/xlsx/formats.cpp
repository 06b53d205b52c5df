#include "xlsx/formats.hpp"

#include <string>

#include <xlsxwriter.h>

namespace baocao::xlsx {
namespace {

// Separators in format codes are the English ones: Excel shows those of the reader's own region.
const char* code(NumberForm form) {
  switch (form) {
    case NumberForm::whole:
      return "#,##0";
    case NumberForm::decimal:
      return "#,##0.##";
    case NumberForm::percent:
      return "0.0%";
    case NumberForm::date:
      return "dd/mm/yyyy";
    default:
      return "General";
  }
}

// The format code of a number with a mark behind it: #,##0"*".
std::string marked_code(const Style& style) {
  std::string quoted;
  for (const char c : style.mark) {
    quoted += c == '"' ? '\'' : c;
  }
  return code(style.form) + (quoted.empty() ? "" : "\"" + quoted + "\"");
}

std::uint8_t alignment(Align align) {
  switch (align) {
    case Align::center:
      return LXW_ALIGN_CENTER;
    case Align::right:
      return LXW_ALIGN_RIGHT;
    default:
      return LXW_ALIGN_LEFT;
  }
}

void apply(const Style& style, lxw_format* format) {
  ::format_set_font_size(format, style.size);
  if (style.bold) {
    ::format_set_bold(format);
  }
  if (style.italic) {
    ::format_set_italic(format);
  }
  if (style.underlined) {
    ::format_set_underline(format, LXW_UNDERLINE_SINGLE);
  }
  if (style.bordered) {
    ::format_set_border(format, LXW_BORDER_THIN);
  }
  if (style.upright) {
    ::format_set_rotation(format, 90);
  }
  if (style.indented) {
    ::format_set_indent(format, 1);
  }
  if (style.fill >= 0) {
    ::format_set_bg_color(format, static_cast<lxw_color_t>(style.fill));
  }
  ::format_set_text_wrap(format);
  ::format_set_align(format, alignment(style.align));
  ::format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  ::format_set_num_format(format, marked_code(style).c_str());
}

}  // namespace

lxw_format* Formats::get(const Style& style) {
  const auto [at, is_new] = made_.try_emplace(style, nullptr);
  if (is_new) {
    at->second = workbook_.add_format();
    apply(style, at->second);
  }
  return at->second;
}

}  // namespace baocao::xlsx
