// How long contents are kept, and their end.
#include "archive/archive.hpp"
#include "archive/describe.hpp"
#include "archive/json_object.hpp"
#include "archive/store.hpp"
#include "base/sha256.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace baocao::archive {
namespace {

using Kind = base::Period::Kind;
using Years = std::optional<std::int64_t>;

std::string name_of(Kind kind) {
  constexpr std::array names = {"year", "half", "quarter", "month"};
  return names.at(static_cast<std::size_t>(kind));
}

// Personal data is kept no longer than it is of use; what a report said is kept for ever.
Years ordinary_years(std::string_view role) {
  constexpr std::int64_t years_of_rosters = 5;
  constexpr std::array<std::string_view, 3> with_names{"input", "extract", "internal"};
  const bool names_persons =
      std::find(with_names.begin(), with_names.end(), role) != with_names.end();
  return names_persons ? Years(years_of_rosters) : Years();
}

Years years_of(const Database& database, std::string_view role, Kind kind) {
  Statement row(
      database, "SELECT years FROM retention WHERE role = ? AND kind = ?", role, name_of(kind));
  if (!row.step()) {
    return ordinary_years(role);
  }
  return row.is_null(0) ? Years() : Years(row.integer(0));
}

// A term counts from the end of the year in which the period ends.
bool is_over(const base::Period& period, const Years& years, base::Date today) {
  return years && today.year() > period.last().year() + *years;
}

struct Content {
  const char* table;
  std::int64_t owner = 0;  // row of the package or run
  std::int64_t position = 0;
  std::string subject;  // of the owner's log record
  Expired expired;
};

void collect(const Database& database,
             const char* table,
             const std::string& query,
             base::Date today,
             std::vector<Content>& out) {
  Statement rows(database, query);
  while (rows.step()) {
    const auto period = base::Period::parse(rows.text(4));
    const std::string role = rows.text(8);
    if (period && is_over(*period, years_of(database, role, period->kind), today)) {
      out.push_back({table,
                     rows.integer(0),
                     rows.integer(1),
                     rows.text(2),
                     {.key = {rows.text(3), rows.text(4)},
                      .unit = rows.text(5),
                      .source = rows.text(6),
                      .name = rows.text(7),
                      .role = role,
                      .size = rows.integer(9)}});
    }
  }
}

std::vector<Content> contents_past_term(const Database& database, base::Date today) {
  std::vector<Content> out;
  collect(database,
          "package_entry",
          "SELECT package.id, position, package.sha256, resolution, period.period, package.unit,"
          " 'package ' || package.sha256, name, role, package_entry.size"
          " FROM package_entry JOIN package ON package.id = package_entry.package"
          " JOIN period ON period.id = package.period WHERE blob IS NOT NULL"
          " ORDER BY package.id, position",
          today,
          out);
  collect(database,
          "run_file",
          "SELECT run.id, position, run.id, resolution, period.period, run.unit,"
          " 'run ' || run.id, name, role, run_file.size"
          " FROM run_file JOIN run ON run.id = run_file.run"
          " JOIN period ON period.id = run.period WHERE blob IS NOT NULL"
          " ORDER BY run.id, position",
          today,
          out);
  return out;
}

std::vector<Expired> expired_of(const std::vector<Content>& contents) {
  std::vector<Expired> out;
  out.reserve(contents.size());
  for (const Content& content : contents) {
    out.push_back(content.expired);
  }
  return out;
}

void remove(const Database& database, const std::vector<Content>& contents) {
  for (const Content& content : contents) {
    const std::string table = content.table;
    Statement(database,
              "UPDATE " + table + " SET blob = NULL WHERE " +
                  (table == "run_file" ? "run" : "package") + " = ? AND position = ?",
              content.owner,
              content.position)
        .run();
  }
  Statement(database,
            "DELETE FROM blob WHERE id NOT IN"
            " (SELECT blob FROM package_entry WHERE blob IS NOT NULL"
            "  UNION SELECT blob FROM run_file WHERE blob IS NOT NULL"
            "  UNION SELECT blob FROM definition_file)")
      .run();
}

void record(const Database& database, const std::vector<Content>& contents, const Act& now) {
  std::map<std::string, std::vector<std::string>> names;
  for (const Content& content : contents) {
    names[content.subject].push_back(content.expired.name);
  }
  for (const auto& [subject, removed] : names) {
    append(database,
           now,
           "forget",
           subject,
           JsonObject().add_json("names", json_array(removed)).text());
  }
}

}  // namespace

diag::Result<void> Archive::set_retention(const Retention& retention,
                                          const Act& act,
                                          diag::Sink& sink) {
  return store_->change(act, sink, [&](const Act& now) -> diag::Result<void> {
    if (retention.role.empty() || (retention.years && *retention.years < 0)) {
      return store_->fault("A216",
                           "thời hạn bảo quản không hợp lệ",
                           "nêu loại tài liệu, và số năm từ 0 trở lên hoặc vĩnh viễn");
    }
    const Database& database = store_->database;
    const std::string kind = name_of(retention.kind);
    Statement write(database,
                    "INSERT INTO retention VALUES (?, ?, ?)"
                    " ON CONFLICT DO UPDATE SET years = excluded.years",
                    retention.role,
                    kind);
    retention.years ? write.bind(*retention.years) : write.bind_null();
    write.run();
    append(database,
           now,
           "retention",
           retention.role + "/" + kind,
           describe_retention(retention.years));
    return {};
  });
}

diag::Result<Years> Archive::retention(std::string_view role, Kind kind) const {
  return store_->read(
      [&]() -> diag::Result<Years> { return years_of(store_->database, role, kind); });
}

diag::Result<std::vector<Expired>> Archive::expired(base::Date today) const {
  return store_->read([&]() -> diag::Result<std::vector<Expired>> {
    return expired_of(contents_past_term(store_->database, today));
  });
}

diag::Result<std::vector<Expired>> Archive::forget(const Act& act, diag::Sink& sink) {
  return store_->change(act, sink, [&](const Act& now) -> diag::Result<std::vector<Expired>> {
    // The day as asked: a record from a clock that ran ahead must not bring the end forward.
    const auto today = base::Date::parse_iso(std::string_view(act.at).substr(0, 10));
    const std::vector<Content> contents = contents_past_term(store_->database, today.value());
    remove(store_->database, contents);
    record(store_->database, contents, now);
    return expired_of(contents);
  });
}

diag::Result<std::string> Archive::person_key(std::string_view id_number) const {
  return store_->read([&]() -> diag::Result<std::string> {
    Statement salt(store_->database, "SELECT value FROM setting WHERE name = 'salt'");
    if (!salt.step()) {
      return store_->fault("A106",
                           "kho bị hỏng: không còn khóa riêng của kho",
                           "lấy lại kho từ bản sao lưu gần nhất");
    }
    return base::sha256_hex(salt.text(0) + std::string(id_number));
  });
}

}  // namespace baocao::archive
