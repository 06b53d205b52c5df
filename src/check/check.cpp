#include "check/check.hpp"

#include "check/caps.hpp"
#include "check/id_numbers.hpp"
#include "check/row_rules.hpp"
#include "check/same_person.hpp"

namespace baocao::check {

void run(const table::Dataset& dataset,
         const expr::Context& context,
         diag::Sink& faults,
         diag::Sink& fatal) {
  const expr::View view(dataset);
  for (const auto& definition : dataset.schema->tables()) {
    const table::Table* table = dataset.find(definition->name);
    if (table == nullptr || !table->supplied) {
      continue;
    }
    check_rows(*table, view, context, faults, fatal);
    check_id_numbers(dataset, *table, faults);
    check_same_person(dataset, *table, faults);
    check_caps(dataset, *table, faults);
  }
}

}  // namespace baocao::check
