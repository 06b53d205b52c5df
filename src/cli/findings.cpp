#include "cli/findings.hpp"

#include "diag/json.hpp"
#include "diag/render.hpp"

namespace baocao::cli {
namespace {

std::string field(std::string_view name, std::string_view value) {
  return diag::json_string(name) + ":" + diag::json_string(value);
}

}  // namespace

std::string findings_json(std::span<const diag::Diagnostic> faults) {
  std::string out;
  for (const diag::Diagnostic& fault : faults) {
    out += (out.empty() ? "{" : ",{") + field("code", fault.code.id()) + "," +
           field("severity", diag::severity_name(fault.severity)) + "," +
           field("message", fault.message) + "," + field("help", fault.help) + "," +
           field("file", fault.span.file) + "," + field("part", fault.span.part) + "," +
           field("address", fault.span.address) + "," + field("quote", fault.value) + "}";
  }
  return "{\"findings\":[" + out + "]}\n";
}

}  // namespace baocao::cli
