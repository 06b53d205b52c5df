#include "sql/sqlite.hpp"

#include <algorithm>
#include <stdexcept>

namespace baocao::test {
namespace {

using schema::Type;

std::string quoted(const std::string& name) {
  return "\"" + name + "\"";
}

// As few decimals as all values of the column need.
int digits_of(const table::Column& column) {
  int digits = 0;
  for (const base::Ratio& number : column.numbers) {
    base::Ratio scaled = number;
    for (int i = 0; i < digits; ++i) {
      scaled = scaled * base::Ratio(10);
    }
    for (; !scaled.is_integer(); ++digits) {
      scaled = scaled * base::Ratio(10);
    }
  }
  return digits;
}

std::int64_t scaled(const base::Ratio& number, int digits) {
  base::Ratio value = number;
  for (int i = 0; i < digits; ++i) {
    value = value * base::Ratio(10);
  }
  return value.numerator();
}

std::int64_t calendar(base::Date day) {
  return day.year() * 10000 + day.month() * 100 + day.day();
}

std::string definition(const schema::Table& table) {
  std::string text = "CREATE TABLE " + quoted(table.name) +
                     " (row_no INTEGER PRIMARY KEY, unit_no INTEGER, person_no INTEGER";
  for (const schema::Field& field : table.fields) {
    switch (field.type) {
      case Type::date:
        for (const char* part : {"_first", "_last", "_first_day", "_last_day"}) {
          text += ", " + quoted(field.key + part) + " INTEGER";
        }
        break;
      case Type::number:
      case Type::boolean:
      case Type::codes:
      case Type::unit:
        text += ", " + quoted(field.key) + " INTEGER";
        break;
      default:
        text += ", " + quoted(field.key) + " TEXT";
    }
  }
  return text + ");";
}

// Binds the values of one row, one after the other.
class Insert {
 public:
  Insert(sqlite3* database, const schema::Table& table) {
    std::size_t columns = 3 + table.fields.size();
    for (const schema::Field& field : table.fields) {
      columns += field.type == Type::date ? 3 : 0;
    }
    std::string text = "INSERT INTO " + quoted(table.name) + " VALUES (?";
    for (std::size_t column = 1; column < columns; ++column) {
      text += ", ?";
    }
    if (sqlite3_prepare_v2(database, (text + ")").c_str(), -1, &statement_, nullptr) != SQLITE_OK) {
      throw std::runtime_error(sqlite3_errmsg(database));
    }
  }

  Insert(const Insert&) = delete;
  Insert& operator=(const Insert&) = delete;

  ~Insert() { sqlite3_finalize(statement_); }

  void number(std::optional<std::int64_t> value) {
    ++at_;
    if (value) {
      sqlite3_bind_int64(statement_, at_, *value);
    } else {
      sqlite3_bind_null(statement_, at_);
    }
  }

  void text(const std::string& value) {
    sqlite3_bind_text(statement_, ++at_, value.c_str(), -1, SQLITE_TRANSIENT);
  }

  void done() {
    if (sqlite3_step(statement_) != SQLITE_DONE) {
      throw std::runtime_error("a row was not inserted");
    }
    sqlite3_reset(statement_);
    at_ = 0;
  }

