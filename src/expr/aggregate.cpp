#include "expr/aggregate.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>

namespace baocao::expr {
namespace {

struct Records {
  std::span<const std::uint32_t> rows;
  std::vector<std::uint32_t> gathered;  // what `rows` shows of several units
  bool reported = false;
  const std::vector<Truth>* truths = nullptr;  // of the condition, per row of the table

  Truth truth(std::uint32_t record) const {
    return truths == nullptr ? Truth::yes : (*truths)[record];
  }
};

// Of the unit and everything below it, unit by unit.
void gather_below(const View& view, std::size_t table, std::uint16_t top, Records& records) {
  const table::Units& units = view.dataset().units;
  records.reported = top < units.all.size();
  for (const std::uint16_t unit : units.subtree(top)) {
    const auto rows = view.of_unit(table, unit);
    records.gathered.insert(records.gathered.end(), rows.begin(), rows.end());
    records.reported = records.reported && (!rows.empty() || !units.is_leaf(unit));
  }
  records.rows = records.gathered;
}

Records records_of(Frame& frame, const Related& related, Rows row) {
  const View& view = frame.view;
  const table::Table* table = view.table(related.table);
  if (table == nullptr || !table->supplied) {
    return {};
  }
  Records records;
  if (related.link == Link::person) {
    records.rows = view.of_person(related.table, row.first);
    records.reported = true;
  } else if (related.link == Link::below) {
    gather_below(view, related.table, view.unit_of(row.table, row.first), records);
  } else {
    records.rows = view.of_unit(related.table, view.unit_of(row.table, row.first));
    records.reported = !records.rows.empty();
  }
  records.truths = related.where ? &frame.all(*related.where, related.table) : nullptr;
  return records;
}

// What the texts of an aggregate are made of: its records have an alias of their own.
struct SqlRecords {
  std::string row;    // alias
  std::string from;   // FROM … WHERE …
  std::string where;  // the condition on one of them
  bool by_unit = false;

  std::string certain() const { return where; }

  std::string possible() const { return "(" + where + " IS NOT FALSE)"; }
};

SqlRecords sql_records(const Related& related, SqlWriter& writer, const std::string& row) {
  SqlRecords records;
  records.row = writer.new_alias();
  records.by_unit = related.link != Link::person;
  if (related.link == Link::below) {
    writer.refuse("số liệu cộng từ các đơn vị cấp dưới không viết bằng SQL");
  }
  const std::string_view own = records.by_unit ? "unit_no" : "person_no";
  const std::string_view outer = records.by_unit ? "unit_no" : "row_no";
  records.from = " FROM " + writer.table(related.table) + " " + records.row + " WHERE " +
                 sql_column(records.row, own) + " = " + sql_column(row, outer);
  records.where = related.where ? related.where->sql(writer, records.row) : "TRUE";
  return records;
}

std::string sql_counted(const std::string& condition) {
  return "COUNT(*) FILTER (WHERE " + condition + ")";
}

// An aggregate of all records; nothing is known of a unit that has none.
std::string sql_over(const SqlRecords& records, const std::string& value) {
  return "(SELECT " + (records.by_unit ? "CASE WHEN COUNT(*) > 0 THEN " + value + " END" : value) +
         records.from + ")";
}

// Base of all: walks the records of each row with the truth of the condition on each record.
template <class T>
class Aggregate : public Operand<T> {
 public:
  explicit Aggregate(Related related) : related_(std::move(related)) {}

  void evaluate(Frame& frame, Rows rows, std::span<T> out) const final {
    for (std::size_t i = 0; i < rows.count; ++i) {
      const Rows row{rows.table, rows.first + i, 1};
      const Records records = records_of(frame, related_, row);
      out[i] = records.reported ? over(frame, records) : nothing_known();
    }
  }

  void add_reads(Reads& reads) const final { reads.records = true; }

  void explain(Frame& frame, Rows row, Reasons& reasons) const override {
    const Records records = records_of(frame, related_, row);
    if (!records.reported) {
      reasons.push_back("chưa có số liệu ở bảng " + related_.label);
      return;
    }
    for (const std::uint32_t record : records.rows) {
      if (records.truth(record) == Truth::unknown) {
        related_.where->explain(frame, {related_.table, record, 1}, reasons);
        return;
      }
    }
  }

 protected:
  virtual T over(Frame& frame, const Records& records) const = 0;

  const Related& related() const { return related_; }

