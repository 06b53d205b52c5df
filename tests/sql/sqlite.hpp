// A dataset in an SQLite database of its own, as src/expr/sql.hpp describes the tables.
#pragma once

#include "expr/evaluate.hpp"
#include "expr/sql.hpp"
#include "indicator/counts.hpp"
#include "indicator/sql.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <sqlite3.h>

namespace baocao::test {

class Sqlite {
 public:
  // Throws std::runtime_error on any fault: there is none in a right test.
  explicit Sqlite(const table::Dataset& dataset);

  // Decimals of the number columns: as many as their values have.
  const expr::SqlTables& tables() const { return tables_; }

  using Row = std::vector<std::optional<std::int64_t>>;
  std::vector<Row> rows(const std::string& query) const;

  // By unit number, units below not added.
  std::vector<indicator::Counts> counts(const indicator::Query& query) const;

 private:
  void run(const std::string& statements) const;
  void load(std::size_t table, const expr::View& view);

  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
  };

  std::size_t units_ = 0;
  expr::SqlTables tables_;
  std::unique_ptr<sqlite3, Close> database_;
};

}  // namespace baocao::test
