// One part of a template: XML → tape.
#pragma once

#include "base/bytes.hpp"
#include "diag/diagnostic.hpp"
#include "docx/headings.hpp"
#include "docx/links.hpp"
#include "docx/statement_reader.hpp"
#include "docx/tape.hpp"

#include <optional>
#include <string>

namespace baocao::docx {

struct PartSource {
  const std::string& file;  // names the template in faults
  const std::string& part;
  base::ByteView xml;
  bool has_paragraphs = true;  // false: document properties and the like
  bool always = false;         // a tape even when there are no tags
  Links links = {};            // addresses with tags
  StatementReader* reader = nullptr;
};

// Nothing when the part has no tags, or has faults, which all go to the sink.
std::optional<Tape> compile_part(const PartSource& source, const Styles& styles, diag::Sink& sink);

}  // namespace baocao::docx
