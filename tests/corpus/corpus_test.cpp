// Each file of cases/ is read and bound as a job would do it, and compared with what stands beside.
#include "canonical.hpp"
#include "expectation.hpp"
#include "input/reader.hpp"
#include "table/bind.hpp"
#include "unit/schema/project_schema.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

namespace baocao::corpus {
namespace {

namespace fs = std::filesystem;

const fs::path source_dir = BAOCAO_SOURCE_DIR;
const fs::path corpus_dir = source_dir / "tests/corpus";

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in.good()) << path;
  return {std::istreambuf_iterator<char>(in), {}};
}

// Refusals go to the sink, like every other fault of the file.
std::optional<table::File> read_file(const std::string& table,
                                     const fs::path& path,
                                     const std::string& name,
                                     diag::Sink& sink) {
  auto sheets = input::read(bytes_of(path), name, sink);
  if (!sheets) {
    sink.add(sheets.error());
    return std::nullopt;
  }
  table::File file;
  file.table = table;
  file.name = name;
  file.sheets = std::move(*sheets);
  return file;
}

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(corpus_dir / "cases")) {
    if (entry.path().extension() == ".expect") {
      names.push_back(entry.path().stem().string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

void add_lines(std::string& text, char mark, const std::string& lines, const std::string& other) {
  std::multiset<std::string> found;
  std::istringstream in(other);
  for (std::string line; std::getline(in, line);) {
    found.insert(line);
  }
  in = std::istringstream(lines);
  for (std::string line; std::getline(in, line);) {
    if (const auto at = found.find(line); at != found.end()) {
      found.erase(at);
    } else {
      text += std::string("\n  ") + mark + " " + line;
    }
  }
}

// Lines that are missing (-) and lines that are too many (+); GoogleTest would escape Vietnamese.
std::string difference(const std::string& expected, const std::string& actual) {
  std::string text;
  add_lines(text, '-', expected, actual);
  add_lines(text, '+', actual, expected);
  return text.empty() ? "the order of the rows" : text;
}

class Corpus : public testing::TestWithParam<std::string> {};

TEST_P(Corpus, IsReadAsAnOfficerWould) {
  const auto expected = read_expectation(corpus_dir / "cases" / (GetParam() + ".expect"));
  diag::Sink sink;
  std::vector<table::File> files;
  files.push_back(*read_file("don_vi", corpus_dir / "don-vi.csv", "don-vi.csv", sink));
  for (const AlsoRead& also : expected.also) {
    files.push_back(*read_file(also.table, also.path, also.path.filename().string(), sink));
  }
  auto file = read_file(expected.table, corpus_dir / "cases" / expected.file, expected.named, sink);
  ASSERT_EQ(file.has_value(), expected.rows.has_value())
      << (file ? "the file was read" : canonical_faults(sink.all(), {}));
  if (file) {
    file->unit = expected.unit;
    file->columns = expected.columns;
    files.push_back(std::move(*file));
    const table::Dataset dataset = table::bind(test::project_schema(), files, sink);
    const std::string rows = canonical_rows(dataset, expected.table, expected.fields);
    EXPECT_TRUE(rows == *expected.rows) << difference(*expected.rows, rows);
  }
  const std::string wanted = canonical_faults(expected.faults);
  const std::string faults = canonical_faults(sink.all(), expected.faults);
  EXPECT_TRUE(faults == wanted) << difference(wanted, faults);
}

INSTANTIATE_TEST_SUITE_P(Cases, Corpus, testing::ValuesIn(case_names()), test_name);

// A file without an expectation would be read by nobody.
TEST(CorpusFolder, HasAnExpectationForEachFile) {
  std::set<std::string> named;
  for (const std::string& name : case_names()) {
    const auto expected = read_expectation(corpus_dir / "cases" / (name + ".expect"));
    named.insert(expected.file);
    for (const AlsoRead& also : expected.also) {
      named.insert(also.path.filename().string());
    }
  }
  for (const auto& entry : fs::directory_iterator(corpus_dir / "cases")) {
    const std::string name = entry.path().filename().string();
    EXPECT_TRUE(name.ends_with(".expect") || named.contains(name)) << name;
  }
  EXPECT_GE(case_names().size(), 60U);
}

}  // namespace
}  // namespace baocao::corpus
