#include "desk/compare.hpp"

#include "base/period.hpp"
#include "desk/periods.hpp"
#include "diag/json.hpp"
#include "resolution/pack.hpp"
#include "text/numbers.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>

namespace baocao::desk {
namespace {

using diag::json_string;

base::Ratio unknown_of(const archive::Figure& f) {
  return f.u1 + f.u2 + f.open;
}

void add(PeriodFigure& figure, const archive::Figure& more) {
  ++figure.packages;
  if (!figure.total) {
    figure.total = more;
    return;
  }
  archive::Figure& total = *figure.total;
  total.n += more.n;
  total.d += more.d;
  total.u1 += more.u1;
  total.u2 += more.u2;
  total.open += more.open;
}

// Nothing when nothing was counted, or amounts are missing that nothing bounds.
std::optional<base::Ratio> value_of(const ComparedIndicator& indicator,
                                    const PeriodFigure& figure) {
  if (!figure.total || !figure.total->open.is_zero()) {
    return std::nullopt;
  }
  const archive::Figure& f = *figure.total;
  const bool counted = !f.d.is_zero() || (!indicator.is_share && !(f.n + f.u1 + f.u2).is_zero());
  if (!counted) {
    return std::nullopt;
  }
  return indicator.is_share ? f.n / f.d : f.n;
}

diag::Result<std::vector<archive::Period>> chosen_periods(const archive::Archive& archive,
                                                          const std::string& resolution,
                                                          const std::vector<std::string>& codes) {
  auto all = archive.periods();
  if (!all) {
    return diag::Failure(all.error());
  }
  std::set<std::string> missing(codes.begin(), codes.end());
  std::erase_if(*all, [&](const archive::Period& period) {
    const bool named =
        codes.empty() || std::find(codes.begin(), codes.end(), period.key.period) != codes.end();
    const bool wanted = period.key.resolution == resolution && named;
    if (wanted) {
      missing.erase(period.key.period);
    }
    return !wanted;
  });
  if (all->empty() || !missing.empty()) {
    return diag::Failure(diag::Diagnostic{
        .code = "A203",
        .message = "kho chưa mở kỳ " + (missing.empty() ? "nào" : "\"" + *missing.begin() + "\"") +
                   " của nghị quyết \"" + resolution + "\"",
        .help = "xem các kỳ bằng lệnh archive list"});
  }
  // The last quarter and the year end on the same day: the year, which begins earlier, comes after.
  const auto begins = [](const archive::Period& period) {
    const auto parsed = base::Period::parse(period.key.period);
    return parsed ? parsed->first() : period.as_of;
  };
  std::stable_sort(all->begin(), all->end(), [&](const auto& a, const auto& b) {
    return a.as_of != b.as_of ? a.as_of < b.as_of : begins(a) > begins(b);
  });
  return all;
}

// By indicator, then period.
using Totals = std::map<std::string, std::vector<PeriodFigure>, std::less<>>;

diag::Result<Totals> totals_of(const archive::Archive& archive,
                               const Comparison& comparison,
                               const std::string& indicator) {
  Totals totals;
  for (std::size_t i = 0; i < comparison.periods.size(); ++i) {
    const auto figures = archive.figures({.packages = {.resolution = comparison.resolution,
                                                       .period = comparison.periods[i].key.period,
                                                       .unit = comparison.unit,
                                                       .state = archive::State::accepted},
                                          .indicator = indicator});
    if (!figures) {
      return diag::Failure(figures.error());
    }
    for (const archive::StoredFigure& stored : *figures) {
      auto& row = totals[stored.figure.indicator];
      row.resize(comparison.periods.size());
      add(row[i], stored.figure);
    }
  }
  return totals;
}

// No figure rather than a wrong one where the numbers are too large.
std::optional<base::Ratio> difference(const base::Ratio& now, const base::Ratio& before) {
  try {
    return now - before;
  } catch (const std::overflow_error&) {
    return std::nullopt;
  }
}

base::Period::Kind kind_of(const archive::Period& period) {
  return base::Period::parse(period.key.period).value_or(base::Period{}).kind;
}

void link_periods(const std::vector<archive::Period>& periods, ComparedIndicator& indicator) {
  struct Before {
    std::string definition;
    std::optional<base::Ratio> value;
  };

  std::map<base::Period::Kind, Before> last;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    PeriodFigure& figure = indicator.figures[i];
    if (!figure.total) {
      continue;
    }
    auto [place, is_first] = last.try_emplace(kind_of(periods[i]));
    Before& before = place->second;
    figure.is_break = !is_first && before.definition != figure.total->definition;
    if (figure.is_break) {
      before.value.reset();
    }
    const auto value = value_of(indicator, figure);
    if (value && before.value) {
      figure.change = difference(*value, *before.value);
    }
    before = {figure.total->definition, value ? value : before.value};
  }
}

// A unit that no period expects is a slip of the pen, not one that never sent anything.
std::optional<diag::Diagnostic> unknown_unit(const std::vector<archive::Period>& periods,
                                             const std::string& unit) {
  const auto expects = [&](const archive::Period& period) {
    return std::any_of(period.units.begin(), period.units.end(), [&](const auto& expected) {
      return expected.code == unit;
    });
  };
  if (unit.empty() || std::any_of(periods.begin(), periods.end(), expects)) {
    return std::nullopt;
  }
  return diag::Diagnostic{.code = "U103",
                          .message = "không có đơn vị nào mang mã \"" + unit + "\"",
                          .help = "xem mã đơn vị bằng lệnh status"};
}

std::string value_text(const ComparedIndicator& indicator, const PeriodFigure& figure) {
  const auto value = value_of(indicator, figure);
  if (!value) {
    return "–";
  }
  return (indicator.is_share ? text::percent(*value, text::Zeros::keep) : value->decimal()) +
         (figure.is_break ? " (*)" : "");
}

// The place of the last period of the same kind before the newest: a year's is no quarter.
std::optional<std::size_t> place_before(const std::vector<archive::Period>& periods) {
  for (std::size_t i = periods.size() - 1; i-- > 0;) {
    if (kind_of(periods[i]) == kind_of(periods.back())) {
      return i;
    }
  }
  return std::nullopt;
}

// With the newest period and the one before it apart, as prose compares them.
report::Value indicator_value(const ComparedIndicator& indicator,
                              std::optional<std::size_t> place,
                              report::List values) {
  const PeriodFigure none;
  const PeriodFigure& now = indicator.figures.back();
  const PeriodFigure& before = place ? indicator.figures[*place] : none;
  const auto number = [&](const PeriodFigure& figure) {
    const auto value = value_of(indicator, figure);
    return value ? report::Value(*value) : report::Value();
  };
  return report::Map{{"ma", indicator.id},
                     {"ten", indicator.title},
                     {"ty_le", indicator.is_share},
                     {"nay", number(now)},
                     {"nay_loi", value_text(indicator, now)},
                     // Counted by another definition, it does not compare.
                     {"truoc", now.is_break ? report::Value() : number(before)},
                     {"truoc_loi", value_text(indicator, before)},
                     {"gia_tri", std::move(values)}};
}

}  // namespace

