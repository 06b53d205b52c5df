// Faults of a template, each with its part, its address and its tag.
#pragma once

#include "diag/diagnostic.hpp"
#include "docx/tag.hpp"
#include "expr/ast.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>

namespace baocao::docx {

struct TagFault {
  diag::Code code;
  std::string message;
  std::string help = {};
  std::optional<expr::Location> where = {};  // bytes of Tag::text, shown with a caret
  diag::Severity severity = diag::Severity::error;
};

// `file` and `part` name the template and the part of its package.
diag::Diagnostic make_diagnostic(const std::string& file,
                                 const std::string& part,
                                 const Tag& tag,
                                 TagFault fault);

// Gathers the faults of one part while it is compiled, in the order of their tags. The same fault
// at the same place is taken once: a text box is stored twice, in a new and an old format.
class FaultLog {
 public:
  FaultLog(std::string file, std::string part) : file_(std::move(file)), part_(std::move(part)) {}

  void add(const Tag& tag, TagFault fault);

  bool has_errors() const { return has_errors_; }

  void hand_over(diag::Sink& sink);

 private:
  std::string file_;
  std::string part_;
  std::multimap<std::uint64_t, diag::Diagnostic> faults_;  // by Tag::place
  std::set<std::string> seen_;
  bool has_errors_ = false;
};

}  // namespace baocao::docx
