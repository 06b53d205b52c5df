// Results and findings of a loaded job.
#pragma once

#include "indicator/indicator.hpp"
#include "job/load.hpp"
#include "resolution/finding.hpp"
#include "resolution/history.hpp"
#include "resolution/progress.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace baocao::job {

// Points into the Loaded it was made from.
struct Computed {
  const Loaded* loaded = nullptr;
  std::optional<indicator::Plan> plan;
  resolution::Findings findings;
  resolution::Progress progress;
  resolution::History history;  // earlier periods, which the caller adds
};

diag::Result<std::unique_ptr<Computed>> compute(const Loaded& loaded,
                                                const Options& options,
                                                diag::Sink& fatal);

// The findings of `units` as the JSON document of `compute --json` (design §4), or as CSV.
std::string results_json(const Loaded& loaded,
                         const Computed& computed,
                         const std::vector<std::uint16_t>& units);
std::string results_csv(const Loaded& loaded,
                        const Computed& computed,
                        const std::vector<std::uint16_t>& units);

}  // namespace baocao::job
