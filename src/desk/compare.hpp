// The indicators of a resolution over its periods: counts added up exactly, never ratios averaged.
#pragma once

#include "archive/archive.hpp"
#include "report/value.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::desk {

struct PeriodFigure {
  std::optional<archive::Figure> total;  // nothing: no package has the indicator
  std::size_t packages = 0;              // that have it
  // Of the period of the same kind before (a quarter's is a quarter) that has the indicator:
  bool is_break = false;              // it was counted by another definition
  std::optional<base::Ratio> change;  // of the value since the last one, none across a break
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

struct Selection {
  std::string resolution;
  std::vector<std::string> periods = {};  // codes; empty: every period of the resolution
  std::string unit = {};                  // code; empty: all units added up
  std::string indicator = {};             // id; empty: all
};

// A203 for a period there is not, U103 for a unit that no period expects, U104 for an indicator
// that the newest definitions have not.
diag::Result<Comparison> compare(const archive::Archive& archive,
                                 const Selection& selection,
                                 diag::Sink& faults);

// {"resolution","unit","periods":[{"period","as_of"}],"indicators":[{"indicator","title","values":
// [{"period","n","d","unknown","value","packages","series_break"}]}]}: "value" in percent for
// shares, null when nothing was counted.
std::string compare_json(const Comparison& comparison);
std::string compare_text(const Comparison& comparison);
// The names of templates/desk/so-sanh.toml and tong-hop.*, but for `van_ban`.
report::Map compare_model(const Comparison& comparison);

// What the outputs of a comparison and of a trend share: the line under a table that has a break,
// the members of a value from "period" on, and the document around the values that `write` gives
// for an indicator and a period, by their places.
inline constexpr std::string_view break_note =
    "(*) đếm theo định nghĩa khác kỳ cùng loại liền trước, không so trực tiếp được.\n";
std::string figure_fields(const ComparedIndicator& indicator,
                          const PeriodFigure& figure,
                          const archive::Period& period);
using WriteValue = std::function<std::string(std::size_t indicator, std::size_t period)>;
std::string comparison_json(const Comparison& comparison, const WriteValue& write);

}  // namespace baocao::desk
