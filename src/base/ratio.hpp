// Exact rational numbers. Every count, share and target is one; nothing is rounded before it is
// judged (shared rule of official statistics: round at the last step, judge on full precision).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace baocao::base {

// A fraction in lowest terms with a positive denominator. Arithmetic that would leave 64 bits
// throws std::overflow_error: a wrapped number would be a wrong number.
class Ratio {
 public:
  constexpr Ratio() = default;

  constexpr Ratio(std::int64_t whole) : numerator_(whole) {}  // NOLINT(google-explicit-constructor)

  // `denominator` must not be 0.
  Ratio(std::int64_t numerator, std::int64_t denominator);

  // "12", "-3.25" or "12,5" (no grouping). Nothing when the text is not just a number that fits.
  static std::optional<Ratio> parse(std::string_view text);

  std::int64_t numerator() const { return numerator_; }

  std::int64_t denominator() const { return denominator_; }

  bool is_integer() const { return denominator_ == 1; }

  bool is_zero() const { return numerator_ == 0; }

  // Smallest integer not below / largest not above the value.
  std::int64_t ceil() const;
  std::int64_t floor() const;

  // Decimal digits rounded half away from zero at `places` (0..9), "." as separator: "15.4".
  std::string decimal(int places) const;
  // Exact shortest decimal ("12.5") or, when it never ends, six places.
  std::string decimal() const;

  friend Ratio operator+(const Ratio& a, const Ratio& b);
  friend Ratio operator-(const Ratio& a, const Ratio& b);
  friend Ratio operator*(const Ratio& a, const Ratio& b);
  friend Ratio operator/(const Ratio& a, const Ratio& b);  // b must not be zero
  friend bool operator==(const Ratio&, const Ratio&) = default;
  friend std::strong_ordering operator<=>(const Ratio& a, const Ratio& b);

  Ratio& operator+=(const Ratio& other) { return *this = *this + other; }

 private:
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
};

}  // namespace baocao::base
