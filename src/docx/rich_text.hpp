// Runs with formats of their own as values: {{r x}} with docxtpl's RichText as data, for example
// {"text": "đạt", "bold": true, "color": "FF0000"}, or a list of such.
#pragma once

#include "report/value.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace baocao::docx {

// A child of w:rPr.
struct RunProperty {
  std::string name;  // "w:b"
  std::string xml;
};

// A map with "text", or a list of such.
bool is_rich(const report::Value& value);

// The pieces of a rich text.
std::vector<report::Value> pieces_of(const report::Value& rich);

// <w:rPr>…</w:rPr>, or nothing when there are none.
std::string properties_xml(const std::vector<RunProperty>& properties);

// The properties of the tag's own run with those of a piece in their places, in the order of the
// schema (ECMA-376 Part 1, 17.3.2.28).
std::vector<RunProperty> with_format(std::vector<RunProperty> properties,
                                     const report::Value& piece);

}  // namespace baocao::docx
