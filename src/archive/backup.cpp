#include "archive/archive.hpp"
#include "archive/store.hpp"
#include "base/file.hpp"

#include <system_error>

#include <sqlite3.h>

namespace baocao::archive {
namespace {

namespace fs = std::filesystem;

void copy(const Database& from, const fs::path& to) {
  Database target(to, Database::Mode::make);
  // Deletes no journal of its own: the copy has its name only when it is whole.
  target.run("PRAGMA synchronous = FULL");
  sqlite3_backup* backup = sqlite3_backup_init(target.handle(), "main", from.handle(), "main");
  if (backup == nullptr) {
    throw SqlError(sqlite3_extended_errcode(target.handle()), sqlite3_errmsg(target.handle()));
  }
  const int step = sqlite3_backup_step(backup, -1);
  sqlite3_backup_finish(backup);
  if (step != SQLITE_DONE) {
    throw SqlError(step, sqlite3_errstr(step));
  }
}

}  // namespace

diag::Result<void> Archive::backup(const fs::path& path) const {
  const auto refuse = [&path](diag::Diagnostic fault) {
    fault.span.file = path.string();
    return diag::Failure(std::move(fault));
  };
  std::error_code error;
  if (fs::exists(path, error)) {
    return refuse({.code = "A111",
                   .message = "đã có tệp ở chỗ định ghi bản sao lưu",
                   .help = "chọn tên tệp khác, ví dụ thêm ngày sao lưu vào tên"});
  }
  fs::path partial = path;
  partial += ".partial";
  const auto clear = [&partial] {
    std::error_code ignored;
    fs::remove(partial, ignored);
    fs::remove(partial.string() + "-journal", ignored);
  };
  clear();
  try {
    copy(store_->database, partial);
  } catch (const SqlError& fault) {
    clear();
    return refuse(as_diagnostic(fault, path.string()));
  }
  if (const auto renamed = base::rename_file(partial, path); !renamed) {
    clear();
    return refuse({.code = "A108",
                   .message = "không ghi được bản sao lưu: " + renamed.error().code.message(),
                   .help = "kiểm tra ổ đĩa và quyền ghi của thư mục"});
  }
  return {};
}

}  // namespace baocao::archive
