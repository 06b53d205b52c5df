// Faults of packages, and of the files inside them. Private to desk/.
#pragma once

#include "diag/diagnostic.hpp"

#include <string>
#include <utility>

namespace baocao::desk {

inline diag::Diagnostic about(const std::string& file,
                              diag::Code code,
                              std::string message,
                              std::string help) {
  return {
      .code = code, .message = std::move(message), .help = std::move(help), .span = {.file = file}};
}

// The same faults, with the package before the name of the file each is in.
inline diag::Sink within(const std::string& package, diag::Sink&& faults) {
  diag::Sink placed;
  for (diag::Diagnostic fault : faults.all()) {
    if (!fault.span.file.starts_with(package)) {
      fault.span.file = package + (fault.span.file.empty() ? "" : " › " + fault.span.file);
    }
    placed.add(std::move(fault));
  }
  return placed;
}

}  // namespace baocao::desk
