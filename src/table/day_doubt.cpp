#include "table/day_doubt.hpp"

#include "table/date_parts.hpp"

namespace baocao::table {
namespace {

constexpr int months = 12;

struct DayAndMonth {
  int day = 0;
  int month = 0;
};

// As the cell has them; nothing where the order is plain or there is no full date.
std::optional<DayAndMonth> day_and_month(const input::Cell& cell) {
  if (cell.kind == input::CellKind::date && !cell.hides_day) {
    return DayAndMonth{cell.date.day(), cell.date.month()};
  }
  if (cell.kind == input::CellKind::text) {
    if (const auto parts = date_parts(cell.text)) {
      return DayAndMonth{parts->first, parts->second};
    }
  }
  return std::nullopt;
}

struct Counts {
  std::size_t day_first = 0;    // text whose first number can only be the day
  std::size_t month_first = 0;  // text whose second number can only be the day
  std::size_t sure_dates = 0;   // date cells whose day is above 12
  std::size_t open_texts = 0;   // may be read either way
  std::size_t open_dates = 0;
};

Counts count(const input::Sheet& sheet, std::uint32_t first_row, std::uint32_t column) {
  Counts counts;
  for (std::uint32_t row = first_row; row < sheet.rows(); ++row) {
    const input::Cell* cell = sheet.at(row, column);
    const auto numbers = cell == nullptr ? std::nullopt : day_and_month(*cell);
    if (!numbers) {
      continue;
    }
    const bool text = cell->kind == input::CellKind::text;
    if (numbers->day > months) {
      ++(text ? counts.day_first : counts.sure_dates);
    } else if (numbers->month > months) {
      ++counts.month_first;
    } else if (numbers->day != numbers->month) {
      ++(text ? counts.open_texts : counts.open_dates);
    }
  }
  return counts;
}

}  // namespace

bool day_may_be_month(const input::Cell& cell) {
  const auto numbers = day_and_month(cell);
  return numbers && numbers->day <= months && numbers->month <= months &&
         numbers->day != numbers->month;
}

bool day_in_doubt(const input::Sheet& sheet,
                  const Header& header,
                  const schema::Field& field,
                  const ColumnUse& use,
                  diag::Sink& faults) {
  constexpr std::size_t enough = 3;  // fewer dates may be so by chance
  const Counts counts = count(sheet, header.last_row + 1, use.column);
  const bool month_first = counts.month_first > counts.day_first + counts.sure_dates;
  const bool split = counts.day_first >= enough && counts.open_dates >= enough &&
                     counts.sure_dates == 0 && counts.open_texts == 0;
  const std::size_t doubtful = counts.open_dates + counts.open_texts;
  if (doubtful == 0 || (!month_first && !split)) {
    return false;
  }
  faults.add(
      {.code = "S119",
       .severity = diag::Severity::warning,
       .message = std::to_string(doubtful) + " ngày ở cột \"" + use.header +
                  "\" có thể bị đảo ngày và tháng",
       .help = "đối chiếu hồ sơ rồi ghi lại cả cột dạng văn bản dd/mm/yyyy",
       .span = {.file = sheet.file,
                .sheet = sheet.name,
                .cell = input::cell_name(header.last_row, use.column),
                .column = use.header,
                .row = header.last_row + 1},
       .notes = {month_first ? "cột có ngày ghi tháng trước, ngày sau"
                             : "ngày từ 13 trở lên đều là chữ, ngày từ 12 trở xuống đều là ô ngày",
                 "những ngày đó chỉ tính là biết năm"},
       .field = field.key});
  return true;
}

}  // namespace baocao::table
