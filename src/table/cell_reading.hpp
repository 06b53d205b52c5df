// What reading one cell gives: a value, a fault, or both (a value that needs a second look).
#pragma once

#include "diag/diagnostic.hpp"

#include <optional>
#include <string>

namespace baocao::table {

struct CellFault {
  diag::Code code;
  diag::Severity severity = diag::Severity::error;
  std::string message;
  std::string help;
};

template <class T>
struct Reading {
  std::optional<T> value;
  std::optional<CellFault> fault;
};

// `text` as it is shown in a message; a long one is cut.
std::string in_quotes(std::string_view text);

}  // namespace baocao::table
