#include "check/check.hpp"

#include "base/parallel.hpp"
#include "check/caps.hpp"
#include "check/id_numbers.hpp"
#include "check/row_rules.hpp"
#include "check/same_person.hpp"

#include <functional>
#include <vector>

namespace baocao::check {
namespace {

// Checks are made side by side and told of in their order.
struct Check {
  std::function<void(diag::Sink& faults, diag::Sink& fatal)> make;
  diag::Sink faults;
  diag::Sink fatal;
};

}  // namespace

void run(const table::Dataset& dataset,
         const expr::Context& context,
         diag::Sink& faults,
         diag::Sink& fatal,
         unsigned threads) {
  const expr::View view(dataset);
  std::vector<Check> checks;
  const auto add = [&checks](auto make) { checks.emplace_back().make = std::move(make); };
  for (const auto& definition : dataset.schema->tables()) {
    const table::Table* table = dataset.find(definition->name);
    if (table == nullptr || !table->supplied) {
      continue;
    }
    add([&, table](diag::Sink& found, diag::Sink& unbound) {
      check_rows(*table, view, context, found, unbound);
    });
    add([&, table](diag::Sink& found, diag::Sink&) { check_id_numbers(dataset, *table, found); });
    add([&, table](diag::Sink& found, diag::Sink&) { check_same_person(dataset, *table, found); });
    add([&, table](diag::Sink& found, diag::Sink&) { check_caps(dataset, *table, found); });
  }
  base::parallel_for(checks.size(), threads, [&](std::size_t i) {
    checks[i].make(checks[i].faults, checks[i].fatal);
  });
  for (Check& check : checks) {
    faults.append(std::move(check.faults));
    fatal.append(std::move(check.fatal));
  }
}

}  // namespace baocao::check
