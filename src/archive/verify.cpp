// The proof that an archive is what its log says: every fault at once.
#include "archive/archive.hpp"
#include "archive/blobs.hpp"
#include "archive/describe.hpp"
#include "archive/package_rows.hpp"
#include "archive/schema.hpp"
#include "base/sha256.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace baocao::archive {
namespace {

// What the log says of the things it names.
struct Story {
  std::map<std::string, std::string> periods;   // subject → latest description
  std::map<std::string, Act> locks;             // subject → act
  std::map<std::string, std::string> packages;  // hash → description
  std::map<std::string, std::string> states;    // hash → state
  std::set<std::string> definitions;
  std::map<std::string, std::string> runs;        // number → description
  std::map<std::string, std::string> retentions;  // subject → description
  std::set<std::string> forgotten;                // packages and runs that lost contents
};

Story story_of(const std::vector<LogRecord>& log) {
  Story story;
  for (const LogRecord& record : log) {
    if (record.action == "open_period" || record.action == "change_period") {
      story.periods[record.subject] = record.detail;
    } else if (record.action == "lock") {
      story.locks[record.subject] = record.act;
    } else if (record.action == "register") {
      story.packages[record.subject] = record.detail;
      story.states[record.subject] = "accepted";
    } else if (record.action == "supersede") {
      story.states[record.subject] = "superseded";
    } else if (record.action == "return") {
      story.states[record.subject] = "returned";
    } else if (record.action == "definitions") {
      story.definitions.insert(record.subject);
    } else if (record.action == "run") {
      story.runs[record.subject] = record.detail;
    } else if (record.action == "retention") {
      story.retentions[record.subject] = record.detail;
    } else if (record.action == "forget") {
      story.forgotten.insert(record.subject);
    }
  }
  return story;
}

class Verifier {
 public:
  Verifier(const Store& store, std::string_view known_head)
      : store_(store), known_head_(known_head) {}

  std::vector<diag::Diagnostic> run() {
    for (const auto check : {&Verifier::check_schema,
                             &Verifier::check_file,
                             &Verifier::check_chain,
                             &Verifier::check_periods,
                             &Verifier::check_definitions,
                             &Verifier::check_packages,
                             &Verifier::check_runs,
                             &Verifier::check_retention,
                             &Verifier::check_links,
                             &Verifier::check_contents}) {
      try {
        (this->*check)();
      } catch (const SqlError& error) {  // a damaged page ends this check, not the others
        faults_.push_back(as_diagnostic(error, store_.file));
      }
    }
    return std::move(faults_);
  }

 private:
  void fault(diag::Code code, std::string message) {
    faults_.push_back({.code = code,
                       .message = std::move(message),
                       .help = "không dùng kho này làm căn cứ; lấy lại từ bản sao lưu gần nhất",
                       .span = {.file = store_.file}});
  }

  void check_schema();
  void check_file();
  void check_chain();
  void check_periods();
  void check_lock(const std::string& subject, const Statement& row);
  void check_definitions();
  void check_packages();
  void check_runs();
  void check_retention();
  void check_links();
  void check_contents();
  // `told` by the log, `found` in the tables.
  void compare(const std::string& what, const std::string& told, const std::string& found);
  void all_found(const std::set<std::string>& found, const auto& told, const std::string& what);

