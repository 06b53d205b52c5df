// SQLite, thinly: statements that throw SqlError, transactions that roll back. Private to archive/,
// whose public functions turn an SqlError into a Diagnostic.
#pragma once

#include "base/bytes.hpp"
#include "base/ratio.hpp"
#include "diag/diagnostic.hpp"

#include <cstdint>
#include <exception>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace baocao::archive {

class SqlError : public std::exception {
 public:
  SqlError(int code, std::string text) : code_(code), text_(std::move(text)) {}

  int code() const { return code_; }  // extended result code

  const char* what() const noexcept override { return text_.c_str(); }

 private:
  int code_;
  std::string text_;
};

// What the user is told. `file` is the archive as the user named it.
diag::Diagnostic as_diagnostic(const SqlError& error, const std::string& file);

class Database {
 public:
  enum class Mode : std::uint8_t { existing, make };

  Database();  // empty, in memory
  Database(const std::filesystem::path& path, Mode mode);

  void run(const char* statements);

  std::int64_t last_row() const;
  bool is_read_only() const;

  sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };

  void open(const char* name, int flags);

  std::unique_ptr<sqlite3, Close> handle_;
};

class Statement {
 public:
  template <class... Values>
  Statement(const Database& database, std::string_view sql, const Values&... values)
      : Statement(database, sql, nullptr) {
    (bind(values), ...);
  }

  // Binds the next parameter.
  Statement& bind(std::int64_t value);
  Statement& bind(std::string_view text);       // copied
  Statement& bind(const base::Ratio& value);    // an integer, or "numerator/denominator"
  Statement& bind_bytes(base::ByteView bytes);  // must live until the statement has run
  Statement& bind_null();

  bool step();  // true while there is a row
  void run();   // to the end, then ready to be bound anew

  std::int64_t integer(int column) const;
  std::string text(int column) const;
  base::Bytes bytes(int column) const;
  base::Ratio ratio(int column) const;
  bool is_null(int column) const;

 private:
  Statement(const Database& database, std::string_view sql, std::nullptr_t);
  void check(int code) const;

  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };

  sqlite3* handle_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int bound_ = 0;
};

// Rolls back unless committed.
class Transaction {
 public:
  enum class Kind : std::uint8_t { read, write };

  Transaction(Database& database, Kind kind);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit();

 private:
  Database& database_;
  bool is_open_ = true;
};

}  // namespace baocao::archive
