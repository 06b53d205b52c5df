#include "archive/archive.hpp"

#include "archive/schema.hpp"
#include "archive/store.hpp"

#include <algorithm>
#include <system_error>

namespace baocao::archive {
namespace {

namespace fs = std::filesystem;

diag::Failure fault(diag::Code code, std::string message, std::string help, const fs::path& path) {
  return diag::Failure(diag::Diagnostic{.code = code,
                                        .message = std::move(message),
                                        .help = std::move(help),
                                        .span = {.file = path.string()}});
}

// "2026-10-05T08:30:00", a time that exists.
bool is_time(std::string_view text) {
  constexpr std::string_view form = "dddd-dd-ddTdd:dd:dd";
  const auto fits = [](char c, char wanted) {
    return wanted == 'd' ? c >= '0' && c <= '9' : c == wanted;
  };
  return text.size() == form.size() && std::equal(text.begin(), text.end(), form.begin(), fits) &&
         base::Date::parse_iso(text.substr(0, 10)) && text.substr(11, 2) < "24" &&
         text.substr(14, 2) < "60" && text.substr(17, 2) < "60";
}

// EXTRA also syncs the folder after the journal is deleted, so that a power cut cannot bring a
// journal back and undo what was reported as done.
void prepare(Database& database) {
  database.run(
      "PRAGMA foreign_keys = ON; PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON;"
      "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY");
}

std::int64_t number(const Database& database, const char* query) {
  Statement statement(database, query);
  statement.step();
  return statement.integer(0);
}

void bring_up_to_date(Database& database) {
  Transaction transaction(database, Transaction::Kind::write);
  for (std::int64_t version = version_of(database); version < newest_version(); ++version) {
    step_up(database, version);
    Act act = last_record(database).act;
    append(database, {.at = act.at, .who = "baocao"}, "migrate", std::to_string(version + 1), "{}");
  }
  transaction.commit();
}

}  // namespace

diag::Result<void> check_act(const Act& act) {
  if (is_time(act.at) && !act.who.empty()) {
    return {};
  }
  return diag::Failure(diag::Diagnostic{
      .code = "A201",
      .message = act.who.empty() ? "chưa nêu người thực hiện"
                                 : "\"" + act.at + "\" không phải là thời điểm hợp lệ",
      .help =
          "mỗi thay đổi của kho phải có người thực hiện và thời điểm dạng 2026-10-05T08:30:00"});
}

Act Store::after_last_record(Act act) const {
  act.at = std::max(act.at, last_record(database).act.at);
  return act;
}

void Store::warn_if_moved(const Act& asked, const Act& taken, diag::Sink& sink) const {
  if (asked.at != taken.at) {
    sink.add({.code = "A202",
              .severity = diag::Severity::warning,
              .message = "đồng hồ của máy (" + asked.at + ") chậm hơn lần ghi trước của kho (" +
                         taken.at + ")",
              .help = "chỉnh lại đồng hồ của máy; nhật ký ghi theo thời điểm của lần ghi trước",
              .span = {.file = file}});
  }
}

diag::Result<void> Archive::create(const fs::path& path, const Act& act) {
  if (auto checked = check_act(act); !checked) {
    return checked;
  }
  try {
    Database database(path, Database::Mode::make);
    prepare(database);
    Transaction transaction(database, Transaction::Kind::write);
    // A crash in here leaves a file that never had a table, which is as good as none.
    if (number(database, "PRAGMA schema_version") > 0) {
      return fault(
          "A109", "đã có tệp ở chỗ định tạo kho", "mở kho ấy, hoặc tạo kho ở một tệp khác", path);
    }
    make_tables(database, newest_version());
    append(database, act, "create", std::to_string(newest_version()), "{}");
    transaction.commit();
    return {};
  } catch (const SqlError& error) {
    auto diagnostic = as_diagnostic(error, path.string());
    return diagnostic.code == diag::Code("A102") ? fault("A109",
                                                         "đã có tệp ở chỗ định tạo kho",
                                                         "mở kho ấy, hoặc tạo kho ở một tệp khác",
                                                         path)
                                                 : diag::Failure(std::move(diagnostic));
  }
}

diag::Result<Archive> Archive::open(const fs::path& path, Access access) {
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored)) {
    return fault("A101",
                 "không có kho lưu trữ ở đường dẫn này",
                 "xem lại đường dẫn, hoặc tạo kho mới",
                 path);
  }
  try {
    auto store = std::make_unique<Store>(Database(path, Database::Mode::existing), path.string());
    Database& database = store->database;
    if (number(database, "PRAGMA application_id") != application_id) {
      return fault("A102",
                   "tệp không phải là kho lưu trữ của baocao",
                   "chỉ đúng tệp kho, hoặc tạo kho mới ở một tệp khác",
                   path);
    }
    if (version_of(database) > newest_version()) {
      return fault("A105",
                   "kho do phiên bản mới hơn của baocao lập nên phiên bản này không đọc được",
                   "dùng phiên bản baocao mới nhất; kho không bị thay đổi",
                   path);
    }
    if (access == Access::write && database.is_read_only()) {
      return fault("A103",
                   "không ghi được vào kho: tệp chỉ cho đọc",
                   "cấp quyền ghi cho tệp kho và thư mục chứa nó, hoặc chép kho ra chỗ khác",
                   path);
    }
    prepare(database);
    if (version_of(database) < newest_version()) {
      bring_up_to_date(database);
    }
    database.run(access == Access::read ? "PRAGMA query_only = ON"
                                        : "PRAGMA journal_mode = DELETE");
    return Archive(std::move(store));
  } catch (const SqlError& error) {
    return diag::Failure(as_diagnostic(error, path.string()));
  }
}

Archive::Archive(std::unique_ptr<Store> store) : store_(std::move(store)) {}

Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

diag::Result<std::vector<LogRecord>> Archive::log() const {
  return store_->read(
      [&]() -> diag::Result<std::vector<LogRecord>> { return all_records(store_->database); });
}

diag::Result<std::string> Archive::head() const {
  return store_->read(
      [&]() -> diag::Result<std::string> { return last_record(store_->database).hash; });
}

}  // namespace baocao::archive
