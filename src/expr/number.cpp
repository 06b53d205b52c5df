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

std::string sql_binary(const std::string& a, std::string_view sign, const std::string& b) {
  return "(" + a + " " + std::string(sign) + " " + b + ")";
}

SqlNumber sql_sum(Op op, SqlNumber a, SqlNumber b) {
  sql_align(a, b);
  return op == Op::add
             ? SqlNumber{sql_binary(a.low, "+", b.low), sql_binary(a.high, "+", b.high), a.digits}
             : SqlNumber{sql_binary(a.low, "-", b.high), sql_binary(a.high, "-", b.low), a.digits};
}

SqlNumber sql_product(const SqlNumber& a, const SqlNumber& b, SqlWriter& writer) {
  const int digits = a.digits + b.digits;
  if (digits > 18) {
    writer.refuse("tích có nhiều chữ số hơn số nguyên 64 bit");
  }
  if (a.exact() && b.exact()) {
    const std::string product = sql_binary(a.low, "*", b.low);
    return {product, product, digits};
  }
  const std::vector<std::string> corners = {sql_binary(a.low, "*", b.low),
                                            sql_binary(a.low, "*", b.high),
                                            sql_binary(a.high, "*", b.low),
                                            sql_binary(a.high, "*", b.high)};
  return {sql_extreme(corners, true), sql_extreme(corners, false), digits};
}

SqlNumber sql_smaller_or_larger(SqlNumber a, SqlNumber b, bool smaller) {
  sql_align(a, b);
  return {sql_extreme({a.low, b.low}, smaller), sql_extreme({a.high, b.high}, smaller), a.digits};
}

// Of dates as yyyymmdd: what stands before mmdd, and mmdd.
std::string sql_year(const std::string& day) {
  return sql_binary(day, "-", sql_binary(day, "%", "10000"));
}

std::string sql_years(const std::string& birth, const std::string& at) {
  return "(" + sql_year(at) + " - " + sql_year(birth) + " - CASE WHEN " +
         sql_binary(at, "%", "10000") + " < " + sql_binary(birth, "%", "10000") +
         " THEN 10000 ELSE 0 END)";
}

constexpr int year_digits = 4;  // of a year read off a date

const SqlNumber& sql_calendar(const SqlDays& days, SqlWriter& writer) {
  if (!days.calendar) {
    writer.refuse("không lấy được năm của một ngày đã cộng thêm");
    return days.count;
  }
  return *days.calendar;
}

struct Calculate {
  Op op;

  Interval operator()(const Interval& a, const Interval& b) const { return calculated(op, a, b); }

  SqlNumber sql(const SqlNumber& a, const SqlNumber& b, SqlWriter& writer) const {
    if (op == Op::divide || op == Op::remainder) {
      writer.refuse("phép chia không viết bằng SQL");
      return {};
    }
    return op == Op::multiply ? sql_product(a, b, writer) : sql_sum(op, a, b);
  }
};

struct Smaller {
  Interval operator()(const Interval& a, const Interval& b) const {
    return {std::min(a.low, b.low), std::min(a.high, b.high), true};
  }

  static SqlNumber sql(const SqlNumber& a, const SqlNumber& b, SqlWriter& /*writer*/) {
    return sql_smaller_or_larger(a, b, true);
  }
};

struct Larger {
  Interval operator()(const Interval& a, const Interval& b) const {
    return {std::max(a.low, b.low), std::max(a.high, b.high), true};
  }

  static SqlNumber sql(const SqlNumber& a, const SqlNumber& b, SqlWriter& /*writer*/) {
    return sql_smaller_or_larger(a, b, false);
  }
};

struct Age {
  static SqlNumber sql(const SqlDays& birth, const SqlDays& at, SqlWriter& writer) {
    const SqlNumber& from = sql_calendar(birth, writer);
    const SqlNumber& to = sql_calendar(at, writer);
    return {sql_years(from.high, to.low), sql_years(from.low, to.high), year_digits};
  }

  Interval operator()(const Days& birth, const Days& at) const {
    return {Ratio(base::completed_years(birth.high, at.low)),
            Ratio(base::completed_years(birth.low, at.high)),
            true};
  }
};

struct Shift {
  static constexpr std::int64_t most = 1'000'000;  // beyond any calendar of ours

  static SqlDays sql(const SqlDays& date, const SqlNumber& days, SqlWriter& writer) {
    if (days.digits != 0) {
      writer.refuse("chỉ cộng được số ngày nguyên");
    }
    const SqlNumber sum = sql_sum(Op::add, date.count, days);
    const std::string possible = "CASE WHEN " + days.low + " >= -" + std::to_string(most) +
                                 " AND " + days.high + " <= " + std::to_string(most) + " THEN ";
    return {std::nullopt,
            SqlNumber{"(" + possible + sum.low + " END)", "(" + possible + sum.high + " END)"}};
  }

