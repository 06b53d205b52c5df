// Taking packages in and sending them back.
#include "archive/archive.hpp"
#include "archive/blobs.hpp"
#include "archive/describe.hpp"
#include "archive/package_rows.hpp"
#include "archive/period_rows.hpp"
#include "base/sha256.hpp"
#include "package/zip_reader.hpp"

#include <algorithm>

namespace baocao::archive {
namespace {

struct Entry {
  std::string name;
  std::string sha256;
  package::PackedBytes packed;
};

// The entries of the zip, from which the very same zip can be written again.
diag::Result<std::vector<Entry>> entries_of(const NewPackage& package) {
  const auto strange = [&package] {
    return diag::Failure(diag::Diagnostic{
        .code = "A207",
        .message = "gói không còn nguyên dạng như lệnh submit đã ghi nên không nhận vào kho",
        .help = "xin lại chính tệp gói mà đơn vị đã lập, không giải nén rồi nén lại",
        .span = {.file = package.file}});
  };
  const auto reader = package::ZipReader::open(package.zip, package.file);
  if (!reader) {
    return diag::Failure(reader.error());
  }
  std::vector<Entry> entries;
  package::ZipWriter again;
  for (const std::string& name : reader->names()) {
    auto packed = reader->packed(name);
    if (!packed) {
      return diag::Failure(packed.error());
    }
    const auto bytes = package::unpacked(*packed);
    if (!bytes) {
      return strange();
    }
    again.add(name, *packed);
    entries.push_back({name, base::sha256_hex(*bytes), std::move(*packed)});
  }
  if (again.finish() != package.zip) {
    return strange();
  }
  return entries;
}

diag::Result<void> check_date(const Store& store, const NewPackage& package, std::int64_t period) {
  Statement row(store.database, "SELECT as_of FROM period WHERE id = ?", period);
  row.step();
  if (row.text(0) == package.as_of.iso()) {
    return {};
  }
  return store.fault("A217",
                     "gói chốt số liệu ngày " + package.as_of.iso() + ", kỳ " + package.key.period +
                         " chốt ngày " + row.text(0),
                     "lập lại gói với ngày chốt số liệu của kỳ");
}

diag::Result<void> check_place(const Store& store, const NewPackage& package, std::int64_t period) {
  if (!Statement(store.database,
                 "SELECT 1 FROM period_unit WHERE period = ? AND unit = ?",
                 period,
                 package.unit)
           .step()) {
    return store.fault("A206",
                       "đơn vị " + package.unit + " không có trong danh sách phải nộp của kỳ " +
                           package.key.period,
                       "xem lại mã đơn vị, hoặc thêm đơn vị vào danh sách của kỳ");
  }
  if (auto checked = check_definitions(store, package.definitions); !checked) {
    return checked;
  }
  Statement newest(store.database,
                   "SELECT max(revision) FROM package WHERE period = ? AND unit = ?",
                   period,
                   package.unit);
  newest.step();
  if (!newest.is_null(0) && newest.integer(0) >= package.revision) {
    return store.fault("A208",
                       "đơn vị " + package.unit + " đã nộp lần " +
                           std::to_string(newest.integer(0)) + " nên không nhận gói khác ghi lần " +
                           std::to_string(package.revision),
                       "lập lại gói với số lần nộp lớn hơn");
  }
  return {};
}

void write_entries(const Database& database,
                   std::int64_t id,
                   const NewPackage& package,
                   const std::vector<Entry>& entries) {
  std::int64_t position = 0;
  for (const Entry& entry : entries) {
    const auto role = std::ranges::find(package.roles, entry.name, &EntryRole::name);
    const bool is_known = role != package.roles.end();
    Statement(database,
              "INSERT INTO package_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
              id,
              ++position,
              entry.name,
              is_known ? role->role : std::string(),
              is_known ? role->form : std::string(),
              entry.sha256,
              static_cast<std::int64_t>(entry.packed.size),
              keep(database, entry.sha256, entry.packed))
        .run();
  }
}

void write_figures(const Database& database, std::int64_t id, const std::vector<Figure>& figures) {
  Statement define(database,
                   "INSERT INTO indicator_definition (indicator, sha256) VALUES (?, ?)"
                   " ON CONFLICT DO NOTHING");
  Statement insert(database,
                   "INSERT INTO figure SELECT ?, id, ?, ?, ?, ?, ?, ? FROM indicator_definition"
                   " WHERE indicator = ? AND sha256 = ?");
  for (const Figure& figure : figures) {
    define.bind(figure.indicator).bind(figure.definition).run();
    insert.bind(id)
        .bind(figure.unit)
        .bind(figure.n)
        .bind(figure.d)
        .bind(figure.u1)
        .bind(figure.u2)
        .bind(figure.open)
        .bind(figure.indicator)
        .bind(figure.definition)
        .run();
  }
}

void write_findings(const Database& database,
                    std::int64_t id,
                    const std::vector<Finding>& findings) {
  Statement insert(database, "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  std::int64_t position = 0;
  for (const Finding& finding : findings) {
    insert.bind(id)
        .bind(++position)
        .bind(finding.code)
        .bind(finding.severity)
        .bind(finding.file)
        .bind(finding.sheet)
        .bind(finding.cell)
        .bind(finding.count)
        .run();
  }
}

std::int64_t write_package(const Database& database,
                           const NewPackage& package,
                           std::int64_t period,
                           const std::string& sha256,
                           const Act& now) {
  Statement(database,
            "INSERT INTO package (sha256, period, unit, revision, as_of, received_at, signer,"
            " program, definitions, persons, size, state)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'accepted')",
            sha256,
            period,
            package.unit,
            package.revision,
            package.as_of.iso(),
            now.at,
            package.signer,
            package.program,
            package.definitions,
            package.persons,
            static_cast<std::int64_t>(package.zip.size()))
      .run();
  return database.last_row();
}

void set_state(const Database& database, std::int64_t id, const char* state) {
  Statement(database, "UPDATE package SET state = ? WHERE id = ?", state, id).run();
}

// The accepted package of the unit makes room for a higher revision.
void supersede(const Database& database,
               const NewPackage& package,
               std::int64_t period,
               const Act& now,
               Receipt& receipt) {
  Statement query(database,
                  "SELECT id, sha256 FROM package"
                  " WHERE period = ? AND unit = ? AND state = 'accepted'",
                  period,
                  package.unit);
  if (!query.step()) {
    return;
  }
  const std::string sha256 = query.text(1);
  set_state(database, query.integer(0), "superseded");
  append(database, now, "supersede", sha256, "{}");
  receipt.superseded = find_package(database, sha256);
  receipt.old_figures = figures_of(database, query.integer(0));
}

}  // namespace

diag::Result<Receipt> Archive::register_package(const NewPackage& package,
                                                Locked locked,
                                                const Act& act,
                                                diag::Sink& sink) {
  const auto entries = entries_of(package);
  if (!entries) {
    return diag::Failure(entries.error());
  }
  const std::string sha256 = base::sha256_hex(package.zip);
  return store_->change(act, sink, [&](const Act& now) -> diag::Result<Receipt> {
    const Database& database = store_->database;
    if (find_package(database, sha256)) {
      return Receipt{.already_there = true};
    }
    const auto period = find_period(*store_, package.key);
    if (!period) {
      return diag::Failure(period.error());
    }
    if (auto checked = check_lock(*store_, *period, package.key, locked, now); !checked) {
      return diag::Failure(std::move(checked.error()));
    }
    if (auto checked = check_place(*store_, package, period->id); !checked) {
      return diag::Failure(std::move(checked.error()));
    }
    if (auto checked = check_date(*store_, package, period->id); !checked) {
      return diag::Failure(std::move(checked.error()));
    }
    Receipt receipt;
    supersede(database, package, period->id, now, receipt);
    const std::int64_t id = write_package(database, package, period->id, sha256, now);
    write_entries(database, id, package, *entries);
    write_figures(database, id, package.figures);
    write_findings(database, id, package.findings);
    append(database, now, "register", sha256, describe_package(database, id));
    return receipt;
  });
}

diag::Result<void> Archive::return_package(std::string_view sha256,
                                           Locked locked,
                                           const Act& act,
                                           diag::Sink& sink) {
  return store_->change(act, sink, [&](const Act& now) -> diag::Result<void> {
    const Database& database = store_->database;
    const auto package = require_package(*store_, sha256);
    if (!package) {
      return diag::Failure(package.error());
    }
    if (package->state != State::accepted) {
      return store_->fault("A211",
                           "gói này không còn ở trạng thái được nhận nên không trả lại được",
                           "chỉ trả lại gói đang được nhận của đơn vị");
    }
    if (now.why.empty()) {
      return store_->fault("A214", "trả lại gói mà chưa nêu lý do", "ghi lý do trả lại");
    }
    const auto period = find_period(*store_, package->key);
    if (!period) {
      return diag::Failure(period.error());
    }
    if (auto checked = check_lock(*store_, *period, package->key, locked, now); !checked) {
      return checked;
    }
    Statement(database, "UPDATE package SET state = 'returned' WHERE sha256 = ?", sha256).run();
    append(database, now, "return", package->sha256, "{}");
    return {};
  });
}

}  // namespace baocao::archive
