#include "expr/number.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace baocao::expr {
namespace {

using base::Ratio;

Interval hull(const std::array<Ratio, 4>& values) {
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  return {*low, *high, true};
}

Interval divided(const Interval& a, const Interval& b) {
  const Ratio zero(0);
  if (b.low <= zero && b.high >= zero) {
    return {};
  }
  return hull({a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high});
}

Interval remainder(const Interval& a, const Interval& b) {
  if (!a.exact() || !b.exact() || b.low.is_zero()) {
    return {};
  }
  const Ratio rest = a.low - b.low * Ratio((a.low / b.low).floor());
  return {rest, rest, true};
}

Interval calculated(Op op, const Interval& a, const Interval& b) {
  switch (op) {
    case Op::add:
      return {a.low + b.low, a.high + b.high, true};
    case Op::subtract:
      return {a.low - b.high, a.high - b.low, true};
    case Op::multiply:
      return hull({a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high});
    case Op::divide:
      return divided(a, b);
    default:
      return remainder(a, b);
  }
}

struct Calculate {
  Op op;

  Interval operator()(const Interval& a, const Interval& b) const { return calculated(op, a, b); }
};

struct Smaller {
  Interval operator()(const Interval& a, const Interval& b) const {
    return {std::min(a.low, b.low), std::min(a.high, b.high), true};
  }
};

struct Larger {
  Interval operator()(const Interval& a, const Interval& b) const {
    return {std::max(a.low, b.low), std::max(a.high, b.high), true};
  }
};

struct Age {
  Interval operator()(const Days& birth, const Days& at) const {
    return {Ratio(base::completed_years(birth.high, at.low)),
            Ratio(base::completed_years(birth.low, at.high)),
            true};
  }
};

struct Shift {
  Days operator()(const Days& date, const Interval& days) const {
    constexpr std::int64_t most = 1'000'000;  // beyond any calendar of ours
    const std::int64_t low = days.low.ceil();
    const std::int64_t high = days.high.floor();
    if (low > high || low < -most || high > most) {
      return {};
    }
    return {date.low.plus_days(static_cast<int>(low)),
            date.high.plus_days(static_cast<int>(high)),
            true};
  }
};

template <class Out, class Left, class Right, class Function>
class Computed final : public Operand<Out> {
 public:
  Computed(Ptr<Left> left, Ptr<Right> right, Function function, std::string label)
      : left_(std::move(left)),
        right_(std::move(right)),
        function_(std::move(function)),
        label_(std::move(label)) {}

  void evaluate(Frame& frame, Rows rows, std::span<Out> out) const override {
    const std::vector<Left> left = left_->block(frame, rows);
    const std::vector<Right> right = right_->block(frame, rows);
    for (std::size_t i = 0; i < rows.count; ++i) {
      out[i] = computed(left[i], right[i]);
    }
  }

  std::string label() const override {
    return !label_.empty() ? label_ : left_->label().empty() ? right_->label() : left_->label();
  }

  void explain(Frame& frame, Rows row, Reasons& reasons) const override {
    left_->explain(frame, row, reasons);
    right_->explain(frame, row, reasons);
  }

 private:
  Out computed(const Left& left, const Right& right) const {
    if (!known(left) || !known(right)) {
      return {};
    }
    try {
      return function_(left, right);
    } catch (const std::overflow_error&) {
      return {};
    }
  }

  Ptr<Left> left_;
  Ptr<Right> right_;
  Function function_;
  std::string label_;
};

template <class Out, class Left, class Right, class Function>
Ptr<Out> computed(Ptr<Left> left, Ptr<Right> right, Function function, std::string label = {}) {
  return std::make_shared<Computed<Out, Left, Right, Function>>(
      std::move(left), std::move(right), std::move(function), std::move(label));
}

// What two measured values give together; empty when one of them is a constant.
std::string joint_label(Op op, const Operand<Interval>& left, const Operand<Interval>& right) {
  constexpr std::array<std::pair<Op, std::string_view>, 4> signs = {
      {{Op::add, " + "}, {Op::subtract, " − "}, {Op::multiply, " × "}, {Op::divide, " : "}}};
  const std::string first = left.label();
  const std::string second = right.label();
  const auto sign = std::find_if(
      signs.begin(), signs.end(), [op](const auto& candidate) { return candidate.first == op; });
  if (first.empty() || second.empty() || sign == signs.end()) {
    return {};
  }
  return first + std::string(sign->second) + second;
}

// A number that grows with the date.
class OfDate final : public Operand<Interval> {
 public:
  using Number = Ratio (*)(base::Date);

