// The archive as plain files that need no program of ours to be read.
#include "archive/archive.hpp"
#include "archive/blobs.hpp"
#include "archive/json_object.hpp"
#include "archive/package_rows.hpp"
#include "archive/store.hpp"
#include "text/csv.hpp"

namespace baocao::archive {
namespace {

// The rows of a query under a header; a byte order mark tells Excel that it is UTF-8.
base::Bytes csv(Statement rows, const std::vector<std::string>& header) {
  base::Bytes out = "\xEF\xBB\xBF";
  const auto add = [&out](std::size_t column, const std::string& text) {
    out += (column == 0 ? "" : ",") + text::csv_field(text);
  };
  for (std::size_t column = 0; column < header.size(); ++column) {
    add(column, header[column]);
  }
  while (rows.step()) {
    out += "\n";
    for (std::size_t column = 0; column < header.size(); ++column) {
      add(column, rows.text(static_cast<int>(column)));
    }
  }
  return out + "\n";
}

base::Bytes figures_csv(const Database& database) {
  return csv(Statement(database,
                       "SELECT resolution, period.period, package.unit, revision, state,"
                       " indicator, figure.unit, n, d, u1, u2, open, indicator_definition.sha256,"
                       " package.sha256 FROM package JOIN period ON period.id = package.period"
                       " JOIN figure ON figure.package = package.id"
                       " JOIN indicator_definition ON indicator_definition.id = definition"
                       " ORDER BY resolution, period.period, package.unit, revision, indicator,"
                       " figure.unit"),
             {"resolution",
              "period",
              "sender",
              "revision",
              "state",
              "indicator",
              "unit",
              "n",
              "d",
              "u1",
              "u2",
              "open",
              "definition",
              "package"});
}

base::Bytes findings_csv(const Database& database) {
  return csv(Statement(database,
                       "SELECT resolution, period.period, unit, revision, code, severity, file,"
                       " sheet, cell, count FROM package JOIN period ON period.id = package.period"
                       " JOIN finding ON finding.package = package.id"
                       " ORDER BY resolution, period.period, unit, revision, position"),
             {"resolution",
              "period",
              "unit",
              "revision",
              "code",
              "severity",
              "file",
              "sheet",
              "cell",
              "count"});
}

base::Bytes log_lines(const Database& database) {
  base::Bytes out;
  for (const LogRecord& record : all_records(database)) {
    out += JsonObject()
               .add("seq", record.seq)
               .add("at", record.act.at)
               .add("who", record.act.who)
               .add("why", record.act.why)
               .add("action", record.action)
               .add("subject", record.subject)
               .add("detail", record.detail)
               .add("previous", record.previous)
               .add("hash", record.hash)
               .text() +
           "\n";
  }
  return out;
}

class Exporter {
 public:
  Exporter(const Store& store, const Archive::TakeFile& take) : store_(store), take_(take) {}

  diag::Result<void> run() const {
    const Database& database = store_.database;
    return give("nhat-ky.jsonl", log_lines(database))
        .and_then([&] { return give("so-lieu.csv", figures_csv(database)); })
        .and_then([&] { return give("loi.csv", findings_csv(database)); })
        .and_then([&] { return packages(); })
        .and_then([&] {
          return contents(
              "SELECT 'dinh-nghia/' || definition_set || '/' || name, blob"
              " FROM definition_file ORDER BY definition_set, name");
        })
        .and_then([&] {
          return contents(
              "SELECT 'bao-cao/' || resolution || '/' || period.period || '/' ||"
              " run.id || '/' || name, blob FROM run_file JOIN run ON run.id = run"
              " JOIN period ON period.id = run.period WHERE blob IS NOT NULL"
              " ORDER BY run.id, position");
        });
  }

 private:
  diag::Result<void> give(const std::string& name, base::ByteView bytes) const {
    return take_(name, bytes);
  }

  // Zips; of a package that has lost a part, what is left.
  diag::Result<void> packages() const {
    Statement rows(store_.database,
                   "SELECT package.sha256, 'goi/' || resolution || '/' || period.period || '/' ||"
                   " unit || '-lan-' || revision, package.id,"
                   " EXISTS (SELECT 1 FROM package_entry"
                   "         WHERE package = package.id AND blob IS NULL)"
                   " FROM package JOIN period ON period.id = package.period"
                   " ORDER BY resolution, period.period, unit, revision");
    while (rows.step()) {
      auto given = rows.integer(3) == 0
                       ? rebuilt(store_, rows.text(0)).and_then([&](const base::Bytes& zip) {
                           return give(rows.text(1) + ".zip", zip);
                         })
                       : contents(
                             "SELECT ? || '/' || name, blob FROM package_entry"
                             " WHERE package = ? AND blob IS NOT NULL ORDER BY position",
                             rows.text(1),
                             rows.integer(2));
      if (!given) {
        return given;
      }
    }
    return {};
  }

  // Rows of a name and a blob.
  template <class... Values>
  diag::Result<void> contents(const char* query, const Values&... values) const {
    Statement rows(store_.database, query, values...);
    while (rows.step()) {
      const auto bytes = bytes_of(store_, rows.integer(1), rows.text(0));
      if (!bytes) {
        return diag::Failure(bytes.error());
      }
      if (auto given = give(rows.text(0), *bytes); !given) {
        return given;
      }
    }
    return {};
  }

  const Store& store_;
  const Archive::TakeFile& take_;
};

}  // namespace

diag::Result<void> Archive::export_files(const TakeFile& take) const {
  return store_->read([&] { return Exporter(*store_, take).run(); });
}

diag::Result<void> Archive::note_export(const std::string& what, const Act& act, diag::Sink& sink) {
  return store_->change(act, sink, [&](const Act& now) -> diag::Result<void> {
    append(store_->database, now, "export", what, "{}");
    return {};
  });
}

}  // namespace baocao::archive
