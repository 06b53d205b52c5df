#include "resolution/threshold.hpp"

#include "text/numbers.hpp"

#include <algorithm>
#include <array>

namespace baocao::resolution {
namespace {

struct Sign {
  std::string_view code;
  std::string_view symbol;
  Comparator comparator;
};

// In the order of the enum.
constexpr std::array<Sign, 6> signs = {{{">=", "≥", Comparator::at_least},
                                        {">", ">", Comparator::more_than},
                                        {"==", "=", Comparator::equal},
                                        {"<=", "≤", Comparator::at_most},
                                        {"<", "<", Comparator::less_than},
                                        {"~", "khoảng", Comparator::about}}};

constexpr std::string_view own_figure = "mức riêng của đơn vị";

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
  if (!threshold.known) {
    return std::string(own_figure);
  }
  const std::string written = threshold.share
                                  ? text::percent(threshold.value, text::Zeros::drop, most_places)
                                  : text::decimal(threshold.value, most_places, text::Zeros::drop);
  return threshold.approximate ? "khoảng " + written : written;
}

// "at least 100%" of a whole is all of it.
bool is_all(const Threshold& threshold) {
  return threshold.known && threshold.share && threshold.value == base::Ratio(1) &&
         (threshold.comparator == Comparator::at_least ||
          threshold.comparator == Comparator::equal);
}

bool is_digits(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool begins_expression(std::string_view text) {
  return !text.empty() && (text[0] == '(' || text[0] == '_' || (text[0] >= 'a' && text[0] <= 'z') ||
                           (text[0] >= 'A' && text[0] <= 'Z'));
}

std::optional<Threshold> parse_figure(Comparator comparator, std::string_view written) {
  const bool share = written.ends_with('%');
  std::string_view digits = written;
  digits.remove_suffix(share ? 1 : 0);
  digits = trimmed(digits);
  if (const auto value = base::Ratio::parse(digits)) {
    if (*value < base::Ratio(0) || (!share && !is_digits(digits))) {
      return std::nullopt;
    }
    return Threshold{comparator, share ? *value / base::Ratio(100) : *value, share};
  }
  if (comparator == Comparator::about || !begins_expression(written)) {
    return std::nullopt;
  }
  return Threshold{comparator, {}, true, std::string(written), false};
}

std::string plain_words(const Threshold& threshold) {
  if (is_all(threshold)) {
    return figure(threshold);
  }
  switch (threshold.comparator) {
    case Comparator::at_least:
      return "từ " + figure(threshold) + " trở lên";
    case Comparator::more_than:
      return "trên " + figure(threshold);
    case Comparator::equal:
      return "bằng " + figure(threshold);
    case Comparator::at_most:
      return "không quá " + figure(threshold);
    case Comparator::less_than:
      return "dưới " + figure(threshold);
    case Comparator::about:
      return "khoảng " + figure(threshold);
  }
  return {};
}

}  // namespace

std::optional<Threshold> Threshold::parse(std::string_view text) {
  text = trimmed(text);
  for (const Sign& candidate : signs) {
    if (text.starts_with(candidate.code)) {
      return parse_figure(candidate.comparator, trimmed(text.substr(candidate.code.size())));
    }
  }
  return std::nullopt;
}

Threshold Threshold::with(const std::optional<base::Ratio>& figure) const {
  Threshold own = *this;
  own.known = figure.has_value();
  own.value = figure.value_or(base::Ratio());
  return own;
}

std::string Threshold::code() const {
  const base::Ratio written = share ? value * base::Ratio(100) : value;
  return std::string(sign(comparator).code) + " " +
         (known ? written.decimal() + (share ? "%" : "") : formula);
}

std::string Threshold::symbols() const {
  return is_all(*this) ? figure(*this) : std::string(sign(comparator).symbol) + " " + figure(*this);
}

std::string Threshold::words() const {
  const std::string plain = plain_words(*this);
  return wording.empty() ? plain : wording + " (" + plain + ")";
}

Threshold rounded(const Threshold& threshold,
                  std::initializer_list<std::optional<base::Ratio>> values) {
  constexpr int least_places = 2;
  constexpr int most_places = 6;
  const base::Ratio percent(100);
  const auto at = [&](int places) {
    const auto written = base::Ratio::parse((threshold.value * percent).decimal(places));
    return threshold.with(written ? *written / percent : threshold.value);
  };
  for (int places = least_places; places <= most_places; ++places) {
    const Threshold shown = at(places);
    const bool same_end =
        is_all(shown) == is_all(threshold) && shown.value.is_zero() == threshold.value.is_zero();
    const bool same_verdicts = std::all_of(values.begin(), values.end(), [&](const auto& value) {
      return !value || holds(*value, shown) == holds(*value, threshold);
    });
    if (same_end && same_verdicts) {
      return shown;
    }
  }
  Threshold shown = at(least_places);
  shown.approximate = true;
  return shown;
}

bool holds(const base::Ratio& value, const Threshold& threshold) {
  switch (threshold.comparator) {
    case Comparator::at_least:
      return value >= threshold.value;
    case Comparator::more_than:
      return value > threshold.value;
    case Comparator::equal:
      return value == threshold.value;
    case Comparator::at_most:
      return value <= threshold.value;
    case Comparator::less_than:
      return value < threshold.value;
    case Comparator::about:
      return false;
  }
  return false;
}

}  // namespace baocao::resolution