 private:
  static T nothing_known() {
    if constexpr (std::is_same_v<T, Truth>) {
      return Truth::unknown;
    } else {
      return T{};
    }
  }

  Related related_;
};

class Exists final : public Aggregate<Truth> {
 public:
  using Aggregate::Aggregate;

  void explain(Frame& frame, Rows row, Reasons& reasons) const override {
    const Truth found = at(frame, row);
    if (found == Truth::unknown) {
      Aggregate::explain(frame, row, reasons);
      return;
    }
    reasons.push_back((found == Truth::yes ? "có ở bảng " : "không có dòng phù hợp ở bảng ") +
                      related().label);
  }

  std::string sql(SqlWriter& writer, const std::string& row) const override {
    const SqlRecords records = sql_records(related(), writer, row);
    return sql_over(records,
                    "CASE WHEN " + sql_counted(records.certain()) + " > 0 THEN TRUE WHEN " +
                        sql_counted(records.possible()) + " = 0 THEN FALSE END");
  }

 protected:
  Truth over(Frame& /*frame*/, const Records& records) const override {
    Truth found = Truth::no;
    for (const std::uint32_t record : records.rows) {
      const Truth here = records.truth(record);
      if (here == Truth::yes) {
        return here;
      }
      found = here == Truth::unknown ? here : found;
    }
    return found;
  }
};

class Count final : public Aggregate<Interval> {
 public:
  using Aggregate::Aggregate;

  std::string label() const override { return "số dòng ở bảng " + related().label; }

  SqlNumber sql(SqlWriter& writer, const std::string& row) const override {
    const SqlRecords records = sql_records(related(), writer, row);
    return {sql_over(records, sql_counted(records.certain())),
            sql_over(records, sql_counted(records.possible()))};
  }

 protected:
  Interval over(Frame& /*frame*/, const Records& records) const override {
    std::int64_t certain = 0;
    std::int64_t possible = 0;
    for (const std::uint32_t record : records.rows) {
      const Truth here = records.truth(record);
      certain += here == Truth::yes ? 1 : 0;
      possible += here == Truth::no ? 0 : 1;
    }
    return {base::Ratio(certain), base::Ratio(possible), true};
  }
};

class Sum final : public Aggregate<Interval> {
 public:
  Sum(Related related, Ptr<Interval> value)
      : Aggregate(std::move(related)), value_(std::move(value)) {}

  std::string label() const override { return "tổng " + value_->label(); }

  SqlNumber sql(SqlWriter& writer, const std::string& row) const override {
    const SqlRecords records = sql_records(related(), writer, row);
    const SqlNumber value = value_->sql(writer, records.row);
    const std::string nothing_lacks =
        sql_counted(records.possible() + " AND " + value.low + " IS NULL") + " = 0";
    const auto total = [&](const std::string& amount, std::string_view sign) {
      return sql_over(records,
                      "CASE WHEN " + nothing_lacks + " THEN COALESCE(SUM(CASE WHEN " +
                          records.certain() + " OR (" + records.possible() + " AND " + amount +
                          std::string(sign) + ") THEN " + amount + " ELSE 0 END), 0) END");
    };
    return {total(value.low, " < 0"), total(value.high, " > 0"), value.digits};
  }

  void explain(Frame& frame, Rows row, Reasons& reasons) const override {
    Aggregate::explain(frame, row, reasons);
    const Records records = records_of(frame, related(), row);
    for (const std::uint32_t record : records.rows) {
      if (records.truth(record) != Truth::no && reasons.empty()) {
        value_->explain(frame, {related().table, record, 1}, reasons);
      }
    }
  }

 protected:
  Interval over(Frame& frame, const Records& records) const override {
    const std::vector<Interval>& values = frame.all(*value_, related().table);
    try {
      return total(records, values);
    } catch (const std::overflow_error&) {
      return {};
    }
  }

 private:
  // Nothing is known once a record that counts, or may count, has no amount.
  static Interval total(const Records& records, const std::vector<Interval>& values) {
    Interval total{base::Ratio(0), base::Ratio(0), true};
    for (const std::uint32_t record : records.rows) {
      const Truth here = records.truth(record);
      if (here == Truth::no) {
        continue;
      }
      if (!values[record].known) {
        return {};
      }
      add(total, values[record], here == Truth::yes);
    }
    return total;
  }