  const Store& store_;
  std::string known_head_;
  Story story_;
  std::vector<diag::Diagnostic> faults_;
};

// Triggers guard the log and indexes the uniqueness of what is accepted.
void Verifier::check_schema() {
  Database fresh;
  make_tables(fresh, newest_version());
  const auto listing = [](const Database& database) {
    Statement rows(database, "SELECT type, name, sql FROM sqlite_schema ORDER BY name");
    std::string all;
    while (rows.step()) {
      all += rows.text(0) + " " + rows.text(1) + ": " + rows.text(2) + "\n";
    }
    return all;
  };
  if (listing(store_.database) != listing(fresh)) {
    fault("A225", "cấu trúc bảng của kho không còn như baocao đã lập");
  }
}

void Verifier::check_file() {
  Statement integrity(store_.database, "PRAGMA integrity_check");
  while (integrity.step()) {
    if (integrity.text(0) != "ok") {
      fault("A225", "cấu trúc tệp kho bị hỏng: " + integrity.text(0));
    }
  }
  Statement foreign(store_.database, "PRAGMA foreign_key_check");
  while (foreign.step()) {
    fault(
        "A226",
        "bảng " + foreign.text(0) + " có dòng trỏ đến thứ không còn trong bảng " + foreign.text(2));
  }
}

void Verifier::check_chain() {
  const std::vector<LogRecord> log = all_records(store_.database);
  story_ = story_of(log);
  LogRecord before;
  bool is_head_known = known_head_.empty();
  for (const LogRecord& record : log) {
    if (record.seq != before.seq + 1 || record.previous != before.hash ||
        record.hash != hash_of(record) || record.act.at < before.act.at) {
      fault("A221", "chuỗi nhật ký đứt ở bản ghi số " + std::to_string(record.seq));
    }
    is_head_known = is_head_known || record.hash == known_head_;
    before = record;
  }
  if (log.empty()) {
    fault("A221", "nhật ký không có bản ghi nào");
  }
  if (!is_head_known) {
    fault("A227", "mã nhật ký đã ghi lại trước đây không có trong nhật ký của kho");
  }
}

void Verifier::compare(const std::string& what, const std::string& told, const std::string& found) {
  if (told != found) {
    fault("A224", what + " trong kho không khớp với nhật ký");
  }
}

void Verifier::all_found(const std::set<std::string>& found,
                         const auto& told,
                         const std::string& what) {
  for (const auto& [subject, ignored] : told) {
    if (!found.contains(subject)) {
      fault("A224", what + " " + subject + " có trong nhật ký mà không có trong kho");
    }
  }
}

void Verifier::check_periods() {
  std::set<std::string> found;
  Statement rows(store_.database,
                 "SELECT id, resolution, period, locked_at, locked_by, locked_why FROM period");
  while (rows.step()) {
    const std::string subject = subject_of({rows.text(1), rows.text(2)});
    found.insert(subject);
    compare("kỳ " + subject,
            story_.periods[subject],
            describe_period(store_.database, rows.integer(0)));
    check_lock(subject, rows);
  }
  all_found(found, story_.periods, "kỳ");
}

void Verifier::check_lock(const std::string& subject, const Statement& row) {
  const Act told = story_.locks.contains(subject) ? story_.locks[subject] : Act();
  if (row.text(3) != told.at || row.text(4) != told.who || row.text(5) != told.why) {
    fault("A224", "việc khóa kỳ " + subject + " trong kho không khớp với nhật ký");
  }
}

void Verifier::check_definitions() {
  std::set<std::string> found;
  Statement sets(store_.database, "SELECT sha256 FROM definition_set");
  while (sets.step()) {
    const std::string hash = sets.text(0);
    found.insert(hash);
    std::string listing;
    Statement files(store_.database,
                    "SELECT name, sha256 FROM definition_file JOIN blob ON id = blob"
                    " WHERE definition_set = ? ORDER BY name",
                    hash);
    while (files.step()) {
      listing += definition_line(files.text(1), files.text(0));
    }
    compare("bộ định nghĩa " + hash, hash, base::sha256_hex(listing));
  }
  if (found != story_.definitions) {
    fault("A224", "danh sách bộ định nghĩa trong kho không khớp với nhật ký");
  }
}

void Verifier::check_packages() {
  std::set<std::string> found;
  Statement rows(store_.database, "SELECT id, sha256, state FROM package ORDER BY id");
  while (rows.step()) {
    const std::string hash = rows.text(1);
    found.insert(hash);
    compare(
        "gói " + hash, story_.packages[hash], describe_package(store_.database, rows.integer(0)));
    compare("trạng thái của gói " + hash, story_.states[hash], rows.text(2));
    const auto zip = rebuilt(store_, hash);
    const bool is_excused =
        !zip && zip.error().code == diag::Code("A212") && story_.forgotten.contains(hash);
    if (!zip && !is_excused) {
      fault("A223", zip.error().message);
    }
  }
  all_found(found, story_.packages, "gói");
}

void Verifier::check_runs() {
  std::set<std::string> found;
  Statement rows(store_.database, "SELECT id, made_at FROM run ORDER BY id");
  while (rows.step()) {
    const std::string id = rows.text(0);
    found.insert(id);
    compare("lần lập báo cáo số " + id,
            story_.runs[id],
            describe_run(store_.database, rows.integer(0)));
    Statement gone(
        store_.database, "SELECT 1 FROM run_file WHERE run = ? AND blob IS NULL", rows.integer(0));
    if (gone.step() && !story_.forgotten.contains(id)) {
      fault("A223", "lần lập báo cáo số " + id + " mất tệp mà nhật ký không ghi việc xóa");
    }
  }
  all_found(found, story_.runs, "lần lập báo cáo số");
}

void Verifier::check_retention() {
  std::set<std::string> found;
  Statement rows(store_.database, "SELECT role, kind, years FROM retention");
  while (rows.step()) {
    const std::string subject = rows.text(0) + "/" + rows.text(1);
    found.insert(subject);
    compare("thời hạn bảo quản " + subject,
            story_.retentions[subject],
            describe_retention(rows.is_null(2) ? std::nullopt : std::optional(rows.integer(2))));
  }
  all_found(found, story_.retentions, "thời hạn bảo quản");
}

// Names lead to the contents whose hash they were recorded with.
void Verifier::check_links() {
  for (const char* table : {"package_entry", "run_file"}) {
    Statement rows(store_.database,
                   "SELECT name FROM " + std::string(table) +
                       " AS entry JOIN blob ON blob.id = entry.blob"
                       " WHERE blob.sha256 <> entry.sha256 OR blob.size <> entry.size");
    while (rows.step()) {
      fault("A224", "tệp \"" + rows.text(0) + "\" trỏ đến nội dung khác với nhật ký");
    }
  }
}

void Verifier::check_contents() {
  Statement rows(store_.database, "SELECT id, sha256 FROM blob ORDER BY id");
  while (rows.step()) {
    const auto bytes = unpacked(content_of(store_.database, rows.integer(0)));
    if (!bytes || base::sha256_hex(*bytes) != rows.text(1)) {
      fault("A222", "nội dung " + rows.text(1) + " trong kho bị hỏng");
    }
  }
}

}  // namespace

diag::Result<std::vector<diag::Diagnostic>> Archive::verify(std::string_view known_head) const {
  return store_->read([&]() -> diag::Result<std::vector<diag::Diagnostic>> {
    return Verifier(*store_, known_head).run();
  });
}

}  // namespace baocao::archive