diag::Result<Comparison> compare(const archive::Archive& archive,
                                 const Selection& selection,
                                 diag::Sink& faults) {
  auto chosen = chosen_periods(archive, selection.resolution, selection.periods);
  if (!chosen) {
    return diag::Failure(chosen.error());
  }
  if (const auto fault = unknown_unit(*chosen, selection.unit)) {
    return diag::Failure(*fault);
  }
  Comparison made{.resolution = selection.resolution,
                  .name = {},
                  .unit = selection.unit,
                  .periods = std::move(*chosen),
                  .indicators = {}};
  const auto templates = templates_of(archive, made.periods.back().definitions);
  auto totals = totals_of(archive, made, selection.indicator);
  if (!templates || !totals) {
    return diag::Failure(templates ? totals.error() : templates.error());
  }
  const auto pack = resolution::load(*templates / "resolutions" / made.resolution, faults);
  if (!pack) {
    return diag::Failure(pack.error());
  }
  made.name = pack->name;
  for (const resolution::Indicator& indicator : pack->indicators) {
    const std::string& id = indicator.definition.id;
    if (!selection.indicator.empty() && id != selection.indicator) {
      continue;
    }
    ComparedIndicator row{
        .id = id,
        .title = indicator.definition.title,
        .is_share = !indicator.target.threshold || indicator.target.threshold->share,
        .figures = std::move((*totals)[id])};
    row.figures.resize(made.periods.size());
    link_periods(made.periods, row);
    made.indicators.push_back(std::move(row));
  }
  if (made.indicators.empty() && !selection.indicator.empty()) {
    return diag::Failure(
        diag::Diagnostic{.code = "U104",
                         .message = "nghị quyết không có chỉ tiêu \"" + selection.indicator + "\"",
                         .help = "xem mã chỉ tiêu bằng lệnh archive compare"});
  }
  return made;
}

