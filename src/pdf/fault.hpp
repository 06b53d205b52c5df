// A fault met while drawing. Travels as an exception inside this folder, because layout has no use
// for half a page; Summary::render turns it into a value, so it never leaves the folder.
#pragma once

#include "diag/diagnostic.hpp"

#include <exception>
#include <memory>
#include <utility>

namespace baocao::pdf {

class RenderFault : public std::exception {
 public:
  explicit RenderFault(diag::Diagnostic diagnostic)
      : diagnostic_(std::make_shared<const diag::Diagnostic>(std::move(diagnostic))) {}

  const diag::Diagnostic& diagnostic() const { return *diagnostic_; }

  const char* what() const noexcept override { return diagnostic_->message.c_str(); }

 private:
  std::shared_ptr<const diag::Diagnostic> diagnostic_;
};

}  // namespace baocao::pdf
