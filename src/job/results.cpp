#include "diag/json.hpp"
#include "job/compute.hpp"
#include "job/result_fields.hpp"
#include "text/csv.hpp"

namespace baocao::job {
namespace {

using diag::json_string;

std::string strings_json(const std::vector<std::string>& strings) {
  std::string out = "[";
  for (const std::string& text : strings) {
    out += (out.size() > 1 ? "," : "") + json_string(text);
  }
  return out + "]";
}

bool is_share(const resolution::Finding& finding) {
  return !finding.threshold || finding.threshold->share;
}

// What the figures are: a share in percent, a count, or what only a person can judge.
std::string_view kind_of(const resolution::Finding& finding) {
  if (!finding.indicator->statement.empty()) {
    return "statement";
  }
  return is_share(finding) ? "share" : "count";
}

std::string gap_json(const std::optional<base::Ratio>& gap) {
  return gap ? amount_json(*gap) : "null";
}

std::string milestone_json(const std::optional<resolution::Milestone>& milestone) {
  if (!milestone) {
    return "null";
  }
  return "{\"year\":" + std::to_string(milestone->year) +
         ",\"target\":" + json_string(milestone->threshold.code()) +
         ",\"verdict\":" + json_string(resolution::name(milestone->verdict)) +
         ",\"gap\":" + gap_json(milestone->gap) + "}";
}

// How many of the lowest units below have handed in what is counted.
std::string reporting_json(const std::optional<resolution::Reporting>& reporting) {
  const auto number = [&](std::uint32_t resolution::Reporting::*member) {
    return reporting ? std::to_string(*reporting.*member) : std::string("null");
  };
  return ",\"units_reported\":" + number(&resolution::Reporting::units) +
         ",\"units_expected\":" + number(&resolution::Reporting::of);
}

// In percentage points for shares; a pace is per year.
std::string trend_json(const Computed& computed,
                       const resolution::Finding& finding,
                       const std::string& unit) {
  const bool share = is_share(finding);
  const auto& target = finding.indicator->target;
  const resolution::Trend trend = resolution::trend(
      computed.history.points(computed.findings, finding, unit), finding.threshold, target);
  const auto day = [](const std::optional<base::Date>& date) {
    return date ? json_string(date->iso()) : std::string("null");
  };
  return ",\"previous\":" + value_json(trend.before, share) +
         ",\"change\":" + value_json(trend.change, share) +
         ",\"pace\":" + value_json(trend.actual, share) +
         ",\"needed_pace\":" + value_json(trend.needed, share) +
         ",\"forecast\":" + value_json(trend.forecast, share) +
         ",\"forecast_for\":" + (trend.forecast ? day(target.due) : "null") +
         ",\"series_break\":" + day(trend.broken_at);
}

// `definition`: what tells whether another run counted the same (indicator/definition_hash.hpp).
std::string finding_json(const Computed& computed,
                         const resolution::Finding& finding,
                         const std::string& definition,
                         const std::string& unit) {
  const auto& threshold = finding.threshold;
  const bool supplied = finding.missing_tables->empty();
  return "{\"indicator\":" + json_string(finding.indicator->definition.id) +
         ",\"unit\":" + json_string(unit) + "," +
         counts_json(finding.counts, finding.estimate, is_share(finding), supplied) +
         ",\"target\":" + (threshold ? json_string(threshold->code()) : "null") +
         ",\"verdict\":" + json_string(resolution::name(finding.verdict)) +
         ",\"gap\":" + gap_json(finding.gap) + ",\"kind\":" + json_string(kind_of(finding)) +
         ",\"milestone\":" + milestone_json(finding.milestone) + ",\"not_judged\":" +
         (finding.not_judged.empty() ? "null" : json_string(finding.not_judged)) +
         ",\"missing_tables\":" + strings_json(*finding.missing_tables) +
         ",\"definition\":" + json_string(definition) + reporting_json(finding.reporting) +
         trend_json(computed, finding, unit) + "}";
}

std::string figure_json(const resolution::Findings& findings,
                        const indicator::Result& result,
                        std::uint16_t unit,
                        const std::string& code) {
  const bool supplied = result.missing_tables.empty();
  const indicator::Counts counts = supplied ? result.counts[unit] : indicator::Counts{};
  return "{\"figure\":" + json_string(result.definition->id) + ",\"unit\":" + json_string(code) +
         "," + counts_json(counts, resolution::estimate(counts, nullptr), true, supplied) +
         ",\"definition\":" + json_string(result.hash) +
         reporting_json(findings.completeness.of(result, unit)) + "}";
}

std::string task_json(const resolution::TaskFinding& finding,
                      const std::string& unit,
                      base::Date as_of) {
  const auto& report = finding.report;
  const bool has_day = report && report->completed && report->completed->exact();
  return "{\"task\":" + json_string(finding.task->id) + ",\"unit\":" + json_string(unit) +
         ",\"state\":" + json_string(resolution::name(finding.state)) +
         ",\"deadline\":" + (finding.deadline ? json_string(finding.deadline->iso()) : "null") +
         ",\"completed\":" + (has_day ? json_string(report->completed->first.iso()) : "null") +
         ",\"late\":" + (finding.is_late(as_of) ? "true" : "false") + "}";
}

std::string csv_line(const resolution::Finding& f, const table::Unit& unit) {
  const auto& threshold = f.threshold;
  std::string out = text::csv_field(f.indicator->definition.id) + "," + text::csv_field(unit.code) +
                    "," + text::csv_field(unit.full_name) + "," +
                    counts_csv(f.counts, f.estimate, is_share(f), f.missing_tables->empty());
  for (const std::string& field : {threshold ? threshold->code() : std::string(),
                                   std::string(resolution::name(f.verdict)),
                                   f.gap ? f.gap->decimal() : std::string()}) {
    out += "," + text::csv_field(field);
  }
  return out + "\n";
}

}  // namespace

std::string results_json(const Loaded& loaded,
                         const Computed& computed,
                         const std::vector<std::uint16_t>& units) {
  std::string results;
  std::string figures;
  std::string tasks;
  for (const std::uint16_t unit : units) {
    const std::string& code = loaded.dataset.units.all[unit].code;
    for (std::size_t i = 0; i < computed.findings.results.size(); ++i) {
      const indicator::Result& result = computed.findings.results[i];
      results += (results.empty() ? "" : ",") +
                 finding_json(computed, computed.findings.at(i, unit), result.hash, code);
    }
    for (const indicator::Result& result : computed.findings.figure_results) {
      figures += (figures.empty() ? "" : ",") + figure_json(computed.findings, result, unit, code);
    }
    for (const resolution::TaskFinding& finding : computed.progress.of(unit)) {
      tasks += (tasks.empty() ? "" : ",") + task_json(finding, code, loaded.job.as_of);
    }
  }
  return "{\"resolution\":" + json_string(loaded.job.resolution) +
         ",\"period\":" + json_string(loaded.job.period.code()) +
         ",\"as_of\":" + json_string(loaded.job.as_of.iso()) + ",\"results\":[" + results +
         "],\"figures\":[" + figures + "],\"tasks\":[" + tasks + "]}\n";
}

std::string results_csv(const Loaded& loaded,
                        const Computed& computed,
                        const std::vector<std::uint16_t>& units) {
  std::string out = "indicator,unit,unit_name,n,d,unknown,value,low,high,target,verdict,gap\n";
  for (const std::uint16_t unit : units) {
    for (std::size_t i = 0; i < computed.findings.results.size(); ++i) {
      out += csv_line(computed.findings.at(i, unit), loaded.dataset.units.all[unit]);
    }
  }
  return out;
}

}  // namespace baocao::job
