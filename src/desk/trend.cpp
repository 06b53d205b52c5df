#include "desk/trend.hpp"

#include "desk/periods.hpp"
#include "diag/json.hpp"
#include "report/sentence.hpp"
#include "resolution/finding.hpp"
#include "resolution/pack.hpp"
#include "text/numbers.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace baocao::desk {
namespace {

using diag::json_string;
using resolution::Finding;

// By the hash of their definitions; periods share most of them.
using Packs = std::map<std::string, resolution::Pack>;

diag::Result<Packs> packs_of(const archive::Archive& archive,
                             const Comparison& comparison,
                             diag::Sink& faults) {
  Packs packs;
  for (const archive::Period& period : comparison.periods) {
    if (packs.contains(period.definitions)) {
      continue;
    }
    const auto templates = templates_of(archive, period.definitions);
    if (!templates) {
      return diag::Failure(templates.error());
    }
    auto pack = resolution::load(*templates / "resolutions" / comparison.resolution, faults);
    if (!pack) {
      return diag::Failure(pack.error());
    }
    packs.emplace(period.definitions, std::move(*pack));
  }
  return packs;
}

// All units make the kind that the pack's first level is for. Of a single unit the archive knows no
// kind: one that the figure is not set for, where there is such a kind below.
std::string kind_for(const resolution::Pack& pack,
                     const resolution::Target& target,
                     bool is_whole) {
  std::string kind;
  for (const resolution::Level& level : pack.levels) {
    if ((&level == &pack.levels.front()) != is_whole) {
      continue;
    }
    for (const std::string& each : level.kinds) {
      const auto& set_for = target.judged_at;
      if (kind.empty() || std::find(set_for.begin(), set_for.end(), each) == set_for.end()) {
        kind = each;
      }
    }
  }
  return kind;
}

Judged judged(const Finding& finding, const resolution::Threshold& target) {
  return {target.code(),
          target.symbols(),
          std::string(report::verdict_key(finding)),
          std::string(report::verdict_words(finding))};
}

std::string printed(const Finding& finding) {
  if (!finding.estimate.value || !finding.counts.open.is_zero()) {
    return "–";
  }
  const std::string share = report::share_words(finding);
  return share.empty() ? text::decimal(*finding.estimate.value, 2, text::Zeros::drop) : share;
}

// As the report of that time judged it (resolution::finding).
TrendPoint point(const resolution::Pack& pack,
                 const std::string& id,
                 bool is_whole,
                 const PeriodFigure& figure,
                 base::Date as_of) {
  const auto indicator = std::find_if(pack.indicators.begin(),
                                      pack.indicators.end(),
                                      [&](const auto& each) { return each.definition.id == id; });
  TrendPoint made{.value = "–", .target = {}, .milestone = {}};
  if (indicator == pack.indicators.end()) {
    return made;
  }
  indicator::Result result;
  if (figure.total) {
    const archive::Figure& f = *figure.total;
    result.counts = {{.n = f.n, .d = f.d, .u1 = f.u1, .u2 = f.u2, .open = f.open}};
    // Whether anything was reported to count from is not kept; nothing was where all is 0.
    result.rows = {result.counts.front() == indicator::Counts{} ? 0U : 1U};
  } else {
    result.counts = {{}};
    result.missing_tables = {"?"};
  }
  Finding finding = resolution::finding(
      *indicator, result, 0, kind_for(pack, indicator->target, is_whole), as_of);
  made.value = printed(finding);
  if (const auto shown = resolution::shown_threshold(finding)) {
    made.target = judged(finding, *shown);
  }
  if (finding.milestone) {
    finding.verdict = finding.milestone->verdict;
    made.milestone = judged(finding, finding.milestone->threshold);
    made.milestone_year = finding.milestone->year;
  }
  return made;
}

std::string change_text(const ComparedIndicator& indicator, const PeriodFigure& figure) {
  if (figure.is_break) {
    return "(*)";
  }
  if (!figure.change) {
    return "–";
  }
  const base::Ratio amount = *figure.change * base::Ratio(indicator.is_share ? 100 : 1);
  const std::string sign = base::Ratio(0) < amount ? "+" : "";
  return sign + text::decimal(amount, indicator.is_share ? 1 : 2, text::Zeros::drop);
}

std::string judged_json(const std::optional<Judged>& judged) {
  return judged ? "\"target\":" + json_string(judged->code) +
                      ",\"verdict\":" + json_string(judged->verdict)
                : "\"target\":null,\"verdict\":null";
}

std::string point_json(const ComparedIndicator& indicator,
                       const PeriodFigure& figure,
                       const archive::Period& period,
                       const TrendPoint& point) {
  const base::Ratio scale(indicator.is_share ? 100 : 1);
  return "{" + figure_fields(indicator, figure, period) + ",\"change\":" +
         (figure.change ? json_string((*figure.change * scale).decimal()) : "null") + "," +
         judged_json(point.target) + ",\"milestone\":" +
         (point.milestone ? "{\"year\":" + std::to_string(point.milestone_year) + "," +
                                judged_json(point.milestone) + "}"
                          : "null") +
         "}";
}

std::string or_dash(const std::string& text) {
  return text.empty() ? "–" : text;
}

// "≥ 75%: chưa đạt; mốc 2026 ≥ 40%: đạt"
std::string verdict_text(const TrendPoint& point) {
  std::string out = point.target ? point.target->target + ": " + point.target->words : "";
  if (point.milestone) {
    out += "; mốc " + std::to_string(point.milestone_year) + " " + point.milestone->target + ": " +
           point.milestone->words;
  }
  return or_dash(out);
}

std::string counts_text(const PeriodFigure& figure) {
  if (!figure.total) {
    return "\t–\t–\t–";
  }
  const archive::Figure& f = *figure.total;
  return "\t" + f.n.decimal() + "\t" + f.d.decimal() + "\t" + (f.u1 + f.u2 + f.open).decimal();
}

report::Map point_value(const ComparedIndicator& indicator,
                        const PeriodFigure& figure,
                        const archive::Period& period,
                        const TrendPoint& point) {
  const auto amount = [&](const auto& get) {
    return figure.total ? report::Value(get(*figure.total)) : report::Value();
  };
  const auto part = [](const std::optional<Judged>& judged, std::string Judged::*member) {
    return judged ? report::Value(*judged.*member) : report::Value();
  };
  return report::Map{
      {"ma", indicator.id},
      {"ten", indicator.title},
      {"ky", period.key.period},
      {"chot", period.as_of},
      {"so_goi", static_cast<std::int64_t>(figure.packages)},
      {"n", amount([](const archive::Figure& f) { return f.n; })},
      {"d", amount([](const archive::Figure& f) { return f.d; })},
      {"chua_ro", amount([](const archive::Figure& f) { return f.u1 + f.u2 + f.open; })},
      {"loi", point.value},
      {"thay_doi", change_text(indicator, figure)},
      {"muc_tieu", part(point.target, &Judged::target)},
      {"ket_luan", part(point.target, &Judged::words)},
      {"moc", part(point.milestone, &Judged::target)},
      {"ket_luan_moc", part(point.milestone, &Judged::words)}};
}

}  // namespace

