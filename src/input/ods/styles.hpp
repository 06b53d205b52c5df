// Which styles of a spreadsheet hide a sheet, show no day in a date, and name a font (OpenDocument
// 1.3, part 3, 16 and 17.20).
#pragma once

#include "input/xlsx/part.hpp"

#include <map>
#include <string>
#include <string_view>

namespace baocao::input::ods {

class Styles {
 public:
  // The elements of styles.xml and content.xml, in this order.
  void start(std::string_view name, const xlsx::Attributes& attributes);
  void end(std::string_view name);

  bool hides_sheet(std::string_view style) const;
  bool hides_day(std::string_view style) const;
  std::string font(std::string_view style) const;  // its family; empty when not known

 private:
  struct Style {
    std::string parent;
    std::string format;
    std::string font;
    bool hidden = false;
  };

  using Names = std::map<std::string, std::string, std::less<>>;

  // The style or the nearest one above it for which `has` holds; null when there is none.
  template <class Has>
  const Style* nearest(std::string_view style, Has has) const;

  std::map<std::string, Style, std::less<>> styles_;
  std::map<std::string, bool, std::less<>> shows_day_;  // by date format
  Names families_;                                      // by font face
  Style* open_ = nullptr;
  bool* open_format_ = nullptr;
};

}  // namespace baocao::input::ods
