#include "docx/faults.hpp"

#include "text/unicode.hpp"

#include <algorithm>
#include <utility>

namespace baocao::docx {
namespace {

// Blanks up to the place, then one caret for each character of it.
std::string caret_line(const std::string& text, expr::Location where) {
  const std::string_view view = text;
  const std::size_t begin = std::min<std::size_t>(where.offset, view.size());
  const std::size_t length = text::length(view.substr(begin, where.length));
  return std::string(text::length(view.substr(0, begin)), ' ') +
         std::string(std::max<std::size_t>(length, 1), '^');
}

}  // namespace

diag::Diagnostic make_diagnostic(const std::string& file,
                                 const std::string& part,
                                 const Tag& tag,
                                 TagFault fault) {
  diag::Diagnostic diagnostic{.code = fault.code,
                              .severity = fault.severity,
                              .message = std::move(fault.message),
                              .help = std::move(fault.help)};
  diagnostic.span.file = file;
  diagnostic.span.part = part;
  diagnostic.span.address = tag.address;
  diagnostic.value = tag.quote;
  if (fault.where) {
    diagnostic.notes = {tag.text, caret_line(tag.text, *fault.where)};
  }
  return diagnostic;
}

void FaultLog::add(const Tag& tag, TagFault fault) {
  has_errors_ = has_errors_ || fault.severity == diag::Severity::error;
  diag::Diagnostic diagnostic = make_diagnostic(file_, part_, tag, std::move(fault));
  const std::string key =
      std::string(diagnostic.code.id()) + tag.address + '\n' + diagnostic.message;
  if (seen_.insert(key).second) {
    faults_.emplace(tag.place, std::move(diagnostic));
  }
}

void FaultLog::hand_over(diag::Sink& sink) {
  for (auto& [place, fault] : faults_) {
    sink.add(std::move(fault));
  }
  faults_.clear();
}

}  // namespace baocao::docx
