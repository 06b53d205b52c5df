#include "job/choose_table.hpp"

#include "table/find_table.hpp"

#include <compare>
#include <set>

namespace baocao::job {
namespace {

struct Fit {
  std::size_t fields = 0;
  std::ptrdiff_t known = 0;  // minus the number of unknown columns

  friend auto operator<=>(const Fit&, const Fit&) = default;
};

Fit fit(const input::Sheet& sheet, const schema::Table& table) {
  const auto header = table::find_table(sheet, table::HeaderMatcher(table, {}));
  if (!header) {
    return {};
  }
  std::set<std::size_t> fields;
  Fit found;
  for (const table::HeaderColumn& column : header->columns) {
    if (column.match.kind == table::HeaderMatch::Kind::field) {
      fields.insert(column.match.field);
    }
    found.known -= column.match.kind == table::HeaderMatch::Kind::unknown ? 1 : 0;
  }
  found.fields = fields.size();
  return found;
}

}  // namespace

std::optional<std::string> choose_table(const std::vector<input::Sheet>& sheets,
                                        const schema::Schema& schema) {
  std::optional<std::string> best_table;
  Fit best;
  for (const auto& table : schema.tables()) {
    Fit found;
    for (const input::Sheet& sheet : sheets) {
      found = sheet.hidden ? found : std::max(found, fit(sheet, *table));
    }
    if (found.fields > 0 && found == best) {
      best_table.reset();
    } else if (found > best) {
      best = found;
      best_table = table->name;
    }
  }
  return best_table;
}

}  // namespace baocao::job
