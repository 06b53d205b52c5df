#include "diag/json.hpp"
#include "job/compute.hpp"

namespace baocao::job {
namespace {

using diag::json_string;

// A share in percent with up to six decimals, or null.
std::string percent_or_null(const std::optional<base::Ratio>& share) {
  return share ? json_string((*share * base::Ratio(100)).decimal()) : "null";
}

// Counts are integers; sums that are not whole are decimal strings.
std::string amount(const base::Ratio& value) {
  return value.is_integer() ? std::to_string(value.numerator()) : json_string(value.decimal());
}

std::string counts_json(const indicator::Counts& counts,
                        const resolution::Estimate& estimate,
                        bool supplied) {
  if (!supplied) {
    return R"("n":null,"d":null,"unknown":null,"value":null,"low":null,"high":null)";
  }
  return "\"n\":" + amount(counts.n) + ",\"d\":" + amount(counts.d) +
         ",\"unknown\":" + amount(counts.unknown()) +
         ",\"value\":" + percent_or_null(estimate.value) +
         ",\"low\":" + percent_or_null(estimate.low) +
         ",\"high\":" + percent_or_null(estimate.high);
}

std::string strings_json(const std::vector<std::string>& strings) {
  std::string out = "[";
  for (const std::string& text : strings) {
    out += (out.size() > 1 ? "," : "") + json_string(text);
  }
  return out + "]";
}

std::string finding_json(const resolution::Finding& finding, const std::string& unit) {
  const auto& threshold = finding.indicator->target.threshold;
  return "{\"indicator\":" + json_string(finding.indicator->definition.id) +
         ",\"unit\":" + json_string(unit) + "," +
         counts_json(finding.counts, finding.estimate, finding.missing_tables->empty()) +
         ",\"target\":" + (threshold ? json_string(threshold->code()) : "null") +
         ",\"verdict\":" + json_string(resolution::name(finding.verdict)) +
         ",\"gap\":" + (finding.gap ? amount(*finding.gap) : "null") +
         ",\"missing_tables\":" + strings_json(*finding.missing_tables) + "}";
}

std::string figure_json(const indicator::Result& result,
                        std::uint16_t unit,
                        const std::string& code) {
  const bool supplied = result.missing_tables.empty();
  const indicator::Counts counts = supplied ? result.counts[unit] : indicator::Counts{};
  return "{\"figure\":" + json_string(result.definition->id) + ",\"unit\":" + json_string(code) +
         "," + counts_json(counts, resolution::estimate(counts, nullptr), supplied) + "}";
}

// Data fields of CSV never start a formula in the program that opens the file.
std::string csv_field(const std::string& text) {
  const bool formula = !text.empty() && std::string_view("=+-@").find(text[0]) != std::string::npos;
  std::string out = formula ? "'" + text : text;
  if (out.find_first_of(",\"\n") == std::string::npos) {
    return out;
  }
  std::string quoted = "\"";
  for (const char c : out) {
    quoted += c == '"' ? "\"\"" : std::string(1, c);
  }
  return quoted + "\"";
}

std::string percent_text(const std::optional<base::Ratio>& share) {
  return share ? (*share * base::Ratio(100)).decimal() : "";
}

std::string csv_line(const resolution::Finding& f, const table::Unit& unit) {
  const bool supplied = f.missing_tables->empty();
  const auto number = [&](const base::Ratio& value) { return supplied ? value.decimal() : ""; };
  const auto& threshold = f.indicator->target.threshold;
  std::string out;
  for (const std::string& field : {f.indicator->definition.id,
                                   unit.code,
                                   unit.full_name,
                                   number(f.counts.n),
                                   number(f.counts.d),
                                   number(f.counts.unknown()),
                                   percent_text(f.estimate.value),
                                   percent_text(f.estimate.low),
                                   percent_text(f.estimate.high),
                                   threshold ? threshold->code() : std::string(),
                                   std::string(resolution::name(f.verdict)),
                                   f.gap ? f.gap->decimal() : std::string()}) {
    out += (out.empty() ? "" : ",") + csv_field(field);
  }
  return out + "\n";
}

}  // namespace

std::string results_json(const Loaded& loaded,
                         const Computed& computed,
                         const std::vector<std::uint16_t>& units) {
  std::string results;
  std::string figures;
  for (const std::uint16_t unit : units) {
    const std::string& code = loaded.dataset.units.all[unit].code;
    for (std::size_t i = 0; i < computed.findings.results.size(); ++i) {
      results += (results.empty() ? "" : ",") + finding_json(computed.findings.at(i, unit), code);
    }
    for (const indicator::Result& result : computed.findings.figure_results) {
      figures += (figures.empty() ? "" : ",") + figure_json(result, unit, code);
    }
  }
  return "{\"resolution\":" + json_string(loaded.job.resolution) +
         ",\"period\":" + json_string(loaded.job.period.code()) +
         ",\"as_of\":" + json_string(loaded.job.as_of.iso()) + ",\"results\":[" + results +
         "],\"figures\":[" + figures + "]}\n";
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
