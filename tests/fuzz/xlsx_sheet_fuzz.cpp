// Any bytes as the XML of a worksheet.
#include "fuzz/sheets.hpp"
#include "fuzz/workbook.hpp"
#include "input/reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace baocao;
  const std::string bytes =
      fuzz::workbook_with("xl/worksheets/sheet1.xml", fuzz::bytes_of(data, size));
  diag::Sink sink;
  const auto sheets = input::read(bytes, "a.xlsx", sink);
  if (!sheets) {
    fuzz::demand(!sheets.error().message.empty() && !sheets.error().help.empty(),
                 "a refusal says why and what to do");
    return 0;
  }
  for (const input::Sheet& sheet : *sheets) {
    fuzz::demand_good(sheet);
  }
  return 0;
}
