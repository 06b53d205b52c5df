// A part of a workbook (ECMA-376) as a stream of elements. Names come without their namespace
// prefixes, so that Transitional and Strict files and every writer's prefixes read alike.
#pragma once

#include "diag/result.hpp"
#include "package/zip_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace baocao::input::xlsx {

struct Attribute {
  std::string_view qualified;  // "r:id"
  std::string_view name;       // "id"
  std::string_view value;
};

// "c" for "x:c". A namespace declaration keeps its prefix, so that xmlns:r is never taken for r.
inline std::string_view local_name(std::string_view qualified) {
  for (std::size_t at = 0; at < qualified.size(); ++at) {
    if (qualified[at] == ':') {
      return qualified.starts_with("xmlns:") ? qualified : qualified.substr(at + 1);
    }
  }
  return qualified;
}

// Names are short and mostly differ in their first letter.
inline bool same_name(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         (a.empty() || (a.front() == b.front() && (a.size() == 1 || a == b)));
}

class Attributes {
 public:
  explicit Attributes(std::span<const Attribute> all) : all_(all) {}

  // Empty when there is none.
  std::string_view operator[](std::string_view name) const {
    for (const Attribute& attribute : all_) {
      if (same_name(attribute.name, name)) {
        return attribute.value;
      }
    }
    return {};
  }

  bool is_true(std::string_view name) const;  // xsd:boolean

 private:
  std::span<const Attribute> all_;
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

// What reads the XML of worksheets and shared strings. Both give the same; expat is the reference.
enum class Front : std::uint8_t { scanner, expat };

// A workbook that is being read.
struct Source {
  const package::ZipReader& zip;
  std::string file;  // as the user named it
  Front front = Front::scanner;
};

// Refused beside what the handler refuses: a missing or damaged part, XML that is not well-formed,
// any DOCTYPE, elements nested deeper than the limit.
diag::Result<void> parse_part(const Source& source, const std::string& part, PartHandler& handler);

// The same for large parts: by the front of the source, and by expat where the scanner meets
// something unfamiliar. `fresh` gives a handler that has seen nothing; it is called before each
// reading.
diag::Result<void> read_large_part(const Source& source,
                                   const std::string& part,
                                   const std::function<PartHandler&()>& fresh);

// F205: the content breaks the file format. `what` says how.
diag::Diagnostic damaged(std::string what, diag::Span span = {});

}  // namespace baocao::input::xlsx
