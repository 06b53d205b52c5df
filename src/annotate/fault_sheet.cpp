#include "annotate/fault_sheet.hpp"

#include "annotate/annotate.hpp"
#include "package/xml.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>

namespace baocao::annotate {
namespace {

using package::escaped;

struct Column {
  const char* title;
  int width;
};

constexpr std::array<Column, 7> columns = {{{"Mức độ", 11},
                                            {"Mã", 8},
                                            {"Trang", 24},
                                            {"Ô", 8},
                                            {"Cột", 28},
                                            {"Lỗi", 60},
                                            {"Cách sửa", 60}}};
constexpr std::uint32_t header_row = 4;  // 1-based
constexpr std::size_t line_height = 15;  // points

constexpr std::string_view wrapped = R"(<alignment vertical="top" wrapText="1"/>)";
constexpr std::string_view plain_font =
    R"(<font><sz val="11"/><name val="Times New Roman"/></font>)";
constexpr std::string_view bold_font =
    R"(<font><b/><sz val="14"/><name val="Times New Roman"/></font>)";
constexpr std::string_view header_font =
    R"(<font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Times New Roman"/></font>)";
constexpr std::string_view link_font =
    R"(<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Times New Roman"/></font>)";
constexpr std::string_view header_fill =
    R"(<fill><patternFill patternType="solid"><fgColor rgb="FF1F3864"/><bgColor indexed="64"/></patternFill></fill>)";

class SheetWriter {
 public:
  explicit SheetWriter(Styles& styles)
      : plain_(styles.add(plain_font, "", wrapped)),
        title_(styles.add(bold_font, "", "")),
        remark_(styles.add(plain_font, "", "")),
        header_(styles.add(header_font, header_fill, wrapped)),
        link_(styles.add(link_font, "", wrapped)),
        styles_(styles) {}

  void write_head(const Faults& faults, bool converted);
  void write_fault(const diag::Diagnostic& fault);
  base::Bytes finish(bool strict) const;

 private:
  void begin_row(std::uint32_t row, std::size_t lines = 1);

  void end_row() { rows_ += "</row>"; }

  void cell(const std::string& text, std::uint32_t format);

  std::uint32_t plain_;
  std::uint32_t title_;
  std::uint32_t remark_;
  std::uint32_t header_;
  std::uint32_t link_;
  Styles& styles_;
  std::string rows_;
  std::string links_;
  std::uint32_t row_ = 0;  // 1-based
  std::uint32_t column_ = 0;
};

// Not every program fits the height of a row to its text.
void SheetWriter::begin_row(std::uint32_t row, std::size_t lines) {
  row_ = row;
  column_ = 0;
  rows_ += "<row r=\"" + std::to_string(row) + "\"";
  rows_ += lines > 1 ? " ht=\"" + std::to_string(lines * line_height) + "\">" : ">";
}

void SheetWriter::cell(const std::string& text, std::uint32_t format) {
  rows_ += "<c r=\"" + input::cell_name(row_ - 1, column_++) + "\" s=\"" + std::to_string(format) +
           "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(text) + "</t></is></c>";
}

void SheetWriter::write_head(const Faults& faults, bool converted) {
  std::array<std::size_t, 3> counts = {};
  for (const diag::Diagnostic* fault : faults) {
    ++counts[static_cast<std::size_t>(fault->severity)];
  }
  begin_row(1);
  cell(std::string(fault_sheet_title), title_);
  end_row();
  begin_row(2);
  cell(std::to_string(counts[2]) + " lỗi (ô đỏ), " + std::to_string(counts[1]) +
           " cảnh báo (ô vàng), " + std::to_string(counts[0]) +
           " ghi chú (ô xanh). Bấm vào địa chỉ ở cột Ô để đến ô cần xem; sửa xong có thể gửi lại "
           "chính tệp này, trang này không được tính.",
       remark_);
  end_row();
  if (converted) {
    begin_row(3);
    cell(
        "Tệp gốc không ghi được màu và chú thích nên được chép sang tệp Excel này; mọi ô là chữ, "
        "địa chỉ giữ nguyên.",
        remark_);
    end_row();
  }
  begin_row(header_row);
  for (const Column& column : columns) {
    cell(column.title, header_);
  }
  end_row();
}

// The column's width counts digits, which are wider than most letters, so no line is missing.
std::size_t lines_of(const std::string& text, std::size_t column) {
  const auto width = static_cast<std::size_t>(columns[column].width);
  return (text::length(text) + width - 1) / width;
}

std::string quoted(const std::string& sheet) {
  std::string out = "'";
  for (const char c : sheet) {
    out += c == '\'' ? "''" : std::string(1, c);
  }
  return out + "'";
}

void SheetWriter::write_fault(const diag::Diagnostic& fault) {
  const diag::Span& span = fault.span;
  const std::string target =
      span.cell.empty() && span.row != 0 ? "A" + std::to_string(span.row) : span.cell;
  const bool linked = !target.empty() && !span.sheet.empty();
  std::string message = fault.message;
  for (const std::string& note : fault.notes) {
    message += "; " + note;
  }
  begin_row(row_ + 1,
            std::max({lines_of(span.sheet, 2),
                      lines_of(span.column, 4),
                      lines_of(message, 5),
                      lines_of(fault.help, 6)}));
  if (linked) {
    links_ += "<hyperlink ref=\"" + input::cell_name(row_ - 1, 3) + "\" location=\"" +
              escaped(quoted(span.sheet) + "!" + target) + "\" display=\"" + target + "\"/>";
  }
  cell(severity_word(fault.severity), styles_.marked(plain_, fault.severity));
  cell(std::string(fault.code.id()), plain_);
  cell(span.sheet, plain_);
  cell(span.cell.empty() && span.row != 0 ? "hàng " + std::to_string(span.row) : span.cell,
       linked ? link_ : plain_);
  cell(span.column, plain_);
  cell(message, plain_);
  cell(fault.help, plain_);
  end_row();
}

base::Bytes SheetWriter::finish(bool strict) const {
  const std::string head = std::to_string(header_row);
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"" +
      spreadsheet_namespace(strict) +
      "\"><sheetPr><tabColor rgb=\"FFC00000\"/><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
      "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"" +
      head + "\" topLeftCell=\"A" + std::to_string(header_row + 1) +
      "\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
      "<sheetFormatPr defaultRowHeight=\"15\"/><cols>";
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    out += "<col min=\"" + number + "\" max=\"" + number + "\" width=\"" +
           std::to_string(columns[i].width) + "\" customWidth=\"1\"/>";
  }
  out += "</cols><sheetData>" + rows_ + "</sheetData><autoFilter ref=\"A" + head + ":G" +
         std::to_string(row_) + "\"/>";
  out += links_.empty() ? "" : "<hyperlinks>" + links_ + "</hyperlinks>";
  return out +
         "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" "
         "footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>"
         "</worksheet>";
}

}  // namespace

base::Bytes fault_sheet(const Faults& faults, bool converted, Styles& styles, bool strict) {
  SheetWriter writer(styles);
  writer.write_head(faults, converted);
  for (const diag::Diagnostic* fault : faults) {
    writer.write_fault(*fault);
  }
  return writer.finish(strict);
}

}  // namespace baocao::annotate
