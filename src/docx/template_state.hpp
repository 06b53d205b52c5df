// What docx/template.hpp keeps of a compiled template. Private to docx/.
#pragma once

#include "docx/merging.hpp"
#include "docx/numbering.hpp"
#include "docx/parts.hpp"
#include "docx/renderer.hpp"
#include "docx/template.hpp"
#include "package/zip_writer.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace baocao::docx {

inline constexpr std::string_view types_part = "[Content_Types].xml";

struct Template::State {
  struct CompiledPart {
    std::string name;
    Part::Role role = Part::Role::other;
    package::PackedBytes bytes = {};  // as it stands, when there is no tape
    base::Bytes plain = {};           // the same, of the parts that rendering may add to
    std::optional<Tape> tape = {};
  };

  std::string file;
  std::vector<CompiledPart> parts;  // in the order of the package
  Numbering numbering;
  std::uint64_t next_drawing_id = 1;
  std::uint64_t next_addition = 1;
  std::string main;  // the part of the body
  MergeTarget merge_target;
  std::map<std::string, CompiledChart> charts;  // by chart_key()

  // packaging.cpp
  std::vector<package::PackedBytes> render_parts(Rendering& rendering) const;
  base::Bytes package_of(std::vector<package::PackedBytes> rendered, Rendering& rendering) const;

 private:
  bool has(Part::Role role) const;
  void add_absent_parts(Rendering& rendering) const;
  void add(const CompiledPart& part,
           const Rendering& rendering,
           std::set<std::string>& with_relations,
           package::ZipWriter& zip) const;
};

inline bool is_notes(Part::Role role) {
  return role == Part::Role::footnotes || role == Part::Role::endnotes;
}

}  // namespace baocao::docx
