// A small workbook with one part replaced; the others are packed once, which makes fuzzing faster.
#pragma once

#include "package/zip_writer.hpp"
#include "unit/input/workbook_files.hpp"

#include <map>
#include <string>

namespace baocao::fuzz {

inline std::string workbook_with(const std::string& part, const std::string& content) {
  static const std::map<std::string, package::PackedBytes> parts = [] {
    std::map<std::string, package::PackedBytes> packed;
    for (const auto& [name, text] : input::workbook_parts(
             "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row>")) {
      packed.emplace(name, package::packed(text));
    }
    return packed;
  }();
  package::ZipWriter writer;
  for (const auto& [name, packed] : parts) {
    if (name != part) {
      writer.add(name, packed);
    }
  }
  writer.add(part, content);
  return writer.finish();
}

}  // namespace baocao::fuzz
