// What a careful officer makes of a file, written by hand beside it (README.md says how).
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace baocao::corpus {

struct ExpectedFault {
  std::string head;   // "error N204 Danh sách!D5"
  std::string piece;  // what the message must hold; may be empty
};

struct AlsoRead {
  std::string table;
  std::filesystem::path path;
};

struct Expectation {
  std::string file;   // in cases/
  std::string table;  // of the schema
  std::string named;  // as the user names the file; the same as `file` when not said
  std::string unit;   // [unit_of]
  std::map<std::string, std::string> columns;  // [columns]
  std::vector<AlsoRead> also;                  // other tables of the job
  std::vector<std::string> fields;             // of the table below; "at" is the row of the sheet
  std::optional<std::string> rows;             // lines "a | b"; nothing: the file is refused
  std::vector<ExpectedFault> faults;
};

// Throws std::runtime_error with the line that cannot be understood.
Expectation read_expectation(const std::filesystem::path& path);

}  // namespace baocao::corpus
