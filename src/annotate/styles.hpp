// The cell formats of a workbook (xl/styles.xml), with coloured copies of those that bad cells use.
#pragma once

#include "annotate/package_edit.hpp"
#include "diag/diagnostic.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace baocao::annotate {

// A format is known by its place in cellXfs, as a cell's `s` names it.
class Styles {
 public:
  // `part` is empty when the workbook has no styles; then the smallest honest part is made.
  static diag::Result<Styles> of(const PackageEdit& package, const std::string& part, bool strict);

  // The format with our colour in place of its fill; everything else as it was.
  std::uint32_t marked(std::uint32_t format, diag::Severity severity);
  // Without the colour of an earlier run; any other format is returned as it is.
  std::uint32_t unmarked(std::uint32_t format);

  // Whether an earlier run has coloured cells.
  bool has_marks() const { return !marks_.empty(); }

  // A format of the fault sheet: `font` and `fill` are elements without prefix, `fill` may be
  // empty; `alignment` too.
  std::uint32_t add(std::string_view font, std::string_view fill, std::string_view alignment);

  base::Bytes text() const { return xml_->text(); }

 private:
  pugi::xml_node section(std::string_view name);
  std::uint32_t index_of(pugi::xml_node section, const std::string& element);
  std::uint32_t format_like(std::uint32_t format, std::uint32_t fill);
  std::uint32_t fill_of(std::uint32_t format) const;
  std::uint32_t mark_over(std::uint32_t fill, diag::Severity severity);
  void find_marks();

  std::optional<XmlPart> xml_;
  std::vector<pugi::xml_node> formats_;
  std::map<std::pair<std::uint32_t, diag::Severity>, std::uint32_t> marked_;
  std::map<std::uint32_t, std::uint32_t> unmarked_;
  std::map<std::uint32_t, std::string> marks_;  // our fills → rgb that was there; empty: none
};

}  // namespace baocao::annotate
