#include "diag/render.hpp"
#include "job/marked_files.hpp"

#include <initializer_list>

namespace baocao::job {
namespace {

// A field never starts a formula in the program that opens the file.
std::string field(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos) {
    text.insert(0, "'");
  }
  if (text.find_first_of(";\"\n\r") == std::string::npos) {
    return text;
  }
  std::string quoted = "\"";
  for (const char c : text) {
    quoted += c == '"' ? "\"\"" : std::string(1, c);
  }
  return quoted + "\"";
}

std::string line(std::initializer_list<std::string> fields) {
  std::string out;
  for (const std::string& text : fields) {
    out += (&text == fields.begin() ? "" : ";") + field(text);
  }
  return out + "\r\n";
}

// Rows that repeat another or name nobody are not counted.
bool rejects_row(const diag::Diagnostic& fault) {
  return fault.code == diag::Code("K301") || fault.code == diag::Code("K302");
}

}  // namespace

base::Bytes rejects_csv(const Checked& checked) {
  std::string out = "\xEF\xBB\xBF" + line({"file",
                                           "sheet",
                                           "row",
                                           "cell",
                                           "column",
                                           "code",
                                           "severity",
                                           "message",
                                           "value",
                                           "unit",
                                           "help",
                                           "row_rejected"});
  for (const diag::Diagnostic& fault : checked.faults.all()) {
    const diag::Span& span = fault.span;
    const std::uint32_t row = span.row != 0 ? span.row : span.line;
    out += line({span.file,
                 span.sheet,
                 row == 0 ? "" : std::to_string(row),
                 span.cell,
                 span.column,
                 std::string(fault.code.id()),
                 std::string(diag::severity_name(fault.severity)),
                 fault.message,
                 fault.value,
                 fault.unit,
                 fault.help,
                 rejects_row(fault) ? "x" : ""});
  }
  return out;
}

}  // namespace baocao::job
