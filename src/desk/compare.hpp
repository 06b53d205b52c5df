// The indicators of a resolution over its periods: counts added up exactly, never ratios averaged.
#pragma once

#include "archive/archive.hpp"
#include "report/value.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace baocao::desk {

struct PeriodFigure {
  std::optional<archive::Figure> total;  // nothing: no package has the indicator
  std::size_t packages = 0;              // that have it
  bool is_break = false;                 // counted by another definition than the period before
};

struct ComparedIndicator {
  std::string id;
  std::string title;
  bool is_share = true;
  std::vector<PeriodFigure> figures;  // one for each period
};

struct Comparison {
  std::string resolution;
  std::string name;                           // "Nghị quyết số 12-NQ/TU"
  std::string unit;                           // empty: all units
  std::vector<archive::Period> periods;       // by as-of date
  std::vector<ComparedIndicator> indicators;  // in the order of the newest definitions
};

// `periods` by their codes; empty: every period of the resolution. A203 for one there is not.
diag::Result<Comparison> compare(const archive::Archive& archive,
                                 const std::string& resolution,
                                 const std::vector<std::string>& periods,
                                 const std::string& unit,
                                 diag::Sink& faults);

// {"resolution","unit","periods":[{"period","as_of"}],"indicators":[{"indicator","title","values":
// [{"period","n","d","unknown","value","packages","series_break"}]}]}: "value" in percent for
// shares, null when nothing was counted.
std::string compare_json(const Comparison& comparison);
std::string compare_text(const Comparison& comparison);
// The names of templates/desk/so-sanh.toml and tong-hop.*, but for `van_ban`.
report::Map compare_model(const Comparison& comparison);

}  // namespace baocao::desk
