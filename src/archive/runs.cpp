// Outward reports, with all that is needed to make them again.
#include "archive/archive.hpp"
#include "archive/blobs.hpp"
#include "archive/describe.hpp"
#include "archive/package_rows.hpp"
#include "archive/period_rows.hpp"
#include "base/sha256.hpp"

#include <algorithm>

namespace baocao::archive {
namespace {

diag::Result<void> write_packages(const Store& store, std::int64_t id, const NewRun& run) {
  for (const std::string& sha256 : run.packages) {
    if (auto package = require_package(store, sha256); !package) {
      return diag::Failure(std::move(package.error()));
    }
    Statement(store.database,
              "INSERT INTO run_package SELECT ?, id FROM package WHERE sha256 = ?",
              id,
              sha256)
        .run();
  }
  return {};
}

void write_files(const Database& database, std::int64_t id, const std::vector<RunFile>& files) {
  std::int64_t position = 0;
  for (const RunFile& file : files) {
    const std::string sha256 = base::sha256_hex(file.bytes);
    Statement(database,
              "INSERT INTO run_file VALUES (?, ?, ?, ?, ?, ?, ?)",
              id,
              ++position,
              file.name,
              file.role,
              sha256,
              static_cast<std::int64_t>(file.bytes.size()),
              keep(database, sha256, package::packed(file.bytes)))
        .run();
  }
}

// Columns id, made_at, resolution, period, unit, program, definitions.
Run run_of(const Database& database, const Statement& row) {
  Run run{.id = row.integer(0),
          .made_at = row.text(1),
          .key = {row.text(2), row.text(3)},
          .unit = row.text(4),
          .program = row.text(5),
          .definitions = row.text(6),
          .packages = {},
          .files = {}};
  Statement packages(database,
                     "SELECT sha256 FROM run_package JOIN package ON id = package WHERE run = ?"
                     " ORDER BY sha256",
                     run.id);
  while (packages.step()) {
    run.packages.push_back(packages.text(0));
  }
  Statement files(
      database, "SELECT name, role, sha256 FROM run_file WHERE run = ? ORDER BY position", run.id);
  while (files.step()) {
    run.files.push_back({files.text(0), files.text(1), files.text(2)});
  }
  return run;
}

}  // namespace

diag::Result<std::int64_t> Archive::add_run(const NewRun& run, const Act& act, diag::Sink& sink) {
  return store_->change(act, sink, [&](const Act& now) -> diag::Result<std::int64_t> {
    const Database& database = store_->database;
    const auto period = find_period(*store_, run.key);
    if (!period) {
      return diag::Failure(period.error());
    }
    if (auto checked = check_definitions(*store_, run.definitions); !checked) {
      return diag::Failure(std::move(checked.error()));
    }
    Statement(database,
              "INSERT INTO run (made_at, period, unit, program, definitions)"
              " VALUES (?, ?, ?, ?, ?)",
              now.at,
              period->id,
              run.unit,
              run.program,
              run.definitions)
        .run();
    const std::int64_t id = database.last_row();
    if (auto written = write_packages(*store_, id, run); !written) {
      return diag::Failure(std::move(written.error()));
    }
    write_files(database, id, run.files);
    append(database, now, "run", std::to_string(id), describe_run(database, id));
    return id;
  });
}

diag::Result<std::vector<Run>> Archive::runs(const PeriodKey& filter) const {
  return store_->read([&]() -> diag::Result<std::vector<Run>> {
    std::vector<Run> runs;
    Statement rows(store_->database,
                   "SELECT run.id, made_at, resolution, period.period, unit, program,"
                   " run.definitions FROM run JOIN period ON period.id = run.period"
                   " WHERE (?1 = '' OR resolution = ?1) AND (?2 = '' OR period.period = ?2)"
                   " ORDER BY run.id",
                   filter.resolution,
                   filter.period);
    while (rows.step()) {
      runs.push_back(run_of(store_->database, rows));
    }
    return runs;
  });
}

diag::Result<base::Bytes> Archive::run_file(std::int64_t run, std::string_view name) const {
  return store_->read([&]() -> diag::Result<base::Bytes> {
    Statement row(
        store_->database, "SELECT blob FROM run_file WHERE run = ? AND name = ?", run, name);
    if (!row.step()) {
      return store_->fault("A215",
                           "lần lập báo cáo số " + std::to_string(run) + " không có tệp \"" +
                               std::string(name) + "\"",
                           "xem lại số của lần lập và tên tệp");
    }
    if (row.is_null(0)) {
      return store_->fault("A212",
                           "tệp \"" + std::string(name) + "\" đã xóa theo thời hạn bảo quản",
                           "chỉ còn số liệu tổng hợp và các tài liệu chưa hết hạn");
    }
    return bytes_of(*store_, row.integer(0), std::string(name));
  });
}

}  // namespace baocao::archive