std::string figure_fields(const ComparedIndicator& indicator,
                          const PeriodFigure& figure,
                          const archive::Period& period) {
  const auto amount = [&](const auto& get) {
    return figure.total ? json_string(get(*figure.total).decimal()) : std::string("null");
  };
  const auto value = value_of(indicator, figure);
  const base::Ratio scale(indicator.is_share ? 100 : 1);
  return "\"period\":" + json_string(period.key.period) +
         ",\"n\":" + amount([](const archive::Figure& f) { return f.n; }) +
         ",\"d\":" + amount([](const archive::Figure& f) { return f.d; }) +
         ",\"unknown\":" + amount(unknown_of) +
         ",\"value\":" + (value ? json_string((*value * scale).decimal()) : "null") +
         ",\"packages\":" + std::to_string(figure.packages) +
         ",\"series_break\":" + (figure.is_break ? "true" : "false");
}

std::string comparison_json(const Comparison& comparison, const WriteValue& write) {
  std::string periods;
  for (const archive::Period& period : comparison.periods) {
    periods += (periods.empty() ? "" : ",") + std::string("{\"period\":") +
               json_string(period.key.period) + ",\"as_of\":" + json_string(period.as_of.iso()) +
               "}";
  }
  std::string rows;
  for (std::size_t row = 0; row < comparison.indicators.size(); ++row) {
    const ComparedIndicator& indicator = comparison.indicators[row];
    std::string values;
    for (std::size_t i = 0; i < indicator.figures.size(); ++i) {
      values += (values.empty() ? "" : ",") + write(row, i);
    }
    rows += (rows.empty() ? "" : ",") + std::string("{\"indicator\":") + json_string(indicator.id) +
            ",\"title\":" + json_string(indicator.title) + ",\"values\":[" + values + "]}";
  }
  return "{\"resolution\":" + json_string(comparison.resolution) +
         ",\"unit\":" + (comparison.unit.empty() ? "null" : json_string(comparison.unit)) +
         ",\"periods\":[" + periods + "],\"indicators\":[" + rows + "]}\n";
}

std::string compare_json(const Comparison& comparison) {
  return comparison_json(comparison, [&](std::size_t row, std::size_t period) {
    const ComparedIndicator& indicator = comparison.indicators[row];
    return "{" + figure_fields(indicator, indicator.figures[period], comparison.periods[period]) +
           "}";
  });
}

std::string compare_text(const Comparison& comparison) {
  std::string out = "Chỉ tiêu";
  for (const archive::Period& period : comparison.periods) {
    out += "\t" + period.key.period;
  }
  out += "\n";
  bool has_break = false;
  for (const ComparedIndicator& indicator : comparison.indicators) {
    out += indicator.id;
    for (const PeriodFigure& figure : indicator.figures) {
      out += "\t" + value_text(indicator, figure);
      has_break = has_break || figure.is_break;
    }
    out += "\t" + indicator.title + "\n";
  }
  return out + std::string(has_break ? break_note : "");
}

report::Map compare_model(const Comparison& comparison) {
  const auto before = place_before(comparison.periods);
  report::List periods;
  for (const archive::Period& period : comparison.periods) {
    periods.push_back(report::Map{{"ma", period.key.period}, {"chot", period.as_of}});
  }
  report::List rows;
  for (const ComparedIndicator& indicator : comparison.indicators) {
    report::List values;
    for (const PeriodFigure& figure : indicator.figures) {
      values.push_back(
          report::Map{{"loi", value_text(indicator, figure)},
                      {"n", figure.total ? report::Value(figure.total->n) : report::Value()},
                      {"d", figure.total ? report::Value(figure.total->d) : report::Value()},
                      {"so_goi", static_cast<std::int64_t>(figure.packages)},
                      {"doi_dinh_nghia", figure.is_break}});
    }
    rows.push_back(indicator_value(indicator, before, std::move(values)));
  }
  return report::Map{{"nghi_quyet", comparison.name},
                     {"don_vi", comparison.unit},
                     {"ky", std::move(periods)},
                     {"chi_tieu", std::move(rows)}};
}

}  // namespace baocao::desk