  OfDate(Ptr<Days> date, Number number, std::string label)
      : date_(std::move(date)), number_(number), label_(std::move(label)) {}

  void evaluate(Frame& frame, Rows rows, std::span<Interval> out) const override {
    const std::vector<Days> dates = date_->block(frame, rows);
    std::transform(dates.begin(), dates.end(), out.begin(), [this](const Days& date) {
      return date.known ? Interval{number_(date.low), number_(date.high), true} : Interval{};
    });
  }

  std::string label() const override { return label_; }

  void explain(Frame& frame, Rows row, Reasons& reasons) const override {
    date_->explain(frame, row, reasons);
  }

 private:
  Ptr<Days> date_;
  Number number_;
  std::string label_;
};

class Choice final : public Operand<Interval> {
 public:
  Choice(Ptr<Truth> condition, Ptr<Interval> yes, Ptr<Interval> no)
      : condition_(std::move(condition)), yes_(std::move(yes)), no_(std::move(no)) {}

  void evaluate(Frame& frame, Rows rows, std::span<Interval> out) const override {
    const std::vector<Truth> conditions = condition_->block(frame, rows);
    const std::vector<Interval> yes = yes_->block(frame, rows);
    const std::vector<Interval> no = no_->block(frame, rows);
    for (std::size_t i = 0; i < rows.count; ++i) {
      out[i] = conditions[i] == Truth::yes  ? yes[i]
               : conditions[i] == Truth::no ? no[i]
                                            : either(yes[i], no[i]);
    }
  }

  std::string label() const override {
    return yes_->label().empty() ? no_->label() : yes_->label();
  }

  void explain(Frame& frame, Rows row, Reasons& reasons) const override {
    const Truth here = condition_->at(frame, row);
    if (here == Truth::unknown) {
      condition_->explain(frame, row, reasons);
      return;
    }
    (here == Truth::yes ? yes_ : no_)->explain(frame, row, reasons);
  }

 private:
  static Interval either(const Interval& a, const Interval& b) {
    if (!a.known || !b.known) {
      return {};
    }
    return {std::min(a.low, b.low), std::max(a.high, b.high), true};
  }

  Ptr<Truth> condition_;
  Ptr<Interval> yes_;
  Ptr<Interval> no_;
};

}  // namespace

Ptr<Interval> arithmetic(Op op, Ptr<Interval> left, Ptr<Interval> right) {
  std::string label = joint_label(op, *left, *right);
  return computed<Interval>(std::move(left), std::move(right), Calculate{op}, std::move(label));
}

Ptr<Interval> smaller(Ptr<Interval> left, Ptr<Interval> right) {
  return computed<Interval>(std::move(left), std::move(right), Smaller{});
}

Ptr<Interval> larger(Ptr<Interval> left, Ptr<Interval> right) {
  return computed<Interval>(std::move(left), std::move(right), Larger{});
}

Ptr<Interval> age(Ptr<Days> birth, Ptr<Days> at) {
  std::string label = "Tuổi theo " + birth->label();
  return computed<Interval>(std::move(birth), std::move(at), Age{}, std::move(label));
}

Ptr<Interval> day_number(Ptr<Days> date) {
  std::string label = date->label();
  return std::make_shared<OfDate>(
      std::move(date), [](base::Date day) { return Ratio(day.days()); }, std::move(label));
}

Ptr<Interval> year_of(Ptr<Days> date) {
  std::string label = "Năm của " + date->label();
  return std::make_shared<OfDate>(
      std::move(date), [](base::Date day) { return Ratio(day.year()); }, std::move(label));
}

Ptr<Interval> choice(Ptr<Truth> condition, Ptr<Interval> yes, Ptr<Interval> no) {
  return std::make_shared<Choice>(std::move(condition), std::move(yes), std::move(no));
}

Ptr<Days> shifted(Ptr<Days> date, Ptr<Interval> days) {
  return computed<Days>(std::move(date), std::move(days), Shift{});
}

}  // namespace baocao::expr
