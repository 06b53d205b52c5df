#include "expr/field.hpp"

namespace baocao::expr {
namespace {

std::uint32_t reach(const View& view, Via via, std::size_t table, std::size_t row) {
  switch (via) {
    case Via::unit:
      return view.unit_row(table, row);
    case Via::person:
      return view.table(table)->person[row];
    default:
      return static_cast<std::uint32_t>(row);
  }
}

std::string sql_reached(const ColumnPlace& place,
                        const std::string& column,
                        SqlWriter& writer,
                        const std::string& row) {
  if (place.via == Via::own) {
    return sql_column(row, column);
  }
  const std::string other = writer.new_alias();
  const bool unit = place.via == Via::unit;
  return "(SELECT " + sql_column(other, column) + " FROM " + writer.table(place.table) + " " +
         other + " WHERE " + sql_column(other, unit ? "unit_no" : "row_no") + " = " +
         sql_column(row, unit ? "unit_no" : "person_no") + ")";
}

template <class T>
class Field final : public Operand<T> {
 public:
  Field(ColumnPlace place, const schema::Field& field) : place_(place), field_(field) {}

  void evaluate(Frame& frame, Rows rows, std::span<T> out) const override {
    const table::Table* table = frame.view.table(place_.table);
    for (std::size_t i = 0; i < rows.count; ++i) {
      const std::uint32_t row = reach(frame.view, place_.via, rows.table, rows.first + i);
      out[i] = table != nullptr && row < table->rows
                   ? value_of<T>(table->columns[place_.column], row)
                   : missing();
    }
  }

  void add_reads(Reads& reads) const override { reads.columns.insert(place_); }

  Sql<T> sql(SqlWriter& writer, const std::string& row) const override {
    const auto read = [&](const std::string& suffix) {
      return sql_reached(place_, field_.key + suffix, writer, row);
    };
    if constexpr (std::is_same_v<T, Interval>) {
      const std::string number = read("");
      return {number, number, writer.digits(place_.table, place_.column)};
    } else if constexpr (std::is_same_v<T, Days>) {
      return {SqlNumber{read("_first"), read("_last")},
              SqlNumber{read("_first_day"), read("_last_day")}};
    } else if constexpr (std::is_same_v<T, Word>) {
      return {read(""), std::nullopt};
    } else {
      return read("");
    }
  }

  std::string label() const override { return field_.label; }

  void explain(Frame& frame, Rows row, Reasons& reasons) const override {
    const table::Table* table = frame.view.table(place_.table);
    const std::uint32_t at = reach(frame.view, place_.via, row.table, row.first);
    if (table == nullptr || at >= table->rows) {
      reasons.push_back("thiếu " + field_.label);
      return;
    }
    std::string reason = doubt(table->columns[place_.column], field_, at);
    if constexpr (std::is_same_v<T, Truth>) {
      if (reason.empty()) {
        reason = field_.label + ": " + printed(this->at(frame, row), nullptr);
      }
    }
    if (!reason.empty()) {
      reasons.push_back(std::move(reason));
    }
  }

 private:
  static T missing() {
    if constexpr (std::is_same_v<T, Truth>) {
      return Truth::unknown;
    } else {
      return T{};
    }
  }

  ColumnPlace place_;
  const schema::Field& field_;
};

SqlNumber sql_constant(const Interval& value, SqlWriter& writer) {
  return sql_number(value.low, writer);  // exact: no text has another
}

SqlDays sql_constant(const Days& value, SqlWriter& /*writer*/) {
  return sql_day(value.low);
}

std::string sql_constant(Truth value, SqlWriter& /*writer*/) {
  return value == Truth::yes ? "TRUE" : "FALSE";
}

SqlWord sql_constant(Word value, SqlWriter& /*writer*/) {
  return {"NULL", value.number};  // whoever compares it knows the list
}

template <class T>
class Constant final : public Operand<T> {
 public:
  explicit Constant(T value) : value_(std::move(value)) {}

  void evaluate(Frame& /*frame*/, Rows /*rows*/, std::span<T> out) const override {
    std::fill(out.begin(), out.end(), value_);
  }

  void add_reads(Reads& /*reads*/) const override {}

  Sql<T> sql(SqlWriter& writer, const std::string& /*row*/) const override {
    return sql_constant(value_, writer);
  }

  void explain(Frame& /*frame*/, Rows /*row*/, Reasons& /*reasons*/) const override {}

