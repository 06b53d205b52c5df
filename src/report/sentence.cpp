#include "report/sentence.hpp"

#include "text/dates.hpp"
#include "text/numbers.hpp"

namespace baocao::report {
namespace {

using base::Ratio;
using resolution::Finding;
using resolution::Threshold;
using resolution::Verdict;
using text::Zeros;

// Whether the rounded share tells the same story as the exact one.
bool agrees(const Ratio& exact, const Ratio& rounded, const Threshold* threshold) {
  return threshold == nullptr || holds(exact, *threshold) == holds(rounded, *threshold);
}

// One decimal, and as many more as it takes that 94,97% is not printed as "95%, chưa đạt 95%".
std::string shown_share(const Ratio& share, const Threshold* threshold) {
  constexpr int most_places = 6;
  int places = 1;
  while (places < most_places) {
    const auto rounded = Ratio::parse(share.decimal(places + 2));
    if (!rounded || agrees(share, *rounded, threshold)) {
      break;
    }
    ++places;
  }
  return text::percent(share, Zeros::drop, places);
}

std::string amount(const Ratio& value) {
  return text::decimal(value, 2, Zeros::drop);
}

std::string amount_in_prose(const Ratio& value, const std::string& counted) {
  const std::string number = value.is_integer() ? text::count(value.numerator()) : amount(value);
  return counted.empty() ? number : number + " " + counted;
}

// The share beside the figure that is printed with it.
std::string shown_share(const Ratio& share, const Finding& finding) {
  const auto threshold = resolution::shown_threshold(finding);
  return shown_share(share, threshold && !threshold->approximate ? &*threshold : nullptr);
}

bool judges_count(const Finding& finding) {
  return finding.threshold && !finding.threshold->share;
}

const std::string& counted(const Finding& finding) {
  return finding.indicator->definition.counted;
}

std::string figures(const Finding& finding) {
  const std::string unit = counted(finding).empty() ? "" : " " + counted(finding);
  if (judges_count(finding)) {
    return amount(finding.counts.n) + unit;
  }
  std::string out = amount(finding.counts.n) + "/" + amount(finding.counts.d) + unit;
  if (finding.estimate.value) {
    out += ", đạt " + shown_share(*finding.estimate.value, finding);
  }
  return out;
}

// What the records that cannot be judged leave open.
std::string doubts(const Finding& finding) {
  const Ratio unknown = finding.counts.unknown();
  if (unknown.is_zero()) {
    return {};
  }
  std::string out = "có " + amount_in_prose(unknown, counted(finding)) + " chưa rõ";
  const auto& [value, low, high] = finding.estimate;
  if (!low || !high) {
    return out + ", chưa tính được khoảng của tỷ lệ";
  }
  if (judges_count(finding)) {
    return out + ", kết quả trong khoảng " + amount(*low) + " đến " + amount(*high);
  }
  const std::string from = shown_share(*low, finding);
  const std::string to = shown_share(*high, finding);
  return from == to ? out : out + ", tỷ lệ trong khoảng " + from + " đến " + to;
}

// A share over the units that have handed in is not the share of all.
std::string not_handed_in(const Finding& finding) {
  if (!finding.reporting || finding.reporting->complete()) {
    return {};
  }
  const auto& [units, of, table] = *finding.reporting;
  return std::to_string(units) + "/" + std::to_string(of) + " đơn vị có số liệu ở bảng " +
         table->label;
}

std::string shortfall(const Finding& finding) {
  if (!finding.gap || finding.gap->is_zero()) {
    return {};
  }
  const bool excess = finding.threshold && finding.threshold->is_ceiling();
  return (excess ? ", vượt " : ", còn thiếu ") + amount_in_prose(*finding.gap, counted(finding));
}

std::string conclusion(const Finding& finding) {
  const auto& target = finding.indicator->target;
  if (finding.verdict == Verdict::not_due) {
    return target.from
               ? "chưa đến thời điểm đánh giá (từ ngày " + text::short_date(*target.from) + ")"
               : "chưa đến thời điểm đánh giá";
  }
  if (!finding.not_judged.empty()) {
    return std::string(finding.not_judged);
  }
  const std::string goal = "mục tiêu " + resolution::shown_threshold(finding)->words();
  switch (finding.verdict) {
    case Verdict::met:
      return "đạt " + goal;
    case Verdict::not_met:
      return "chưa đạt " + goal + shortfall(finding);
    default:
      return "chưa đủ dữ liệu để kết luận theo " + goal;
  }
}

std::string missing_words(const std::vector<std::string>& missing_tables) {
  std::string names;
  for (const std::string& label : missing_tables) {
    names += (names.empty() ? "" : ", ") + label;
  }
  return "không có dữ liệu (chưa có bảng " + names + ")";
}

}  // namespace

bool is_empty_population(const Finding& finding) {
  return finding.missing_tables->empty() && finding.indicator->statement.empty() &&
         !judges_count(finding) && finding.counts.d.is_zero() && finding.counts.unknown().is_zero();
}

std::string_view verdict_key(const Finding& finding) {
  const bool judged = finding.not_judged.empty();
  const bool computed = finding.missing_tables->empty();
  return computed && !judged && finding.verdict != Verdict::not_due
             ? "none"
             : resolution::name(finding.verdict);
}

std::string_view verdict_words(const Finding& finding) {
  if (verdict_key(finding) == "none") {
    return "không xét";
  }
  switch (finding.verdict) {
    case Verdict::met:
      return "đạt";
    case Verdict::not_met:
      return "chưa đạt";
    case Verdict::undecided:
      return "chưa đủ dữ liệu";
    case Verdict::not_due:
      return "chưa đến hạn";
    case Verdict::no_data:
      return is_empty_population(finding) ? "không có đối tượng" : "không có dữ liệu";
  }
  return {};
}

std::string share_words(const Finding& finding) {
  const bool computed = finding.missing_tables->empty() && finding.estimate.value.has_value();
  return computed && !judges_count(finding) ? shown_share(*finding.estimate.value, finding)
                                            : std::string{};
}

std::string sentence(const Finding& finding, const std::vector<std::string>& missing_tables) {
  if (!finding.missing_tables->empty()) {
    return missing_words(missing_tables);
  }
  if (!finding.indicator->statement.empty()) {
    return finding.counts.n.is_zero() ? "chưa có nhận định"
                                      : "đã có nhận định của người có thẩm quyền";
  }
  if (is_empty_population(finding)) {
    return "không có đối tượng";
  }
  if (judges_count(finding) && !finding.estimate.value) {
    return "không có dữ liệu (đơn vị chưa nộp)";
  }
  std::string notes = not_handed_in(finding);
  if (const std::string doubt = doubts(finding); !doubt.empty()) {
    notes += (notes.empty() ? "" : "; ") + doubt;
  }
  return figures(finding) + (notes.empty() ? "" : " (" + notes + ")") + ", " + conclusion(finding);
}

}  // namespace baocao::report
