// The figure of a target, with its comparator as the resolution words it.
#pragma once

#include "base/ratio.hpp"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace baocao::resolution {

// ≥ "từ … trở lên", > "trên", =, ≤ "không quá", < "dưới", ~ "khoảng" (shown, never judged).
enum class Comparator : std::uint8_t { at_least, more_than, equal, at_most, less_than, about };

struct Threshold {
  Comparator comparator = Comparator::at_least;
  base::Ratio value;  // a share (3/4) when `share`, else a count
  bool share = true;
  // Instead of a number: an expression on the unit that gives its own share (1 is 100%).
  std::string formula = {};
  bool known = true;         // false: a formula whose value for the unit is not known
  std::string wording = {};  // as the resolution says it: "đa số"
  bool approximate = false;  // `value` was rounded so that it is printed as "khoảng"

  // ">= 75%", "> 95%", "<= 2", "~ 50000", ">= ty_le_dtts - dung_sai". A count is written in digits
  // alone: "1.750" could be read as one and three quarters.
  static std::optional<Threshold> parse(std::string_view text);

  // The same target with the unit's own figure; nothing: it is not known.
  Threshold with(const std::optional<base::Ratio>& figure) const;

  std::string code() const;     // ">= 75%"
  std::string symbols() const;  // "≥ 75%" (decimal comma)
  std::string words() const;  // "từ 75% trở lên", "trên 95%", "100%", "đa số (trên 50%)"

  // Less is better: "không quá", "dưới".
  bool is_ceiling() const {
    return comparator == Comparator::at_most || comparator == Comparator::less_than;
  }
};

// The figure of a share rounded to as few decimals of a percentage, from two, as leave the verdict
// on each known value; approximate where six do not.
Threshold rounded(const Threshold& threshold,
                  std::initializer_list<std::optional<base::Ratio>> values);

// Whether a value meets a known figure; never for "khoảng".
bool holds(const base::Ratio& value, const Threshold& threshold);

}  // namespace baocao::resolution
