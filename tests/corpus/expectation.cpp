#include "expectation.hpp"

#include <fstream>
#include <set>
#include <stdexcept>
#include <string_view>

namespace baocao::corpus {
namespace {

std::string trimmed(std::string_view text) {
  const std::size_t from = text.find_first_not_of(' ');
  return from == std::string_view::npos
             ? std::string()
             : std::string(text.substr(from, text.find_last_not_of(' ') - from + 1));
}

// "a = b" → "a", "b"; the second is empty where there is no separator.
std::pair<std::string, std::string> cut(std::string_view line, std::string_view separator) {
  const std::size_t at = line.find(separator);
  if (at == std::string_view::npos) {
    return {trimmed(line), {}};
  }
  return {trimmed(line.substr(0, at)), trimmed(line.substr(at + separator.size()))};
}

std::vector<std::string> cells(std::string_view line) {
  std::vector<std::string> found;
  for (std::size_t from = 0; from <= line.size();) {
    const std::size_t to = std::min(line.find('|', from), line.size());
    found.push_back(trimmed(line.substr(from, to - from)));
    from = to + 1;
  }
  return found;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string line;
  for (const std::string& text : texts) {
    line += (line.empty() ? "" : " | ") + text;
  }
  return line + "\n";
}

class Reader {
 public:
  explicit Reader(const std::filesystem::path& path) : path_(path) {}

  Expectation read();

 private:
  enum class Part { head, rows, faults };

  void read_line(const std::string& line);
  void read_head(const std::string& line);
  void read_row(const std::string& line);

  const std::filesystem::path& path_;
  Expectation expected_;
  Part part_ = Part::head;
};

void Reader::read_head(const std::string& line) {
  static const std::set<std::string> prose = {"odd", "writer"};
  const auto [key, value] = cut(line, ":");
  if (key == "file") {
    expected_.file = value;
  } else if (key == "table") {
    expected_.table = value;
  } else if (key == "named") {
    expected_.named = value;
  } else if (key == "unit") {
    expected_.unit = value;
  } else if (key == "column") {
    expected_.columns.insert(cut(value, " = "));
  } else if (key == "also") {
    const auto [table, file] = cut(value, " ");
    expected_.also.push_back({table, path_.parent_path() / file});
  } else if (!prose.contains(key)) {
    throw std::runtime_error(path_.string() + ": " + line);
  }
}

void Reader::read_row(const std::string& line) {
  if (expected_.fields.empty()) {
    expected_.fields = cells(line);
    expected_.rows = joined(expected_.fields);
  } else {
    *expected_.rows += joined(cells(line));
  }
}

void Reader::read_line(const std::string& line) {
  if (line == "rows:") {
    part_ = Part::rows;
  } else if (line == "diagnostics:") {
    part_ = Part::faults;
  } else if (part_ == Part::head) {
    read_head(line);
  } else if (part_ == Part::rows) {
    read_row(line);
  } else {
    const auto [head, piece] = cut(line, " : ");
    expected_.faults.push_back({head, piece});
  }
}

Expectation Reader::read() {
  std::ifstream in(path_);
  if (!in) {
    throw std::runtime_error(path_.string() + ": not found");
  }
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.front() != '#') {
      read_line(line);
    }
  }
  if (expected_.named.empty()) {
    expected_.named = expected_.file;
  }
  return std::move(expected_);
}

}  // namespace

Expectation read_expectation(const std::filesystem::path& path) {
  return Reader(path).read();
}

}  // namespace baocao::corpus
