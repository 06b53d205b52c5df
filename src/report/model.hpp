// The report model: the named values that templates, appendices and summaries may use. The names
// are a contract with the people who edit templates: docs/ten-trong-mau.md lists them.
#pragma once

#include "base/date.hpp"
#include "base/period.hpp"
#include "check/overrides.hpp"
#include "diag/diagnostic.hpp"
#include "indicator/indicator.hpp"
#include "report/value.hpp"
#include "resolution/finding.hpp"
#include "resolution/history.hpp"
#include "resolution/pack.hpp"
#include "resolution/progress.hpp"
#include "table/dataset.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace baocao::report {

// What goes on the paper for one issuing unit; empty values print as blanks to fill in.
struct Document {
  std::optional<std::int64_t> number;
  std::string superior;
  std::string issuer;
  std::string symbol;
  std::optional<base::Date> date;
  std::string place;
  std::string authority;
  std::string signer_title;
  std::string signer_name;
  std::string addressee;
  std::vector<std::string> recipients;
};

class Drilled;

struct Input {
  const resolution::Findings* findings = nullptr;
  const resolution::History* history = nullptr;  // earlier periods; may be null: none
  const table::Dataset* dataset = nullptr;
  const resolution::Progress* progress = nullptr;  // may be null: no tasks
  const indicator::Plan* plan = nullptr;           // for the lists of persons
  const Drilled* drilled = nullptr;  // those lists, where they were made for many units
  const std::vector<diag::Diagnostic>* faults = nullptr;
  const std::vector<check::Exception>* exceptions = nullptr;  // may be null: none
  base::Period period;
  base::Date as_of;
  std::uint16_t unit = 0;  // issuing unit
  Document document;
  Value packages;            // what units handed up (`goi`); none: not made from an archive
  bool with_persons = true;  // with the lists of persons, which only the internal appendix may name
  // Counts of persons below it, from 1 on, carry a sign (report/small_cells.hpp); none: no signs.
  std::optional<std::int64_t> small_cells_below = {};
};

Value build_model(const Input& input);

}  // namespace baocao::report
