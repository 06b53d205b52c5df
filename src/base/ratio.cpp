#include "base/ratio.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace baocao::base {
namespace {

__extension__ using Wide = __int128;

Wide gcd(Wide a, Wide b) {
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a < 0 ? -a : a;
}

std::int64_t narrow(Wide value) {
  if (value > std::numeric_limits<std::int64_t>::max() ||
      value < std::numeric_limits<std::int64_t>::min()) {
    throw std::overflow_error("ratio leaves 64 bits");
  }
  return static_cast<std::int64_t>(value);
}

Ratio reduced(Wide numerator, Wide denominator) {
  const Wide divisor = gcd(numerator, denominator) * (denominator < 0 ? -1 : 1);
  return {narrow(numerator / divisor), narrow(denominator / divisor)};
}

std::string unsigned_digits(Wide value, int places) {
  std::string digits;
  do {
    digits.push_back(static_cast<char>('0' + static_cast<int>(value % 10)));
    value /= 10;
  } while (value > 0);
  while (digits.size() <= static_cast<std::size_t>(places)) {
    digits.push_back('0');
  }
  std::reverse(digits.begin(), digits.end());
  if (places > 0) {
    digits.insert(digits.size() - static_cast<std::size_t>(places), 1, '.');
  }
  return digits;
}

}  // namespace

Ratio::Ratio(std::int64_t numerator, std::int64_t denominator) {
  if (denominator == 0) {
    throw std::domain_error("ratio with denominator 0");
  }
  const Wide divisor = gcd(numerator, denominator) * (denominator < 0 ? -1 : 1);
  numerator_ = narrow(numerator / divisor);
  denominator_ = narrow(denominator / divisor);
}

std::optional<Ratio> Ratio::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  text.remove_prefix(negative ? 1 : 0);
  std::int64_t digits = 0;
  std::int64_t scale = 1;
  bool point = false;
  bool any = false;
  for (const char c : text) {
    if ((c == '.' || c == ',') && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9' || digits > (std::numeric_limits<std::int64_t>::max() - 9) / 10 ||
        scale > std::numeric_limits<std::int64_t>::max() / 10) {
      return std::nullopt;
    }
    any = true;
    digits = digits * 10 + (c - '0');
    scale *= point ? 10 : 1;
  }
  if (!any || text.back() < '0' || text.back() > '9') {
    return std::nullopt;
  }
  return Ratio(negative ? -digits : digits, scale);
}

std::int64_t Ratio::floor() const {
  const std::int64_t quotient = numerator_ / denominator_;
  return numerator_ % denominator_ < 0 ? quotient - 1 : quotient;
}

std::int64_t Ratio::ceil() const {
  const std::int64_t quotient = numerator_ / denominator_;
  return numerator_ % denominator_ > 0 ? quotient + 1 : quotient;
}

std::string Ratio::decimal(int places) const {
  Wide scale = 1;
  for (int i = 0; i < places; ++i) {
    scale *= 10;
  }
  const Wide magnitude = numerator_ < 0 ? -Wide{numerator_} : Wide{numerator_};
  const Wide rounded = (magnitude * scale * 2 + denominator_) / (Wide{denominator_} * 2);
  const bool minus = numerator_ < 0 && rounded != 0;
  return (minus ? "-" : "") + unsigned_digits(rounded, places);
}

std::string Ratio::decimal() const {
  Wide scale = 1;
  for (int places = 0; places <= 9; ++places, scale *= 10) {
    if (scale % denominator_ == 0) {
      return decimal(places);
    }
  }
  return decimal(6);
}

Ratio operator+(const Ratio& a, const Ratio& b) {
  return reduced(Wide{a.numerator_} * b.denominator_ + Wide{b.numerator_} * a.denominator_,
                 Wide{a.denominator_} * b.denominator_);
}

Ratio operator-(const Ratio& a, const Ratio& b) {
  return reduced(Wide{a.numerator_} * b.denominator_ - Wide{b.numerator_} * a.denominator_,
                 Wide{a.denominator_} * b.denominator_);
}

Ratio operator*(const Ratio& a, const Ratio& b) {
  return reduced(Wide{a.numerator_} * b.numerator_, Wide{a.denominator_} * b.denominator_);
}

Ratio operator/(const Ratio& a, const Ratio& b) {
  if (b.is_zero()) {
    throw std::domain_error("ratio divided by 0");
  }
  return reduced(Wide{a.numerator_} * b.denominator_, Wide{a.denominator_} * b.numerator_);
}

std::strong_ordering operator<=>(const Ratio& a, const Ratio& b) {
  return Wide{a.numerator_} * b.denominator_ <=> Wide{b.numerator_} * a.denominator_;
}

}  // namespace baocao::base
