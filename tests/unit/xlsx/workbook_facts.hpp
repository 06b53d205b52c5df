// Reads a workbook back through openpyxl: an outside reader, not our own.
#pragma once

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace baocao::xlsx {

// A folder of the running test alone, removed with all it holds.
class Scratch {
 public:
  Scratch() {
    std::string pattern = (std::filesystem::temp_directory_path() / "baocao-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }

  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  ~Scratch() { std::filesystem::remove_all(path_); }

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// The lines of dump_workbook.py, run by Debian's own interpreter, for which apt installs openpyxl;
// one line with the reason when the workbook cannot be read.
inline std::vector<std::string> facts(const std::string& bytes, const Scratch& scratch) {
  const auto file = scratch.path() / "read-back.xlsx";
  std::ofstream(file, std::ios::binary) << bytes;
  const std::string command = "PYTHONIOENCODING=utf-8 /usr/bin/python3 '" BAOCAO_SOURCE_DIR
                              "/tests/unit/xlsx/dump_workbook.py' '" +
                              file.string() + "' 2>&1";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
  std::string text;
  std::array<char, 4096> buffer = {};
  for (std::size_t n = 0; (n = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) > 0;) {
    text.append(buffer.data(), n);
  }
  std::filesystem::remove(file);
  std::vector<std::string> lines;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    lines.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return lines;
}

// Whether `line` is among the facts; if not, the message shows those about the same cell.
inline ::testing::AssertionResult has(const std::vector<std::string>& facts,
                                      const std::string& line) {
  if (std::find(facts.begin(), facts.end(), line) != facts.end()) {
    return ::testing::AssertionSuccess();
  }
  const std::string place = line.substr(0, line.find('|', line.find('|') + 1) + 1);
  auto failure = ::testing::AssertionFailure() << "no fact " << line;
  for (const std::string& fact : facts) {
    if (fact.starts_with(place) || facts.size() < 10) {
      failure << "\n  " << fact;
    }
  }
  return failure;
}

// Whether a fact begins so.
inline bool any_starts_with(const std::vector<std::string>& facts, const std::string& start) {
  return std::any_of(
      facts.begin(), facts.end(), [&](const std::string& fact) { return fact.starts_with(start); });
}

}  // namespace baocao::xlsx
