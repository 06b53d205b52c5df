// Any text as a number, an index or an address.
#include "fuzz/target.hpp"
#include "input/limits.hpp"
#include "input/xlsx/values.hpp"
#include "table/cell_number.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace baocao;
  const std::string text = fuzz::bytes_of(data, size);
  if (const auto index = input::xlsx::parse_index(text)) {
    const std::string digits = text.substr(std::min(text.find_first_not_of('0'), text.size() - 1));
    fuzz::demand(std::to_string(*index) == digits, "an index is its digits");
  }
  if (const auto position = input::xlsx::parse_position(text)) {
    fuzz::demand(position->row < input::max_rows && position->column < input::max_columns,
                 "an address stands in the grid");
    const std::string name = input::cell_name(position->row, position->column);
    const auto again = input::xlsx::parse_position(name);
    fuzz::demand(again && again->row == position->row && again->column == position->column,
                 "an address is read as it is written");
  }
  if (const auto number = base::Ratio::parse(text)) {
    constexpr std::int64_t nine_places = 1'000'000'000;  // longer ones are not written whole
    fuzz::demand(
        nine_places % number->denominator() != 0 || base::Ratio::parse(number->decimal()) == number,
        "a number is read as it is written");
  }
  for (const input::CellKind kind : {input::CellKind::text, input::CellKind::number}) {
    input::Cell cell;
    cell.text = text;
    cell.kind = kind;
    const auto reading = table::read_number(cell);
    fuzz::demand(!reading.fault || !reading.fault->message.empty(), "a fault says what");
  }
  return 0;
}
