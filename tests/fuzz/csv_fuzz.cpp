// Any bytes as a text table.
#include "fuzz/sheets.hpp"
#include "input/reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace baocao;
  diag::Sink sink;
  const auto sheets = input::read(fuzz::bytes_of(data, size), "a.csv", sink);
  if (!sheets) {
    fuzz::demand(!sheets.error().message.empty(), "a refusal says why");
    return 0;
  }
  fuzz::demand(!sheets->empty(), "what is read has a sheet");
  for (const input::Sheet& sheet : *sheets) {
    fuzz::demand_good(sheet);
  }
  return 0;
}
