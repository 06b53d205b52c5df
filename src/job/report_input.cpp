#include "job/report_input.hpp"

#include "job/document.hpp"

namespace baocao::job {

report::Input report_input(const Loaded& loaded, const Computed& computed, std::uint16_t unit) {
  report::Input input;
  input.findings = &computed.findings;
  input.history = &computed.history;
  input.dataset = &loaded.dataset;
  input.progress = &computed.progress;
  input.plan = &*computed.plan;
  input.faults = &loaded.faults.all();
  input.exceptions = &loaded.exceptions;
  input.period = loaded.job.period;
  input.as_of = loaded.job.as_of;
  input.unit = unit;
  input.document = document_for(loaded, unit);
  input.with_persons = false;
  input.small_cells_below = loaded.job.small_cells_below;
  return input;
}

}  // namespace baocao::job