  static void add(Interval& total, const Interval& value, bool certain) {
    const base::Ratio zero(0);
    total.low += certain ? value.low : std::min(zero, value.low);
    total.high += certain ? value.high : std::max(zero, value.high);
  }

  Ptr<Interval> value_;
};

template <class T>
class Latest final : public Aggregate<T> {
 public:
  Latest(Related related, std::size_t column, const schema::Field& field, Ptr<Interval> by)
      : Aggregate<T>(std::move(related)), column_(column), field_(field), by_(std::move(by)) {}

  std::string label() const override { return field_.label; }

  Sql<T> sql(SqlWriter& writer, const std::string& row) const override {
    const auto read = [&](const std::string& suffix) {
      return sql_newest(field_.key + suffix, writer, row);
    };
    if constexpr (std::is_same_v<T, Interval>) {
      const std::string number = read("");
      return {number, number, writer.digits(this->related().table, column_)};
    } else if constexpr (std::is_same_v<T, Days>) {
      return {SqlNumber{read("_first"), read("_last")},
              SqlNumber{read("_first_day"), read("_last_day")}};
    } else {
      return {read(""), std::nullopt};
    }
  }

  void explain(Frame& frame, Rows row, Reasons& reasons) const override {
    Aggregate<T>::explain(frame, row, reasons);
    if (reasons.empty() && !known(this->at(frame, row))) {
      reasons.push_back("chưa rõ " + field_.label + " mới nhất");
    }
  }

 protected:
  T over(Frame& frame, const Records& records) const override {
    const std::optional<std::uint32_t> record = newest(frame, records);
    const table::Table* table = frame.view.table(this->related().table);
    return record ? value_of<T>(table->columns[column_], *record) : T{};
  }

 private:
  // Nothing when there is none, when an uncertain record might be newer, or when two tie.
  std::optional<std::uint32_t> newest(Frame& frame, const Records& records) const {
    const std::vector<Interval>& order = frame.all(*by_, this->related().table);
    std::optional<std::uint32_t> best;
    bool tied = false;
    for (const std::uint32_t record : records.rows) {
      const Truth here = records.truth(record);
      if (here == Truth::no) {
        continue;
      }
      if (here == Truth::unknown || !order[record].exact()) {
        return std::nullopt;
      }
      if (best && order[record].low < order[*best].low) {
        continue;
      }
      tied = best && order[record].low == order[*best].low;
      best = record;
    }
    return tied ? std::nullopt : best;
  }

  // The column in the one record with the greatest order, when all that may count have one.
  std::string sql_newest(const std::string& column,
                         SqlWriter& writer,
                         const std::string& row) const {
    const SqlRecords all = sql_records(this->related(), writer, row);
    const SqlNumber order = by_->sql(writer, all.row);
    const SqlRecords others = sql_records(this->related(), writer, row);
    const SqlNumber greatest = by_->sql(writer, others.row);
    const std::string doubtful =
        sql_counted("(" + all.where + " IS NULL) OR (" + all.where + " AND (" + order.low + " = " +
                    order.high + ") IS NOT TRUE)");
    const std::string newest = "(" + all.where + " AND " + order.low + " = (SELECT MAX(" +
                               greatest.low + ")" + others.from + " AND " + others.where + "))";
    return "(SELECT CASE WHEN " + doubtful + " = 0 AND " + sql_counted(newest) + " = 1 THEN MAX(" +
           sql_column(all.row, column) + ") FILTER (WHERE " + newest + ") END" + all.from + ")";
  }

  std::size_t column_;
  const schema::Field& field_;
  Ptr<Interval> by_;
};

}  // namespace

Ptr<Truth> exists(Related related) {
  return std::make_shared<Exists>(std::move(related));
}

Ptr<Interval> count(Related related) {
  return std::make_shared<Count>(std::move(related));
}

Ptr<Interval> sum(Related related, Ptr<Interval> value) {
  return std::make_shared<Sum>(std::move(related), std::move(value));
}

template <class T>
Ptr<T> latest(Related related, std::size_t column, const schema::Field& field, Ptr<Interval> by) {
  return std::make_shared<Latest<T>>(std::move(related), column, field, std::move(by));
}

template Ptr<Interval> latest(Related, std::size_t, const schema::Field&, Ptr<Interval>);
template Ptr<Days> latest(Related, std::size_t, const schema::Field&, Ptr<Interval>);
template Ptr<Word> latest(Related, std::size_t, const schema::Field&, Ptr<Interval>);

}  // namespace baocao::expr
