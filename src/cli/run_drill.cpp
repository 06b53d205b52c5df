#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/session.hpp"
#include "diag/render.hpp"
#include "text/suggest.hpp"

namespace baocao::cli {
namespace {

bool known_indicator(const job::Loaded& loaded, const std::string& id) {
  std::vector<std::string> ids;
  for (const auto& indicator : loaded.pack.indicators) {
    ids.push_back(indicator.definition.id);
  }
  for (const auto& figure : loaded.pack.figures) {
    ids.push_back(figure.id);
  }
  if (std::find(ids.begin(), ids.end(), id) != ids.end()) {
    return true;
  }
  const auto guess = text::nearest(id, ids);
  print_error(diag::text({.code = "U104",
                          .message = "nghị quyết không có chỉ tiêu \"" + id + "\"",
                          .help = guess ? "ý bạn là \"" + *guess + "\"?"
                                        : "xem mã các chỉ tiêu bằng lệnh: baocao compute"}));
  return false;
}

indicator::Side side_of(const std::string& word) {
  if (word == "met") {
    return indicator::Side::met;
  }
  return word == "unmet" ? indicator::Side::unmet : indicator::Side::unknown;
}

// The person's or unit's name, as the row has it.
std::string name_of(const table::Table& table, std::size_t row) {
  for (const char* field : {"ho_ten", "ten_day_du", "ten"}) {
    const table::Column* column = table.find(field);
    if (column != nullptr && column->has(row)) {
      return column->texts[row];
    }
  }
  return "hàng " + std::to_string(table.origin[row].row + 1);
}

}  // namespace

int run(const DrillCommand& command) {
  const job::Options options = options_for(command.common);
  const auto loaded = load(command.job, options);
  const auto computed = loaded ? compute(*loaded, options) : nullptr;
  if (!computed) {
    return errors;
  }
  const auto units = choose_units(*loaded, {command.unit, false});
  if (!units || !known_indicator(*loaded, command.indicator)) {
    return wrong_usage;
  }
  const auto members = computed->plan->drill(
      loaded->dataset, command.indicator, units->front(), side_of(command.side));
  for (const indicator::Member& member : members) {
    const table::Table& table = *loaded->dataset.find(member.table);
    const std::uint16_t unit = table.unit[member.row];
    print(loaded->dataset.units.all[unit].full_name + "\t" + name_of(table, member.row) + "\t" +
          member.reason + "\t" + diag::place(table.span(member.row)) + "\n");
  }
  print("Tất cả: " + std::to_string(members.size()) + "\n");
  return done;
}

}  // namespace baocao::cli
