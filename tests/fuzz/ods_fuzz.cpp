// Any bytes as the content of a LibreOffice spreadsheet.
#include "fuzz/sheets.hpp"
#include "input/reader.hpp"
#include "unit/input/workbook_files.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace baocao;
  const input::Parts parts = {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                              {"content.xml", fuzz::bytes_of(data, size)}};
  diag::Sink sink;
  const auto sheets = input::read(input::zip_of(parts), "a.ods", sink);
  if (!sheets) {
    fuzz::demand(!sheets.error().message.empty(), "a refusal says why");
    return 0;
  }
  for (const input::Sheet& sheet : *sheets) {
    fuzz::demand_good(sheet);
  }
  return 0;
}