 private:
  T value_;
};

class TextConstant final : public Operand<Text> {
 public:
  explicit TextConstant(std::string text) : text_(std::move(text)) {}

  void evaluate(Frame& /*frame*/, Rows /*rows*/, std::span<Text> out) const override {
    std::fill(out.begin(), out.end(), Text{&text_});
  }

  void add_reads(Reads& /*reads*/) const override {}

  std::string sql(SqlWriter& /*writer*/, const std::string& /*row*/) const override {
    return sql_quoted(text_);
  }

  void explain(Frame& /*frame*/, Rows /*row*/, Reasons& /*reasons*/) const override {}

 private:
  std::string text_;
};

template <class T>
class IsNone final : public Operand<Truth> {
 public:
  explicit IsNone(Ptr<T> operand) : operand_(std::move(operand)) {}

  void evaluate(Frame& frame, Rows rows, std::span<Truth> out) const override {
    const Block<T> values = operand_->block(frame, rows);
    std::transform(values.begin(), values.end(), out.begin(), [](const T& value) {
      return known(value) ? Truth::no : Truth::yes;
    });
  }

  void add_reads(Reads& reads) const override { operand_->add_reads(reads); }

  std::string sql(SqlWriter& writer, const std::string& row) const override {
    return sql_is_null(sql_presence(operand_->sql(writer, row)));
  }

  void explain(Frame& frame, Rows row, Reasons& reasons) const override {
    reasons.push_back((at(frame, row) == Truth::yes ? "thiếu " : "đã có ") + operand_->label());
  }

 private:
  Ptr<T> operand_;
};

}  // namespace

template <>
Truth value_of(const table::Column& column, std::size_t row) {
  return !column.has(row) ? Truth::unknown : column.codes[row] != 0 ? Truth::yes : Truth::no;
}

template <>
Interval value_of(const table::Column& column, std::size_t row) {
  return column.has(row) ? Interval{column.numbers[row], column.numbers[row], true} : Interval{};
}

template <>
Days value_of(const table::Column& column, std::size_t row) {
  return column.has(row) ? Days{column.dates[row].first, column.dates[row].last, true} : Days{};
}

template <>
Word value_of(const table::Column& column, std::size_t row) {
  return column.has(row) ? Word{column.codes[row]} : Word{};
}

template <>
WordSet value_of(const table::Column& column, std::size_t row) {
  return column.has(row) ? WordSet{column.sets[row], true} : WordSet{};
}

template <>
Text value_of(const table::Column& column, std::size_t row) {
  return column.has(row) ? Text{&column.texts[row]} : Text{};
}

std::string doubt(const table::Column& column, const schema::Field& field, std::size_t row) {
  if (!column.has(row)) {
    return "thiếu " + field.label;
  }
  if (field.type == schema::Type::date && !column.dates[row].exact()) {
    return field.label + " chưa ghi đủ ngày, tháng";
  }
  return {};
}

template <class T>
Ptr<T> field(ColumnPlace place, const schema::Field& field) {
  return std::make_shared<Field<T>>(place, field);
}

template <class T>
Ptr<T> constant(T value) {
  return std::make_shared<Constant<T>>(std::move(value));
}

Ptr<Text> text_constant(std::string text) {
  return std::make_shared<TextConstant>(std::move(text));
}

template <class T>
Ptr<Truth> is_none(Ptr<T> operand) {
  return std::make_shared<IsNone<T>>(std::move(operand));
}

template Ptr<Truth> field(ColumnPlace, const schema::Field&);
template Ptr<Interval> field(ColumnPlace, const schema::Field&);
template Ptr<Days> field(ColumnPlace, const schema::Field&);
template Ptr<Word> field(ColumnPlace, const schema::Field&);
template Ptr<WordSet> field(ColumnPlace, const schema::Field&);
template Ptr<Text> field(ColumnPlace, const schema::Field&);

template Ptr<Truth> constant(Truth);
template Ptr<Interval> constant(Interval);
template Ptr<Days> constant(Days);
template Ptr<Word> constant(Word);

template Ptr<Truth> is_none(Ptr<Truth>);
template Ptr<Truth> is_none(Ptr<Interval>);
template Ptr<Truth> is_none(Ptr<Days>);
template Ptr<Truth> is_none(Ptr<Word>);
template Ptr<Truth> is_none(Ptr<WordSet>);
template Ptr<Truth> is_none(Ptr<Text>);

}  // namespace baocao::expr