  Days operator()(const Days& date, const Interval& days) const {
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
    const Block<Left> left = left_->block(frame, rows);
    const Block<Right> right = right_->block(frame, rows);
    for (std::size_t i = 0; i < rows.count; ++i) {
      out[i] = computed(left[i], right[i]);
    }
  }

  void add_reads(Reads& reads) const override {
    left_->add_reads(reads);
    right_->add_reads(reads);
  }

  Sql<Out> sql(SqlWriter& writer, const std::string& row) const override {
    return function_.sql(left_->sql(writer, row), right_->sql(writer, row), writer);
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
  using Print = SqlNumber (*)(const SqlDays&, SqlWriter&);

  OfDate(Ptr<Days> date, Number number, Print print, std::string label)
      : date_(std::move(date)), number_(number), print_(print), label_(std::move(label)) {}

  void evaluate(Frame& frame, Rows rows, std::span<Interval> out) const override {
    const Block<Days> dates = date_->block(frame, rows);
    std::transform(dates.begin(), dates.end(), out.begin(), [this](const Days& date) {
      return date.known ? Interval{number_(date.low), number_(date.high), true} : Interval{};
    });
  }

  void add_reads(Reads& reads) const override { date_->add_reads(reads); }

  SqlNumber sql(SqlWriter& writer, const std::string& row) const override {
    return print_(date_->sql(writer, row), writer);
  }

  std::string label() const override { return label_; }

  void explain(Frame& frame, Rows row, Reasons& reasons) const override {
    date_->explain(frame, row, reasons);
  }

 private:
  Ptr<Days> date_;
  Number number_;
  Print print_;
  std::string label_;
};

class Choice final : public Operand<Interval> {
 public:
  Choice(Ptr<Truth> condition, Ptr<Interval> yes, Ptr<Interval> no)
      : condition_(std::move(condition)), yes_(std::move(yes)), no_(std::move(no)) {}

  void evaluate(Frame& frame, Rows rows, std::span<Interval> out) const override {
    const Block<Truth> conditions = condition_->block(frame, rows);
    const Block<Interval> yes = yes_->block(frame, rows);
    const Block<Interval> no = no_->block(frame, rows);
    for (std::size_t i = 0; i < rows.count; ++i) {
      out[i] = conditions[i] == Truth::yes  ? yes[i]
               : conditions[i] == Truth::no ? no[i]
                                            : either(yes[i], no[i]);
    }
  }

  void add_reads(Reads& reads) const override {
    condition_->add_reads(reads);
    yes_->add_reads(reads);
    no_->add_reads(reads);
  }

  SqlNumber sql(SqlWriter& writer, const std::string& row) const override {
    const std::string condition = condition_->sql(writer, row);
    SqlNumber yes = yes_->sql(writer, row);
    SqlNumber no = no_->sql(writer, row);
    sql_align(yes, no);
    const auto chosen = [&](const std::string& when, const std::string& otherwise, bool smallest) {
      return "(CASE WHEN " + condition + " THEN " + when + " WHEN NOT " + condition + " THEN " +
             otherwise + " ELSE " + sql_extreme({when, otherwise}, smallest) + " END)";
    };
    return {chosen(yes.low, no.low, true), chosen(yes.high, no.high, false), yes.digits};
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
      std::move(date),
      [](base::Date day) { return Ratio(day.days()); },
      [](const SqlDays& days, SqlWriter& /*writer*/) { return days.count; },
      std::move(label));
}

Ptr<Interval> year_of(Ptr<Days> date) {
  std::string label = "Năm của " + date->label();
  return std::make_shared<OfDate>(
      std::move(date),
      [](base::Date day) { return Ratio(day.year()); },
      [](const SqlDays& days, SqlWriter& writer) {
        const SqlNumber& day = sql_calendar(days, writer);
        return SqlNumber{sql_year(day.low), sql_year(day.high), year_digits};
      },
      std::move(label));
}

Ptr<Interval> choice(Ptr<Truth> condition, Ptr<Interval> yes, Ptr<Interval> no) {
  return std::make_shared<Choice>(std::move(condition), std::move(yes), std::move(no));
}

Ptr<Days> shifted(Ptr<Days> date, Ptr<Interval> days) {
  return computed<Days>(std::move(date), std::move(days), Shift{});
}

}  // namespace baocao::expr
