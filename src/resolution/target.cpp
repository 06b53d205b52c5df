#include "resolution/target.hpp"

#include "text/numbers.hpp"

#include <array>

namespace baocao::resolution {
namespace {

struct Sign {
  std::string_view code;
  std::string_view symbol;
  Comparator comparator;
};

constexpr std::array<Sign, 3> signs = {{{">=", "≥", Comparator::at_least},
                                        {">", ">", Comparator::more_than},
                                        {"==", "=", Comparator::equal}}};

const Sign& sign(Comparator comparator) {
  return signs.at(static_cast<std::size_t>(comparator));
}

std::string_view trimmed(std::string_view text) {
  const std::size_t from = text.find_first_not_of(' ');
  const std::size_t to = text.find_last_not_of(' ');
  return from == std::string_view::npos ? std::string_view() : text.substr(from, to - from + 1);
}

// The value as it is written: a share in percent, exact, without trailing zeros.
std::string figure(const Threshold& threshold) {
  constexpr int most_places = 6;
  return threshold.share ? text::percent(threshold.value, text::Zeros::drop, most_places)
                         : text::decimal(threshold.value, most_places, text::Zeros::drop);
}

// "at least 100%" of a whole is all of it.
bool is_all(const Threshold& threshold) {
  return threshold.share && threshold.value == base::Ratio(1) &&
         threshold.comparator != Comparator::more_than;
}

bool holds(const base::Ratio& value, const Threshold& threshold) {
  switch (threshold.comparator) {
    case Comparator::at_least:
      return value >= threshold.value;
    case Comparator::more_than:
      return value > threshold.value;
    case Comparator::equal:
      return value == threshold.value;
  }
  return false;
}

// Of an interval of possible values. An "equal" target inside a wider interval may be met or not.
Verdict judge_interval(const base::Ratio& low,
                       const base::Ratio& high,
                       const Threshold& threshold) {
  if (low == high) {
    return holds(low, threshold) ? Verdict::met : Verdict::not_met;
  }
  if (threshold.comparator == Comparator::equal) {
    const bool possible = low <= threshold.value && threshold.value <= high;
    return possible ? Verdict::undecided : Verdict::not_met;
  }
  if (holds(low, threshold)) {
    return Verdict::met;
  }
  return holds(high, threshold) ? Verdict::undecided : Verdict::not_met;
}

bool counts_something(const indicator::Counts& counts) {
  return !counts.d.is_zero() || !counts.unknown().is_zero();
}

}  // namespace

std::optional<Threshold> Threshold::parse(std::string_view text) {
  text = trimmed(text);
  for (const Sign& candidate : signs) {
    if (!text.starts_with(candidate.code)) {
      continue;
    }
    std::string_view figure = trimmed(text.substr(candidate.code.size()));
    const bool share = figure.ends_with('%');
    figure.remove_suffix(share ? 1 : 0);
    const auto value = base::Ratio::parse(trimmed(figure));
    if (!value || *value < base::Ratio(0)) {
      return std::nullopt;
    }
    return Threshold{candidate.comparator, share ? *value / base::Ratio(100) : *value, share};
  }
  return std::nullopt;
}

std::string Threshold::code() const {
  const base::Ratio written = share ? value * base::Ratio(100) : value;
  return std::string(sign(comparator).code) + " " + written.decimal() + (share ? "%" : "");
}

std::string Threshold::symbols() const {
  return is_all(*this) ? figure(*this) : std::string(sign(comparator).symbol) + " " + figure(*this);
}

std::string Threshold::words() const {
  if (is_all(*this)) {
    return figure(*this);
  }
  switch (comparator) {
    case Comparator::at_least:
      return "từ " + figure(*this) + " trở lên";
    case Comparator::more_than:
      return "trên " + figure(*this);
    case Comparator::equal:
      return "bằng " + figure(*this);
  }
  return {};
}

std::string_view name(Verdict verdict) {
  constexpr std::array<std::string_view, 5> names = {
      "met", "not_met", "undecided", "no_data", "not_due"};
  return names.at(static_cast<std::size_t>(verdict));
}

Estimate estimate(const indicator::Counts& counts, const Threshold* threshold) {
  Estimate result;
  if (!counts_something(counts)) {
    return result;
  }
  const bool bounded = counts.open.is_zero();
  if (threshold != nullptr && !threshold->share) {
    result.value = counts.n;
    if (bounded) {
      result.low = counts.n;
      result.high = counts.n + counts.u1 + counts.u2;
    }
    return result;
  }
  if (!counts.d.is_zero()) {
    result.value = counts.n / counts.d;
  }
  const base::Ratio widest = counts.d + counts.u2;
  if (bounded && !widest.is_zero()) {
    result.low = counts.n / widest;
    result.high = (counts.n + counts.u1 + counts.u2) / widest;
  }
  return result;
}

Verdict judge(const indicator::Counts& counts, const Target& target, base::Date as_of) {
  if (target.from && as_of < *target.from) {
    return Verdict::not_due;
  }
  if (!target.threshold || !counts_something(counts)) {
    return Verdict::no_data;
  }
  const Estimate interval = estimate(counts, &*target.threshold);
  if (!interval.low || !interval.high) {
    return Verdict::undecided;
  }
  return judge_interval(*interval.low, *interval.high, *target.threshold);
}

std::optional<base::Ratio> gap(const indicator::Counts& counts, const Threshold& threshold) {
  if (counts.d.is_zero()) {
    return std::nullopt;
  }
  const base::Ratio needed = threshold.share ? threshold.value * counts.d : threshold.value;
  const base::Ratio lacking = needed - counts.n;
  const base::Ratio zero(0);
  switch (threshold.comparator) {
    case Comparator::at_least:
      return lacking <= zero ? zero : base::Ratio(lacking.ceil());
    case Comparator::more_than:
      return lacking < zero ? zero : base::Ratio(lacking.floor() + 1);
    case Comparator::equal:
      // Adding whole records reaches the figure exactly or not at all.
      return lacking >= zero && lacking.is_integer() ? std::optional(lacking) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace baocao::resolution
