#include "job/small_cells.hpp"

#include <algorithm>

namespace baocao::job {
namespace {

struct Total {
  report::MarkedTable table;
  std::size_t units = 0;
};

// In the order in which the tables come up first.
std::vector<Total> totals(std::span<const MarkedTables> units) {
  std::vector<Total> all;
  for (const MarkedTables& tables : units) {
    for (const report::MarkedTable& table : tables) {
      auto found = std::find_if(all.begin(), all.end(), [&](const Total& total) {
        return total.table.title == table.title;
      });
      if (found == all.end()) {
        found = all.insert(all.end(), {{table.title, 0}, 0});
      }
      found->table.cells += table.cells;
      ++found->units;
    }
  }
  return all;
}

}  // namespace

void tell_marked(std::span<const MarkedTables> units, const JobFile& job, diag::Sink& notes) {
  for (const auto& [table, of] : totals(units)) {
    notes.add({.code = "J230",
               .severity = diag::Severity::note,
               .message = "bảng \"" + table.title + "\"" +
                          (units.size() > 1 ? " của " + std::to_string(of) + " đơn vị" : "") +
                          " có " + std::to_string(table.cells) + " ô dưới " +
                          std::to_string(*job.small_cells_below) + " người",
               .help =
                   "các ô này mang dấu * trong tài liệu gửi đi; cân nhắc trước khi gửi ra ngoài "
                   "hệ thống",
               .span = {.file = job.display + "/" + job.name}});
  }
}

}  // namespace baocao::job
