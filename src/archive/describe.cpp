#include "archive/describe.hpp"

#include "archive/json_object.hpp"
#include "base/sha256.hpp"

namespace baocao::archive {
namespace {

// SHA-256 of the rows of a query, each a JSON array of its columns in a line of its own.
std::string hash_of_rows(Statement query, int columns) {
  std::string listing;
  while (query.step()) {
    std::vector<std::string> row;
    for (int column = 0; column < columns; ++column) {
      row.push_back(query.text(column));
    }
    listing += json_array(row) + "\n";
  }
  return base::sha256_hex(listing);
}

// The rows of a query as a JSON array.
std::string rows_json(Statement query, int columns) {
  std::string out;
  while (query.step()) {
    std::vector<std::string> row;
    for (int column = 0; column < columns; ++column) {
      row.push_back(query.text(column));
    }
    out += (out.empty() ? "" : ",") + (columns == 1 ? diag::json_string(row[0]) : json_array(row));
  }
  return "[" + out + "]";
}

}  // namespace

std::string describe_run(const Database& database, std::int64_t id) {
  Statement row(database,
                "SELECT resolution, period.period, unit, program, run.definitions, made_at"
                " FROM run JOIN period ON period.id = run.period WHERE run.id = ?",
                id);
  row.step();
  return JsonObject()
      .add("resolution", row.text(0))
      .add("period", row.text(1))
      .add("unit", row.text(2))
      .add("program", row.text(3))
      .add("definitions", row.text(4))
      .add("made_at", row.text(5))
      .add_json("packages",
                rows_json(Statement(database,
                                    "SELECT sha256 FROM run_package JOIN package ON id = package"
                                    " WHERE run = ? ORDER BY sha256",
                                    id),
                          1))
      .add("files",
           hash_of_rows(Statement(database,
                                  "SELECT name, role, sha256, size FROM run_file WHERE run = ?"
                                  " ORDER BY position",
                                  id),
                        4))
      .text();
}

std::string describe_retention(std::optional<std::int64_t> years) {
  return JsonObject().add_json("years", years ? std::to_string(*years) : "null").text();
}

std::string definition_line(const std::string& sha256, const std::string& name) {
  return sha256 + "  " + name + "\n";
}

std::string subject_of(const PeriodKey& key) {
  return key.resolution + "/" + key.period;
}

std::string describe_period(const Database& database, std::int64_t id) {
  Statement row(database, "SELECT as_of, due, definitions FROM period WHERE id = ?", id);
  row.step();
  return JsonObject()
      .add("as_of", row.text(0))
      .add("due", row.text(1))
      .add("definitions", row.text(2))
      .add_json("units",
                rows_json(Statement(database,
                                    "SELECT unit, name FROM period_unit WHERE period = ?"
                                    " ORDER BY position",
                                    id),
                          2))
      .add_json("forms",
                rows_json(Statement(database,
                                    "SELECT form FROM period_form WHERE period = ?"
                                    " ORDER BY position",
                                    id),
                          1))
      .text();
}

std::string describe_package(const Database& database, std::int64_t id) {
  Statement row(database,
                "SELECT resolution, period.period, unit, revision, package.as_of, received_at,"
                " signer, program, package.definitions, persons, size"
                " FROM package JOIN period ON period.id = package.period WHERE package.id = ?",
                id);
  row.step();
  const auto hash = [&](const char* query, int columns) {
    return hash_of_rows(Statement(database, query, id), columns);
  };
  return JsonObject()
      .add("resolution", row.text(0))
      .add("period", row.text(1))
      .add("unit", row.text(2))
      .add("revision", row.integer(3))
      .add("as_of", row.text(4))
      .add("received_at", row.text(5))
      .add("signer", row.text(6))
      .add("program", row.text(7))
      .add("definitions", row.text(8))
      .add("persons", row.integer(9))
      .add("size", row.integer(10))
      .add("entries",
           hash("SELECT name, role, form, sha256, size FROM package_entry WHERE package = ?"
                " ORDER BY position",
                5))
      .add("figures",
           hash("SELECT indicator, sha256, unit, n, d, u1, u2, open FROM figure"
                " JOIN indicator_definition ON id = definition WHERE package = ?"
                " ORDER BY indicator, sha256, unit",
                8))
      .add("findings",
           hash("SELECT code, severity, file, sheet, cell, count FROM finding WHERE package = ?"
                " ORDER BY position",
                6))
      .text();
}

}  // namespace baocao::archive
