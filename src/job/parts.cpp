#include "job/parts.hpp"

#include "base/parallel.hpp"
#include "diag/json.hpp"
#include "job/result_fields.hpp"
#include "text/csv.hpp"

#include <algorithm>
#include <utility>

namespace baocao::job {
namespace {

using diag::json_string;

bool is_share(const resolution::Indicator& indicator) {
  return !indicator.target.threshold || indicator.target.threshold->share;
}

resolution::Estimate estimate_of(const resolution::Indicator& indicator,
                                 const indicator::Part& part) {
  const auto& threshold = indicator.target.threshold;
  return resolution::estimate(part.counts, threshold ? &*threshold : nullptr);
}

// A part is held to no target: the resolution sets it for the whole.
std::string part_json(const resolution::Indicator& indicator,
                      const indicator::Part& part,
                      const std::string& unit,
                      const std::string& by) {
  return "{\"indicator\":" + json_string(indicator.definition.id) +
         ",\"unit\":" + json_string(unit) + ",\"by\":" + json_string(by) +
         ",\"group\":" + json_string(part.key) + ",\"group_label\":" + json_string(part.label) +
         "," + counts_json(part.counts, estimate_of(indicator, part), is_share(indicator), true) +
         R"(,"target":null,"verdict":null,"gap":null})";
}

std::string part_csv(const resolution::Indicator& indicator,
                     const indicator::Part& part,
                     const table::Unit& unit,
                     const std::string& by) {
  std::string out;
  for (const std::string& field :
       {indicator.definition.id, unit.code, unit.full_name, by, part.key, part.label}) {
    out += text::csv_field(field) + ",";
  }
  return out + counts_csv(part.counts, estimate_of(indicator, part), is_share(indicator), true) +
         "\n";
}

}  // namespace

resolution::Breakdown breakdown_named(const resolution::Pack& pack, std::string_view name) {
  const auto& all = pack.breakdowns;
  const auto found = std::find_if(
      all.begin(), all.end(), [name](const auto& candidate) { return candidate.id == name; });
  if (found != all.end()) {
    return *found;
  }
  return {std::string(name), std::string(name), {std::string(name), {}}};
}

std::vector<IndicatorParts> told_apart(const Computed& computed,
                                       const std::vector<std::uint16_t>& units,
                                       const resolution::Breakdown& breakdown,
                                       unsigned threads,
                                       diag::Sink& notes) {
  using OfUnits = diag::Result<std::vector<std::vector<indicator::Part>>>;
  const auto& indicators = computed.loaded->pack.indicators;
  std::vector<OfUnits> found(indicators.size());
  base::parallel_for(indicators.size(), threads, [&](std::size_t i) {
    found[i] = computed.plan->disaggregate(
        computed.loaded->dataset, indicators[i].definition.id, units, breakdown.how);
  });
  for (const OfUnits& of_indicator : found) {
    if (!of_indicator) {
      diag::Diagnostic note = of_indicator.error();
      note.severity = diag::Severity::note;
      notes.add(std::move(note));
    }
  }
  std::vector<IndicatorParts> all;
  for (std::size_t at = 0; at < units.size(); ++at) {
    for (std::size_t i = 0; i < indicators.size(); ++i) {
      if (found[i] && !(*found[i])[at].empty()) {
        all.push_back({&indicators[i], units[at], std::move((*found[i])[at])});
      }
    }
  }
  return all;
}

std::string parts_json(const Loaded& loaded,
                       const std::vector<IndicatorParts>& parts,
                       const resolution::Breakdown& breakdown) {
  std::string rows;
  for (const IndicatorParts& of : parts) {
    for (const indicator::Part& part : of.parts) {
      rows += (rows.empty() ? "" : ",") +
              part_json(*of.indicator, part, loaded.dataset.units.all[of.unit].code, breakdown.id);
    }
  }
  return "{\"resolution\":" + json_string(loaded.job.resolution) +
         ",\"period\":" + json_string(loaded.job.period.code()) +
         ",\"as_of\":" + json_string(loaded.job.as_of.iso()) +
         ",\"by\":" + json_string(breakdown.id) + ",\"results\":[" + rows + "]}\n";
}

std::string parts_csv(const Loaded& loaded,
                      const std::vector<IndicatorParts>& parts,
                      const resolution::Breakdown& breakdown) {
  std::string out = "indicator,unit,unit_name,by,group,group_label,n,d,unknown,value,low,high\n";
  for (const IndicatorParts& of : parts) {
    for (const indicator::Part& part : of.parts) {
      out += part_csv(*of.indicator, part, loaded.dataset.units.all[of.unit], breakdown.id);
    }
  }
  return out;
}

}  // namespace baocao::job
