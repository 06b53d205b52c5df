#include "archive/archive.hpp"
#include "archive/blobs.hpp"
#include "archive/package_rows.hpp"
#include "base/sha256.hpp"

#include <utility>

namespace baocao::archive {
namespace {

constexpr const char* package_columns =
    "SELECT package.sha256, resolution, period.period, unit, revision, package.as_of, received_at,"
    " signer, program, package.definitions, persons, size, state,"
    " (SELECT group_concat(form, ' ') FROM (SELECT DISTINCT form FROM package_entry"
    "   WHERE package_entry.package = package.id AND form <> '' ORDER BY form))"
    " FROM package JOIN period ON period.id = package.period";

// Parameters in the order of the fields of PackageFilter, an empty one matching everything.
constexpr const char* filter_condition =
    " WHERE (?1 = '' OR resolution = ?1) AND (?2 = '' OR period.period = ?2)"
    " AND (?3 = '' OR package.unit = ?3) AND (?4 = '' OR state = ?4)";

const char* name_of(State state) {
  switch (state) {
    case State::accepted:
      return "accepted";
    case State::returned:
      return "returned";
    case State::superseded:
      break;
  }
  return "superseded";
}

State state_of(std::string_view name) {
  return name == "accepted"   ? State::accepted
         : name == "returned" ? State::returned
                              : State::superseded;
}

void bind_filter(Statement& statement, const PackageFilter& filter) {
  statement.bind(filter.resolution)
      .bind(filter.period)
      .bind(filter.unit)
      .bind(filter.state ? name_of(*filter.state) : "");
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    words.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return words;
}

Package package_of(const Statement& row) {
  return {.sha256 = row.text(0),
          .key = {row.text(1), row.text(2)},
          .unit = row.text(3),
          .revision = row.integer(4),
          .as_of = base::Date::parse_iso(row.text(5)).value_or(base::Date()),
          .received_at = row.text(6),
          .signer = row.text(7),
          .program = row.text(8),
          .definitions = row.text(9),
          .persons = row.integer(10),
          .size = row.integer(11),
          .state = state_of(row.text(12)),
          .forms = words_of(row.text(13))};
}

// From the column `first` on.
Figure figure_of(const Statement& row, int first) {
  return {.indicator = row.text(first),
          .definition = row.text(first + 1),
          .unit = row.text(first + 2),
          .n = row.ratio(first + 3),
          .d = row.ratio(first + 4),
          .u1 = row.ratio(first + 5),
          .u2 = row.ratio(first + 6),
          .open = row.ratio(first + 7)};
}

}  // namespace

std::optional<Package> find_package(const Database& database, std::string_view sha256) {
  Statement row(database, std::string(package_columns) + " WHERE package.sha256 = ?", sha256);
  return row.step() ? std::optional(package_of(row)) : std::nullopt;
}

diag::Result<Package> require_package(const Store& store, std::string_view sha256) {
  if (auto package = find_package(store.database, sha256)) {
    return std::move(*package);
  }
  return store.fault("A210", "kho không có gói " + std::string(sha256), "xem lại mã của gói");
}

std::vector<Figure> figures_of(const Database& database, std::int64_t package) {
  std::vector<Figure> figures;
  Statement query(database,
                  "SELECT indicator, sha256, unit, n, d, u1, u2, open FROM figure"
                  " JOIN indicator_definition ON id = definition WHERE package = ?"
                  " ORDER BY indicator, unit",
                  package);
  while (query.step()) {
    figures.push_back(figure_of(query, 0));
  }
  return figures;
}

diag::Result<base::Bytes> rebuilt(const Store& store, std::string_view sha256) {
  package::ZipWriter writer;
  Statement entries(store.database,
                    "SELECT name, blob FROM package_entry"
                    " WHERE package = (SELECT id FROM package WHERE sha256 = ?) ORDER BY position",
                    sha256);
  while (entries.step()) {
    if (entries.is_null(1)) {
      return store.fault("A212",
                         "phần \"" + entries.text(0) + "\" của gói đã xóa theo thời hạn bảo quản",
                         "chỉ còn số liệu tổng hợp và các tài liệu của gói này");
    }
    writer.add(entries.text(0), content_of(store.database, entries.integer(1)));
  }
  base::Bytes zip = writer.finish();
  if (base::sha256_hex(zip) != sha256) {
    return store.fault("A223",
                       "gói " + std::string(sha256) + " trong kho không còn như lúc nhận",
                       "lấy lại kho từ bản sao lưu gần nhất");
  }
  return zip;
}

diag::Result<std::vector<Package>> Archive::packages(const PackageFilter& filter) const {
  return store_->read([&]() -> diag::Result<std::vector<Package>> {
    std::vector<Package> packages;
    Statement rows(store_->database,
                   std::string(package_columns) + filter_condition +
                       " ORDER BY resolution, period.period, package.unit, revision");
    bind_filter(rows, filter);
    while (rows.step()) {
      packages.push_back(package_of(rows));
    }
    return packages;
  });
}

diag::Result<base::Bytes> Archive::package_bytes(std::string_view sha256) const {
  return store_->read([&]() -> diag::Result<base::Bytes> {
    if (auto package = require_package(*store_, sha256); !package) {
      return diag::Failure(std::move(package.error()));
    }
    return rebuilt(*store_, sha256);
  });
}

diag::Result<std::vector<StoredFigure>> Archive::figures(const FigureFilter& filter) const {
  return store_->read([&]() -> diag::Result<std::vector<StoredFigure>> {
    std::vector<StoredFigure> figures;
    Statement rows(store_->database,
                   "SELECT period.period, package.unit, revision, indicator,"
                   " indicator_definition.sha256, figure.unit, n, d, u1, u2, open"
                   // CROSS JOIN keeps this order: through the packages to their figures by key.
                   " FROM period CROSS JOIN package ON package.period = period.id"
                   " CROSS JOIN figure ON figure.package = package.id"
                   " CROSS JOIN indicator_definition ON indicator_definition.id = definition" +
                       std::string(filter_condition) +
                       (filter.indicator.empty()
                            ? ""
                            : " AND figure.definition IN"
                              " (SELECT id FROM indicator_definition WHERE indicator = ?5)") +
                       " ORDER BY resolution, period.period, package.unit, revision, indicator,"
                       " figure.unit");
    bind_filter(rows, filter.packages);
    if (!filter.indicator.empty()) {
      rows.bind(filter.indicator);
    }
    while (rows.step()) {
      figures.push_back({rows.text(0), rows.text(1), rows.integer(2), figure_of(rows, 3)});
    }
    return figures;
  });
}

diag::Result<std::vector<Finding>> Archive::findings(std::string_view sha256) const {
  return store_->read([&]() -> diag::Result<std::vector<Finding>> {
    if (auto package = require_package(*store_, sha256); !package) {
      return diag::Failure(std::move(package.error()));
    }
    std::vector<Finding> findings;
    Statement rows(store_->database,
                   "SELECT code, severity, file, finding.sheet, cell, count FROM finding"
                   " WHERE package = (SELECT id FROM package WHERE sha256 = ?) ORDER BY position",
                   sha256);
    while (rows.step()) {
      findings.push_back(
          {rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.integer(5)});
    }
    return findings;
  });
}

}  // namespace baocao::archive
