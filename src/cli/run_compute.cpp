#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/session.hpp"
#include "text/numbers.hpp"

namespace baocao::cli {
namespace {

std::string verdict_words(resolution::Verdict verdict) {
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

std::string line(const resolution::Finding& f) {
  const auto& threshold = f.indicator->target.threshold;
  std::string out = f.indicator->definition.id + "\t";
  if (f.missing_tables->empty()) {
    out += f.counts.n.decimal() + "/" + f.counts.d.decimal();
    out += f.estimate.value ? " (" + text::percent(*f.estimate.value, text::Zeros::keep) + ")" : "";
  }
  out +=
      "\t" + (threshold ? threshold->symbols() : std::string()) + "\t" + verdict_words(f.verdict);
  return out + "\t" + f.indicator->definition.title + "\n";
}

}  // namespace

int run(const ComputeCommand& command) {
  const job::Options options = options_for(command.common);
  const auto loaded = load(command.job, options);
  const auto computed = loaded ? compute(*loaded, options) : nullptr;
  if (!computed) {
    return errors;
  }
  const auto units = choose_units(*loaded, command.unit);
  if (!units) {
    return wrong_usage;
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
