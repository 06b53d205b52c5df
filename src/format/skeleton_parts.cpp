#include "format/skeleton_parts.hpp"

#include "format/skeleton_styles.hpp"
#include "package/xml.hpp"

#include <algorithm>

namespace baocao::format {
namespace {

std::string run(std::string_view text, bool missing) {
  const std::string properties = missing
                                     ? "<w:rPr><w:rStyle w:val=\"" + std::string(missing_style) +
                                           "\"/><w:highlight w:val=\"yellow\"/></w:rPr>"
                                     : "";
  return text.empty() ? ""
                      : "<w:r>" + properties + "<w:t xml:space=\"preserve\">" +
                            package::escaped(text) + "</w:t></w:r>";
}

std::string width_xml(const char* element, int width) {
  return std::string("<") + element + " w:w=\"" + std::to_string(width) + "\" w:type=\"dxa\"/>";
}

std::string cell(int width, const std::string& content, bool centred) {
  return "<w:tc><w:tcPr>" + width_xml("w:tcW", width) +
         (centred ? "<w:vAlign w:val=\"center\"/>" : "") + "</w:tcPr>" + content + "</w:tc>";
}

std::string grid(const std::vector<int>& widths) {
  std::string out = "<w:tblGrid>";
  for (const int width : widths) {
    out += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
  }
  return out + "</w:tblGrid>";
}

std::string table_properties(int width, bool lines) {
  static constexpr std::array<std::string_view, 6> sides{
      "top", "left", "bottom", "right", "insideH", "insideV"};
  std::string borders;
  for (const std::string_view each : sides) {
    borders += lines ? "<w:" + std::string(each) +
                           " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
                     : "";
  }
  const std::string margin = lines ? "57" : "0";
  return "<w:tblPr>" + width_xml("w:tblW", width) + width_xml("w:tblInd", 0) +
         (lines ? "<w:tblBorders>" + borders + "</w:tblBorders>" : "") +
         "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"" + margin +
         "\" w:type=\"dxa\"/><w:right w:w=\"" + margin +
         "\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>";
}

std::string row(const std::vector<std::string>& texts,
                const std::vector<int>& widths,
                std::string_view style,
                bool is_head) {
  std::string out =
      std::string("<w:tr><w:trPr><w:cantSplit/>") + (is_head ? "<w:tblHeader/>" : "") + "</w:trPr>";
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const bool number = i == 0 && !is_head;
    out += cell(
        widths[i], paragraph(style, texts[i], number ? "<w:jc w:val=\"center\"/>" : ""), is_head);
  }
  return out + "</w:tr>";
}

std::string statement_row(std::string_view text, const std::vector<int>& widths, int total) {
  return "<w:tr><w:tc><w:tcPr>" + width_xml("w:tcW", total) + "<w:gridSpan w:val=\"" +
         std::to_string(widths.size()) + "\"/></w:tcPr>" + statement(text) + "</w:tc></w:tr>";
}

}  // namespace

std::string runs(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = std::min(text.find('[', at), text.size());
    const std::size_t close = text.find(']', begin);
    // A bracket inside a tag is part of the tag.
    const std::size_t tag = text.rfind("{{", begin);
    const bool in_tag = tag != std::string_view::npos && tag >= at &&
                        text.find("}}", tag) != std::string_view::npos &&
                        text.find("}}", tag) > begin;
    const std::size_t end = close == std::string_view::npos ? text.size()
                            : in_tag                        ? text.find("}}", tag) + 2
                                                            : close + 1;
    out += run(text.substr(at, (in_tag ? end : begin) - at), false);
    if (!in_tag) {
      out += run(text.substr(begin, end - begin), true);
    }
    at = end;
  }
  return out;
}

std::string paragraph(std::string_view style, std::string_view text, std::string_view more) {
  return "<w:p><w:pPr><w:pStyle w:val=\"" + std::string(style) + "\"/>" + std::string(more) +
         "</w:pPr>" + runs(text) + "</w:p>";
}

std::string paragraph(Element element, std::string_view text) {
  return paragraph(style_of(element), text);
}

std::string statement(std::string_view text) {
  return paragraph(statement_style, text);
}

std::string ruled(int length, int room) {
  const std::string indent = std::to_string(std::max(0, (room - length) / 2));
  return paragraph(rule_style, "", "<w:ind w:left=\"" + indent + "\" w:right=\"" + indent + "\"/>");
}

std::string columns(int left_width,
                    int right_width,
                    const std::string& left,
                    const std::string& right) {
  return "<w:tbl>" + table_properties(left_width + right_width, false) +
         grid({left_width, right_width}) + "<w:tr><w:trPr><w:cantSplit/></w:trPr>" +
         cell(left_width, left, false) + cell(right_width, right, false) + "</w:tr></w:tbl>";
}

std::string table(const std::vector<std::string>& head,
                  const std::vector<int>& widths,
                  const std::vector<std::string>& cells,
                  const std::string& loop) {
  int total = 0;
  for (const int width : widths) {
    total += width;
  }
  std::string out = "<w:tbl>" + table_properties(total, true) + grid(widths) +
                    row(head, widths, table_head_style, true);
  out += loop.empty() ? "" : statement_row("{%tr for " + loop + " %}", widths, total);
  out += row(cells, widths, table_text_style, false);
  out += loop.empty() ? "" : statement_row("{%tr endfor %}", widths, total);
  return out + "</w:tbl>";
}

}  // namespace baocao::format
