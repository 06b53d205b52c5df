// Any bytes as a worksheet, or after a "$" as the shared strings: the scanner and expat agree.
#include "fuzz/target.hpp"
#include "fuzz/workbook.hpp"
#include "unit/input/both_readers.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace baocao;
  const std::string xml = fuzz::bytes_of(data, size);
  const std::string bytes = xml.starts_with('$')
                                ? fuzz::workbook_with("xl/sharedStrings.xml", xml.substr(1))
                                : fuzz::workbook_with("xl/worksheets/sheet1.xml", xml);
  fuzz::demand(input::read_with(bytes, input::xlsx::Front::scanner) ==
                   input::read_with(bytes, input::xlsx::Front::expat),
               "the scanner gives what expat gives");
  return 0;
}
