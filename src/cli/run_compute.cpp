#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/session.hpp"
#include "job/parts.hpp"
#include "text/numbers.hpp"

namespace baocao::cli {
namespace {

std::string_view verdict_words(resolution::Verdict verdict) {
  switch (verdict) {
    case resolution::Verdict::met:
      return "đạt";
    case resolution::Verdict::not_met:
      return "chưa đạt";
    case resolution::Verdict::undecided:
      return "chưa đủ dữ liệu";
    case resolution::Verdict::not_due:
      return "chưa đến hạn";
    default:
      return "không có dữ liệu";
  }
}

// "14/70 (20,0%)"; of a count, how many.
std::string figures(const indicator::Counts& counts,
                    const resolution::Estimate& estimate,
                    bool share) {
  if (!share) {
    return counts.n.decimal();
  }
  const std::string percent =
      estimate.value ? " (" + text::percent(*estimate.value, text::Zeros::keep) + ")" : "";
  return counts.n.decimal() + "/" + counts.d.decimal() + percent;
}

std::string line(const resolution::Finding& f) {
  const auto threshold = resolution::shown_threshold(f);
  const bool share = !threshold || threshold->share;
  std::string out = f.indicator->definition.id + "\t";
  if (!f.indicator->statement.empty()) {
    out += f.counts.n.is_zero() ? "chưa có nhận định" : "đã có nhận định";
  } else if (f.missing_tables->empty()) {
    out += figures(f.counts, f.estimate, share);
  }
  const std::string_view verdict = f.not_judged.empty() ? verdict_words(f.verdict) : "không xét";
  out += "\t" + (threshold ? threshold->symbols() : std::string()) + "\t" + std::string(verdict);
  return out + "\t" + f.indicator->definition.title + "\n";
}

void print_parts(const job::Loaded& loaded, const std::vector<job::IndicatorParts>& all) {
  for (const job::IndicatorParts& of : all) {
    const resolution::Indicator& indicator = *of.indicator;
    print(loaded.dataset.units.all[of.unit].full_name + "\t" + indicator.definition.id + "\t" +
          indicator.definition.title + "\n");
    const auto& threshold = indicator.target.threshold;
    for (const indicator::Part& part : of.parts) {
      const auto estimate = resolution::estimate(part.counts, threshold ? &*threshold : nullptr);
      print("  " + part.label + "\t" +
            figures(part.counts, estimate, !threshold || threshold->share) + "\n");
    }
  }
}

int run_by(const ComputeCommand& command,
           unsigned threads,
           const job::Loaded& loaded,
           const job::Computed& computed,
           const std::vector<std::uint16_t>& units) {
  const resolution::Breakdown breakdown = job::breakdown_named(loaded.pack, command.by);
  diag::Sink notes;
  const auto parts = job::told_apart(computed, units, breakdown, threads, notes);
  print_faults(notes.all(), "");
  if (notes.all().size() == loaded.pack.indicators.size()) {
    return wrong_usage;  // nothing can be told apart so
  }
  if (command.json) {
    print(job::parts_json(loaded, parts, breakdown));
  } else if (command.csv) {
    print(job::parts_csv(loaded, parts, breakdown));
  } else {
    print_parts(loaded, parts);
  }
  return status_of_data(loaded) == done ? done : warnings;
}

}  // namespace

int run(const ComputeCommand& command) {
  const job::Options options = options_for(command.common);
  const auto loaded = load(command.job, options);
  const auto computed = loaded ? compute(*loaded, options) : nullptr;
  if (!computed || (command.json && !add_history(*loaded, options, *computed))) {
    return errors;
  }
  const auto units = choose_units(*loaded, command.unit);
  if (!units) {
    return wrong_usage;
  }
  if (!command.by.empty()) {
    return run_by(command, options.threads, *loaded, *computed, *units);
  }
  if (command.json) {
    print(job::results_json(*loaded, *computed, *units));
  } else if (command.csv) {
    print(job::results_csv(*loaded, *computed, *units));
  } else {
    for (const std::uint16_t unit : *units) {
      print(loaded->dataset.units.all[unit].full_name + "\n");
      for (std::size_t i = 0; i < computed->findings.results.size(); ++i) {
        print(line(computed->findings.at(i, unit)));
      }
    }
  }
  return status_of_data(*loaded) == done ? done : warnings;
}

}  // namespace baocao::cli
