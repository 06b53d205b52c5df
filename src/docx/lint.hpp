// What can be said of a Word template without rendering it.
#pragma once

#include "base/bytes.hpp"
#include "diag/result.hpp"
#include "report/judge.hpp"
#include "report/shape.hpp"

#include <string>
#include <vector>

namespace baocao::docx {

// Every fault at once, in the order of the parts. Without a model any name may be there, and only
// the syntax, the filters and their arguments are judged. `file` names the template in faults.
std::vector<diag::Diagnostic> lint(base::ByteView docx,
                                   const std::string& file,
                                   const report::ShapePtr& model);

// A name that a template needs from its data, a member of one, or the items of a list.
struct Variable {
  std::string name;                                 // "[]": the items
  report::UseKind kind = report::UseKind::printed;  // the most that its uses tell
  std::string part;                                 // of its first use
  std::string address;
  std::vector<Variable> members = {};  // of a map; of a list its items
};

// In the order of their first use. The result is a fault where the file cannot be read.
diag::Result<std::vector<Variable>> variables(base::ByteView docx, const std::string& file);

}  // namespace baocao::docx
