#include "input/reader.hpp"

#include "diag/id_numbers.hpp"
#include "input/csv/encoding.hpp"
#include "input/csv/reader.hpp"
#include "input/legacy_text.hpp"
#include "input/look_alikes.hpp"
#include "input/ods/reader.hpp"
#include "input/xlsx/reader.hpp"
#include "input/xlsx/workbook.hpp"
#include "package/zip_reader.hpp"

#include <algorithm>
#include <utility>

namespace baocao::input {
namespace {

using Sheets = diag::Result<std::vector<Sheet>>;

diag::Failure refusal(diag::Code code, std::string message, std::string help, std::string file) {
  return diag::Failure(diag::Diagnostic{.code = code,
                                        .message = std::move(message),
                                        .help = std::move(help),
                                        .span = {.file = std::move(file)}});
}

bool is_package(base::ByteView bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06") ||
         bytes.starts_with("\xD0\xCF\x11\xE0");
}

std::string kind_of(const package::ZipReader& zip) {
  if (zip.contains("content.xml")) {
    return "văn bản LibreOffice (.odt) hoặc tệp cùng loại";
  }
  if (zip.contains("xl/workbook.bin")) {
    return "bảng tính nhị phân (.xlsb)";
  }
  return zip.contains("word/document.xml") ? "văn bản Word (.docx)" : "tệp nén (.zip)";
}

diag::Failure no_workbook(const package::ZipReader& zip, const std::string& file) {
  return refusal("F203",
                 "đây là " + kind_of(zip) + ", không phải bảng tính .xlsx, .ods",
                 "lưu danh sách dưới dạng .xlsx, .ods hoặc .csv",
                 file);
}

Sheets read_package(base::ByteView bytes, const std::string& file, diag::Sink& sink) {
  auto zip = package::ZipReader::open(bytes, file);
  if (!zip) {
    return diag::Failure(std::move(zip.error()));
  }
  const xlsx::Source source{*zip, file};
  if (ods::is_spreadsheet(*zip)) {
    return ods::read(source, sink);
  }
  auto workbook = xlsx::find_workbook(source);
  if (!workbook) {
    return diag::Failure(std::move(workbook.error()));
  }
  return *workbook ? xlsx::read(source, **workbook, sink) : no_workbook(*zip, file);
}

// Pictures, PDF files and the like hold control characters; web pages and XML begin with "<".
bool is_table_text(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  const bool is_markup = first != std::string_view::npos && text[first] == '<';
  return !is_markup && std::none_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\r' && c != '\n';
  });
}

bool is_utf16(base::ByteView bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

diag::Failure unknown_format(const std::string& file) {
  return refusal("F204",
                 "không nhận ra định dạng của tệp, chương trình đọc .xlsx, .ods và .csv",
                 "mở tệp bằng Excel, chọn Lưu dưới dạng (Save As) .xlsx",
                 file);
}

Sheets read_text(base::ByteView bytes, const std::string& file, diag::Sink& sink) {
  if (!is_utf16(bytes) && !is_table_text(bytes)) {
    return unknown_format(file);
  }
  diag::Sink notes;
  auto text = csv::decoded(bytes, file, notes);
  if (!text) {
    return diag::Failure(std::move(text.error()));
  }
  if (!is_table_text(*text)) {
    return unknown_format(file);
  }
  auto sheet = csv::read(*text, file);
  if (!sheet) {
    return diag::Failure(std::move(sheet.error()));
  }
  sink.append(std::move(notes));
  std::vector<Sheet> sheets;
  sheets.push_back(std::move(*sheet));
  return sheets;
}

bool has_cells(const std::vector<Sheet>& sheets) {
  return std::any_of(
      sheets.begin(), sheets.end(), [](const Sheet& sheet) { return !sheet.cells().empty(); });
}

}  // namespace

diag::Result<std::vector<Sheet>> read(base::ByteView bytes,
                                      const std::string& file,
                                      diag::Sink& sink) {
  if (bytes.empty()) {
    return refusal("F201", "tệp rỗng (0 byte)", "xin lại tệp từ nơi gửi, có thể do tải dở", file);
  }
  Sheets sheets =
      is_package(bytes) ? read_package(bytes, file, sink) : read_text(bytes, file, sink);
  if (sheets && !has_cells(*sheets)) {
    return refusal(
        "F202", "tệp không có dữ liệu", "kiểm tra lại có gửi nhầm tệp trống không", file);
  }
  if (sheets) {
    diag::Sink quoting;
    decode_legacy_text(*sheets, quoting);
    for (const Sheet& sheet : *sheets) {
      report_look_alikes(sheet, quoting);
    }
    sink.append(diag::without_id_numbers(std::move(quoting)));
  }
  return sheets;
}

}  // namespace baocao::input
