#include "diag/render.hpp"

#include "diag/json.hpp"

namespace baocao::diag {
namespace {

std::string_view vietnamese_name(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "lỗi";
    case Severity::warning:
      return "cảnh báo";
    default:
      return "ghi chú";
  }
}

void add_piece(std::string& out, const std::string& piece) {
  if (piece.empty()) {
    return;
  }
  out += out.empty() ? piece : ", " + piece;
}

std::string spot(const Span& span) {
  if (!span.cell.empty()) {
    return "ô " + span.cell;
  }
  if (span.row != 0) {
    return "hàng " + std::to_string(span.row);
  }
  if (span.line != 0) {
    const std::string column =
        span.line_column == 0 ? "" : ", ký tự " + std::to_string(span.line_column);
    return "dòng " + std::to_string(span.line) + column;
  }
  return {};
}

std::string json_number(std::uint32_t number) {
  return number == 0 ? "null" : std::to_string(number);
}

std::string json_object(const Diagnostic& d) {
  const Span& s = d.span;
  std::string out = "{\"code\":" + json_string(d.code.id());
  out += ",\"severity\":" + json_string(severity_name(d.severity));
  out += ",\"message\":" + json_string(d.message);
  out += ",\"help\":" + json_string(d.help);
  out += ",\"file\":" + json_string(s.file);
  out += ",\"sheet\":" + json_string(s.sheet);
  out += ",\"cell\":" + json_string(s.cell);
  out += ",\"row\":" + json_number(s.row);
  out += ",\"column\":" + json_string(s.column);
  out += ",\"field\":" + json_string(d.field);
  out += ",\"value\":" + json_string(d.value);
  out += ",\"unit\":" + json_string(d.unit);
  out += ",\"line\":" + json_number(s.line);
  out += ",\"rule\":" + json_string(d.rule);
  return out + "}";
}

}  // namespace

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    default:
      return "note";
  }
}

std::string place(const Span& span) {
  std::string out = span.file;
  add_piece(out, span.sheet.empty() ? "" : "trang \"" + span.sheet + "\"");
  add_piece(out, spot(span));
  if (!span.column.empty()) {
    out += " (" + span.column + ")";
  }
  add_piece(out, span.part);
  if (!span.address.empty()) {
    out += out.empty() ? span.address : " › " + span.address;
  }
  return out;
}

std::string text(const Diagnostic& d) {
  std::string out{vietnamese_name(d.severity)};
  out += "[" + std::string(d.code.id()) + "]: " + d.message + "\n";
  if (const std::string where = place(d.span); !where.empty()) {
    out += "  --> " + where + "\n";
  }
  for (const std::string& note : d.notes) {
    out += "   = " + note + "\n";
  }
  if (!d.help.empty()) {
    out += "   = cách sửa: " + d.help + "\n";
  }
  return out;
}

std::string json(std::span<const Diagnostic> diagnostics) {
  std::size_t counts[3] = {};
  std::string out = "{\"diagnostics\":[";
  for (const Diagnostic& d : diagnostics) {
    out += (&d == diagnostics.data() ? "" : ",") + json_object(d);
    ++counts[static_cast<std::size_t>(d.severity)];
  }
  out += "],\"counts\":{\"error\":" + std::to_string(counts[2]);
  out += ",\"warning\":" + std::to_string(counts[1]);
  out += ",\"note\":" + std::to_string(counts[0]) + "}}";
  return out;
}

}  // namespace baocao::diag
