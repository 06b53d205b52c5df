// A template and its data: JSON, a line "---", then a paragraph a line; a line that begins with "|"
// is a table row, its cells parted by "|". {"docx": "a.docx"} in the data is the template itself.
#include "docx/lint.hpp"
#include "docx/mark.hpp"
#include "docx/template.hpp"
#include "fuzz/target.hpp"
#include "package/xml.hpp"
#include "report/json.hpp"
#include "text/unicode.hpp"
#include "unit/docx/word_files.hpp"

#include <vector>

namespace {

using namespace baocao;  // NOLINT(google-build-using-namespace)

std::vector<std::string> parted(const std::string& text, char by) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == by) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::string body_of(const std::string& text) {
  std::string body;
  std::vector<std::string> rows;
  for (const std::string& line : parted(package::escaped(text), '\n')) {
    if (line.starts_with('|')) {
      rows.push_back(docx::row(parted(line.substr(1), '|')));
      continue;
    }
    body += rows.empty() ? "" : docx::table(rows);
    rows.clear();
    body += docx::p(line);
  }
  return body + (rows.empty() ? "" : docx::table(rows)) + docx::p("") +
         "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:titlePg/></w:sectPr>";
}

// Word refuses a cell that does not end with a paragraph.
void demand_whole_cells(const std::string& xml) {
  for (std::size_t at = xml.find("</w:tc>"); at != std::string::npos;
       at = xml.find("</w:tc>", at + 1)) {
    const std::string_view before = std::string_view(xml).substr(0, at);
    fuzz::demand(before.ends_with("</w:p>") || before.ends_with("<w:p/>"),
                 "a cell ends with a paragraph");
  }
}

// As read: a quote may be written as such or as an entity. Line ends are put aside: XML reads CR as
// LF (XML 1.0, 2.11), and text_of_xml passes over those between elements.
std::string text_in(const base::Bytes& file) {
  std::string text =
      package::unescaped(docx::text_of_xml(docx::part_of(file, "word/document.xml")));
  std::erase_if(text, [](char c) { return c == '\r' || c == '\n'; });
  return text;
}

bool has_branches(std::string_view text) {
  for (const std::string_view word : {"{%", "if", "and", "or"}) {
    if (text.find(word) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

// What is wrong whatever the values cannot render, and what lint finds can be shown in the file.
void demand_true_faults(const base::Bytes& file, const report::Value& values, bool renders_whole) {
  const auto faults = docx::lint(file, "mau.docx", report::shape_of(values));
  for (const diag::Diagnostic& fault : faults) {
    fuzz::demand(!renders_whole || fault.severity != diag::Severity::error,
                 "no fault in what renders");
  }
  const auto marked = docx::marked(file, "mau.docx", faults);
  fuzz::demand(marked && text_in(*marked) == text_in(file), "marking leaves the text as it is");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string input = fuzz::bytes_of(data, size);
  const std::size_t line = input.find("\n---\n");
  if (line == std::string::npos || !text::is_valid_utf8(input)) {
    return 0;
  }
  const auto values = report::parse_json(input.substr(0, line), "d.json");
  if (!values) {
    return 0;
  }
  const base::Bytes file = docx::word_file(body_of(input.substr(line + 5)));
  const docx::RenderOptions options{
      .lenient = size % 2 == 0,
      .most_steps = 20'000,
      .files = [&](const std::string&) -> diag::Result<base::Bytes> { return file; }};
  const docx::Outcome outcome = docx::rendered(file, *values, options);
  const bool is_straight = !options.lenient && !has_branches(input.substr(line));
  demand_true_faults(file, *values, is_straight && !outcome.docx.empty());
  if (outcome.docx.empty()) {
    fuzz::demand(!outcome.faults.empty(), "no document without a fault");
    return 0;
  }
  fuzz::demand(!outcome.xml.empty(), "our reader accepts the package");
  demand_whole_cells(outcome.xml);
  diag::Sink again;
  fuzz::demand(docx::Template::compile(outcome.docx, "lai.docx", again).has_value() ||
                   again.first_error()->code.id() != "T502",
               "the document is XML");
  fuzz::demand(docx::rendered(file, *values, options).docx == outcome.docx, "bytes repeat");
  return 0;
}
