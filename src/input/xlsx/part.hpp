// A part of a workbook (ECMA-376) as a stream of elements. Names come without their namespace
// prefixes, so that Transitional and Strict files and every writer's prefixes read alike.
#pragma once

#include "diag/result.hpp"
#include "package/zip_reader.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace baocao::input::xlsx {

class Attributes {
 public:
  explicit Attributes(const char* const* pairs) : pairs_(pairs) {}

  std::string_view operator[](std::string_view name) const;  // empty when there is none
  bool is_true(std::string_view name) const;                 // xsd:boolean

 private:
  const char* const* pairs_;
};

class PartHandler {
 public:
  PartHandler() = default;
  PartHandler(const PartHandler&) = delete;
  PartHandler& operator=(const PartHandler&) = delete;
  virtual ~PartHandler() = default;

  virtual void start(std::string_view name, const Attributes& attributes) = 0;

  virtual void end(std::string_view /*name*/) {}

  virtual void text(std::string_view /*text*/) {}

  const std::optional<diag::Diagnostic>& refusal() const { return refusal_; }

 protected:
  // Ends the reading after this element; the first refusal counts.
  void refuse(diag::Diagnostic diagnostic);

 private:
  std::optional<diag::Diagnostic> refusal_;
};

// A workbook that is being read.
struct Source {
  const package::ZipReader& zip;
  std::string file;  // as the user named it
};

// Refused beside what the handler refuses: a missing or damaged part, XML that is not well-formed,
// any DOCTYPE, elements nested deeper than the limit.
diag::Result<void> parse_part(const Source& source, const std::string& part, PartHandler& handler);

// F205: the content breaks the file format. `what` says how.
diag::Diagnostic damaged(std::string what, diag::Span span = {});

}  // namespace baocao::input::xlsx