 private:
  sqlite3_stmt* statement_ = nullptr;
  int at_ = 0;
};

void bind_date(const base::DateRange& range, Insert& insert) {
  insert.number(calendar(range.first));
  insert.number(calendar(range.last));
  insert.number(range.first.days());
  insert.number(range.last.days());
}

void bind_value(const table::Column& column, std::size_t row, int digits, Insert& insert) {
  const Type type = column.field->type;
  if (!column.has(row)) {
    for (int i = 0; i < (type == Type::date ? 4 : 1); ++i) {
      insert.number(std::nullopt);
    }
    return;
  }
  switch (type) {
    case Type::number:
      return insert.number(scaled(column.numbers[row], digits));
    case Type::boolean:
    case Type::unit:
      return insert.number(column.codes[row]);
    case Type::date:
      return bind_date(column.dates[row], insert);
    case Type::code:
      return insert.text(column.field->codes->words[column.codes[row]].key);
    case Type::codes:
      return insert.number(static_cast<std::int64_t>(column.sets[row]));
    default:
      return insert.text(column.texts[row]);
  }
}

}  // namespace

Sqlite::Sqlite(const table::Dataset& dataset) : units_(dataset.units.all.size()) {
  sqlite3* database = nullptr;
  sqlite3_open(":memory:", &database);
  database_.reset(database);
  const expr::View view(dataset);
  run("BEGIN");
  for (std::size_t table = 0; table < dataset.schema->tables().size(); ++table) {
    load(table, view);
  }
  run("COMMIT");
}

void Sqlite::load(std::size_t number, const expr::View& view) {
  const schema::Table& schema = *view.schema().tables()[number];
  run(definition(schema));
  const table::Table* table = view.table(number);
  for (std::size_t column = 0; table != nullptr && column < table->columns.size(); ++column) {
    tables_.digits[{number, column}] = digits_of(table->columns[column]);
  }
  Insert insert(database_.get(), schema);
  for (std::size_t row = 0; row < view.rows(number); ++row) {
    const std::uint16_t unit = view.unit_of(number, row);
    const bool linked = !table->person.empty() && table->person[row] != table::Table::no_person;
    insert.number(static_cast<std::int64_t>(row));
    insert.number(unit < units_ ? std::optional<std::int64_t>(unit) : std::nullopt);
    insert.number(linked ? std::optional<std::int64_t>(table->person[row]) : std::nullopt);
    for (std::size_t column = 0; column < table->columns.size(); ++column) {
      bind_value(table->columns[column], row, tables_.digits[{number, column}], insert);
    }
    insert.done();
  }
  for (const char* key : {"unit_no", "person_no"}) {
    run("CREATE INDEX " + quoted(schema.name + "_" + key) + " ON " + quoted(schema.name) + " (" +
        key + ")");
  }
}

void Sqlite::run(const std::string& statements) const {
  if (sqlite3_exec(database_.get(), statements.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    throw std::runtime_error(sqlite3_errmsg(database_.get()) + (": " + statements));
  }
}

std::vector<Sqlite::Row> Sqlite::rows(const std::string& query) const {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database_.get(), query.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
    throw std::runtime_error(sqlite3_errmsg(database_.get()) + (": " + query));
  }
  std::vector<Row> rows;
  int step = SQLITE_ROW;
  while ((step = sqlite3_step(statement)) == SQLITE_ROW) {
    Row& row = rows.emplace_back();
    for (int column = 0; column < sqlite3_column_count(statement); ++column) {
      const int type = sqlite3_column_type(statement, column);
      if (type != SQLITE_NULL && type != SQLITE_INTEGER) {
        throw std::runtime_error("not a whole number: " + query);
      }
      row.push_back(type == SQLITE_NULL ? std::nullopt
                                        : std::optional(sqlite3_column_int64(statement, column)));
    }
  }
  sqlite3_finalize(statement);
  if (step != SQLITE_DONE) {
    throw std::runtime_error(sqlite3_errmsg(database_.get()) + (": " + query));
  }
  return rows;
}

std::vector<indicator::Counts> Sqlite::counts(const indicator::Query& query) const {
  const auto divided = [](std::int64_t number, int digits) {
    base::Ratio value(number);
    for (int i = 0; i < digits; ++i) {
      value = value / base::Ratio(10);
    }
    return value;
  };
  std::vector<indicator::Counts> counts(units_);
  for (const Row& row : rows(query.text)) {
    if (row.at(0)) {
      counts.at(static_cast<std::size_t>(*row[0])) = {.n = divided(*row.at(1), query.n_digits),
                                                      .d = divided(*row.at(2), query.d_digits),
                                                      .u1 = *row.at(3),
                                                      .u2 = *row.at(4),
                                                      .open = *row.at(5)};
    }
  }
  return counts;
}

}  // namespace baocao::test
