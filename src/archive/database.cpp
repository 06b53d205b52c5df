#include "archive/database.hpp"

#include <charconv>
#include <utility>

#include <sqlite3.h>

namespace baocao::archive {
namespace {

struct Fault {
  diag::Code code;
  const char* message;
  const char* help;
};

Fault fault_of(int code) {
  switch (code & 0xFF) {
    case SQLITE_NOTADB:
      return {"A102",
              "tệp không phải là kho lưu trữ của baocao",
              "chỉ đúng tệp kho, hoặc tạo kho mới ở một tệp khác"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
      return {"A103",
              "không ghi được vào kho: tệp hoặc thư mục chứa nó chỉ cho đọc",
              "cấp quyền ghi cho tệp kho và thư mục chứa nó, hoặc chép kho ra chỗ khác"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {"A104",
              "kho đang được một chương trình khác ghi",
              "chờ chương trình kia xong rồi chạy lại; kho không bị thay đổi"};
    case SQLITE_CORRUPT:
      return {"A106",
              "kho bị hỏng: có trang dữ liệu không đọc được",
              "không ghi thêm vào kho này; lấy lại từ bản sao lưu gần nhất"};
    case SQLITE_CONSTRAINT:
      return {"A110",
              "kho không nhận dữ liệu này vì trái ràng buộc của kho",
              "giữ lại tệp và lệnh đã chạy, báo cho người phát triển; kho không bị thay đổi"};
    case SQLITE_FULL:
      return {"A107",
              "ổ đĩa đầy nên không ghi được vào kho",
              "dọn chỗ trên ổ đĩa rồi chạy lại; những gì đã nhận trước đó vẫn nguyên"};
    default:
      return {"A108",
              "hệ thống không đọc hoặc không ghi được tệp kho",
              "kiểm tra ổ đĩa, ổ mạng; những gì đã nhận trước đó vẫn nguyên"};
  }
}

}  // namespace

diag::Diagnostic as_diagnostic(const SqlError& error, const std::string& file) {
  const Fault fault = fault_of(error.code());
  return {.code = fault.code,
          .message = fault.message,
          .help = fault.help,
          .span = {.file = file},
          .notes = {"SQLite " + std::to_string(error.code()) + ": " + error.what()}};
}

void Database::Close::operator()(sqlite3* handle) const {
  sqlite3_close_v2(handle);
}

Database::Database() {
  open(":memory:", SQLITE_OPEN_READWRITE);
}

Database::Database(const std::filesystem::path& path, Mode mode) {
  // An absolute path is never taken for a name that SQLite gives a meaning of its own.
  open(std::filesystem::absolute(path).c_str(),
       SQLITE_OPEN_READWRITE | (mode == Mode::make ? SQLITE_OPEN_CREATE : 0));
  constexpr int patience = 5000;  // milliseconds to wait for another writer
  sqlite3_busy_timeout(handle(), patience);
}

void Database::open(const char* name, int flags) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(name, &handle, flags | SQLITE_OPEN_EXRESCODE, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) {
    throw SqlError(code, sqlite3_errstr(code));
  }
}

void Database::run(const char* statements) {
  if (sqlite3_exec(handle(), statements, nullptr, nullptr, nullptr) != SQLITE_OK) {
    throw SqlError(sqlite3_extended_errcode(handle()), sqlite3_errmsg(handle()));
  }
}

std::int64_t Database::last_row() const {
  return sqlite3_last_insert_rowid(handle());
}

bool Database::is_read_only() const {
  return sqlite3_db_readonly(handle(), "main") != 0;
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Statement::Statement(const Database& database, std::string_view sql, std::nullptr_t)
    : handle_(database.handle()) {
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v2(handle_, sql.data(), static_cast<int>(sql.size()), &statement, nullptr));
  statement_.reset(statement);
}

void Statement::check(int code) const {
  if (code != SQLITE_OK) {
    throw SqlError(sqlite3_extended_errcode(handle_), sqlite3_errmsg(handle_));
  }
}

Statement& Statement::bind(std::int64_t value) {
  check(sqlite3_bind_int64(statement_.get(), ++bound_, value));
  return *this;
}

Statement& Statement::bind(std::string_view text) {
  // A null pointer would bind NULL.
  check(sqlite3_bind_text64(statement_.get(),
                            ++bound_,
                            text.empty() ? "" : text.data(),
                            text.size(),
                            SQLITE_TRANSIENT,
                            SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind(const base::Ratio& value) {
  return value.is_integer()
             ? bind(value.numerator())
             : bind(std::to_string(value.numerator()) + "/" + std::to_string(value.denominator()));
}

Statement& Statement::bind_bytes(base::ByteView bytes) {
  check(sqlite3_bind_blob64(
      statement_.get(), ++bound_, bytes.empty() ? "" : bytes.data(), bytes.size(), SQLITE_STATIC));
  return *this;
}

Statement& Statement::bind_null() {
  check(sqlite3_bind_null(statement_.get(), ++bound_));
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code != SQLITE_ROW && code != SQLITE_DONE) {
    throw SqlError(sqlite3_extended_errcode(handle_), sqlite3_errmsg(handle_));
  }
  return code == SQLITE_ROW;
}

void Statement::run() {
  while (step()) {
  }
  check(sqlite3_reset(statement_.get()));
  bound_ = 0;
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::string Statement::text(int column) const {
  const auto* text = sqlite3_column_text(statement_.get(), column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text), size);
}

base::Bytes Statement::bytes(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return bytes == nullptr ? base::Bytes() : base::Bytes(static_cast<const char*>(bytes), size);
}

base::Ratio Statement::ratio(int column) const {
  if (sqlite3_column_type(statement_.get(), column) == SQLITE_INTEGER) {
    return integer(column);
  }
  const std::string written = text(column);
  const char* end = written.data() + written.size();
  std::int64_t numerator = 0;
  std::int64_t denominator = 0;
  const auto first = std::from_chars(written.data(), end, numerator);
  if (first.ptr != end && *first.ptr == '/' &&
      std::from_chars(first.ptr + 1, end, denominator).ptr == end && denominator > 0) {
    return {numerator, denominator};
  }
  throw SqlError(SQLITE_CORRUPT, "not a ratio: " + written);
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

Transaction::Transaction(Database& database, Kind kind) : database_(database) {
  database_.run(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  // A fault such as a full disk may have rolled back already; then there is nothing left to do.
  if (is_open_ && sqlite3_get_autocommit(database_.handle()) == 0) {
    sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
}

void Transaction::commit() {
  database_.run("COMMIT");
  is_open_ = false;
}

}  // namespace baocao::archive
