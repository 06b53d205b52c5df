#include "job/compute.hpp"

#include "resolution/check_schema.hpp"

namespace baocao::job {

diag::Result<std::unique_ptr<Computed>> compute(const Loaded& loaded,
                                                const Options& options,
                                                diag::Sink& fatal) {
  std::vector<indicator::Definition> definitions;
  for (const resolution::Indicator& indicator : loaded.pack.indicators) {
    definitions.push_back(indicator.definition);
  }
  definitions.insert(definitions.end(), loaded.pack.figures.begin(), loaded.pack.figures.end());
  const indicator::Context context =
      resolution::context_of(loaded.pack, loaded.job.as_of, loaded.job.period);
  resolution::check_schema(loaded.pack, loaded.schema, context, fatal);
  if (const auto error = fatal.first_error()) {
    return diag::Failure(*error);
  }
  auto plan = indicator::Plan::make(definitions, loaded.schema, context, fatal);
  if (!plan) {
    return diag::Failure(plan.error());
  }
  auto computed = std::make_unique<Computed>();
  computed->loaded = &loaded;
  computed->plan = std::move(*plan);
  std::vector<indicator::Result> results = computed->plan->compute(loaded.dataset, options.threads);
  const auto split = results.begin() + static_cast<std::ptrdiff_t>(loaded.pack.indicators.size());
  computed->findings.pack = &loaded.pack;
  computed->findings.units = &loaded.dataset.units;
  computed->findings.completeness = resolution::Completeness(loaded.dataset);
  computed->findings.as_of = loaded.job.as_of;
  computed->findings.results.assign(results.begin(), split);
  computed->findings.figure_results.assign(split, results.end());
  computed->progress =
      resolution::Progress(loaded.pack, loaded.dataset, loaded.job.period, loaded.job.as_of);
  return computed;
}

}  // namespace baocao::job
