// Any text as a date, in the writings of people, of ISO 8601 and of Excel.
#include "fuzz/target.hpp"
#include "input/xlsx/values.hpp"
#include "table/cell_date.hpp"
#include "text/dates.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace baocao;
  const std::string text = fuzz::bytes_of(data, size);
  if (const auto range = text::parse_date(text)) {
    fuzz::demand(range->first <= range->last, "a range does not end before it begins");
    if (range->exact()) {
      fuzz::demand(text::parse_date(text::table_date(range->first)) == range,
                   "a day is read as it is written");
    }
  }
  if (const auto date = base::Date::parse_iso(text)) {
    fuzz::demand(date->iso() == text, "an ISO date has one writing");
  }
  for (const bool date1904 : {false, true}) {
    if (const auto date = input::xlsx::date_of_serial(text, date1904)) {
      fuzz::demand(date->year() >= 1900 && date->year() <= 9999, "serials reach from 1900 to 9999");
    }
  }
  input::Cell cell;
  cell.text = text;
  const auto reading = table::read_date(cell, {});
  fuzz::demand(!reading.value || reading.value->first <= reading.value->last,
               "a cell's range does not end before it begins");
  return 0;
}