diag::Result<Trend> trend(const archive::Archive& archive,
                          const Selection& selection,
                          diag::Sink& faults) {
  auto compared = compare(archive, selection, faults);
  if (!compared) {
    return diag::Failure(compared.error());
  }
  const auto packs = packs_of(archive, *compared, faults);
  if (!packs) {
    return diag::Failure(packs.error());
  }
  Trend made{.comparison = std::move(*compared), .points = {}};
  const Comparison& comparison = made.comparison;
  for (const ComparedIndicator& indicator : comparison.indicators) {
    std::vector<TrendPoint>& points = made.points.emplace_back();
    for (std::size_t i = 0; i < comparison.periods.size(); ++i) {
      const archive::Period& period = comparison.periods[i];
      points.push_back(point(packs->at(period.definitions),
                             indicator.id,
                             comparison.unit.empty(),
                             indicator.figures[i],
                             period.as_of));
    }
  }
  return made;
}

std::string trend_json(const Trend& trend) {
  return comparison_json(trend.comparison, [&](std::size_t indicator, std::size_t period) {
    const ComparedIndicator& row = trend.comparison.indicators[indicator];
    return point_json(row,
                      row.figures[period],
                      trend.comparison.periods[period],
                      trend.points[indicator][period]);
  });
}

std::string trend_text(const Trend& trend) {
  std::string out;
  bool has_break = false;
  for (std::size_t row = 0; row < trend.points.size(); ++row) {
    const ComparedIndicator& indicator = trend.comparison.indicators[row];
    out += indicator.id + "  " + indicator.title +
           "\nKỳ\tn\td\tchưa rõ\tkết quả\tthay đổi\tgói\tmục tiêu, kết luận\n";
    for (std::size_t i = 0; i < trend.points[row].size(); ++i) {
      const PeriodFigure& figure = indicator.figures[i];
      const TrendPoint& point = trend.points[row][i];
      out += trend.comparison.periods[i].key.period + counts_text(figure) + "\t" + point.value +
             "\t" + change_text(indicator, figure) + "\t" + std::to_string(figure.packages) + "\t" +
             verdict_text(point) + "\n";
      has_break = has_break || figure.is_break;
    }
  }
  return out + std::string(has_break ? break_note : "");
}

report::Map trend_model(const Trend& trend) {
  report::List rows;
  for (std::size_t row = 0; row < trend.points.size(); ++row) {
    const ComparedIndicator& indicator = trend.comparison.indicators[row];
    for (std::size_t i = 0; i < trend.points[row].size(); ++i) {
      rows.push_back(point_value(
          indicator, indicator.figures[i], trend.comparison.periods[i], trend.points[row][i]));
    }
  }
  return report::Map{{"nghi_quyet", trend.comparison.name},
                     {"don_vi", trend.comparison.unit},
                     {"chot", trend.comparison.periods.back().as_of},
                     {"dong", std::move(rows)}};
}

}  // namespace baocao::desk
