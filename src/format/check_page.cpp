#include "format/checks.hpp"
#include "format/lengths.hpp"

#include <array>
#include <cstdlib>

namespace baocao::format {
namespace {

constexpr int tolerance = 29;  // 0,5 mm: what Word rounds off

bool near(int a, int b) {
  return std::abs(a - b) <= tolerance;
}

bool in(const Range& range, int value) {
  return range.low - tolerance <= value && value <= range.high + tolerance;
}

std::string address_of(const Document& document, std::size_t section) {
  return document.sections().size() < 2 ? "thiết lập trang"
                                        : "thiết lập trang của phần " + std::to_string(section + 1);
}

std::string size_text(int width, int height) {
  return mm_text(width) + " × " + mm_text(height) + " mm";
}

std::string range_text(const Range& range) {
  return mm_text(range.low) + (range.low == range.high ? "" : " - " + mm_text(range.high)) + " mm";
}

struct Margin {
  const char* attribute;
  const char* name;
  Range wanted;
};

class PageCheck {
 public:
  PageCheck(const Subject& subject, std::size_t section)
      : subject_(subject),
        properties_(subject.document.sections()[section].properties),
        address_(address_of(subject.document, section)) {}

  void run() {
    size();
    margins();
  }

 private:
  PropertyEdit edit(std::string name,
                    std::vector<std::pair<std::string, std::string>> attributes) const {
    return {subject_.document.main_part(), properties_, std::move(name), std::move(attributes)};
  }

  void size() {
    const pugi::xml_node size = properties_.child("w:pgSz");
    const int width = twips_of(size.attribute("w:w"));
    const int height = twips_of(size.attribute("w:h"));
    const Page& page = subject_.profile.page;
    landscape_ = width > height;
    const int across = landscape_ ? height : width;
    const int along = landscape_ ? width : height;
    if (size && near(across, page.width) && near(along, page.height)) {
      return;
    }
    const int right_width = landscape_ ? page.height : page.width;
    const int right_height = landscape_ ? page.width : page.height;
    Fault fault{"D101",
                "khổ giấy " + (size ? size_text(width, height) : std::string("chưa đặt")) +
                    ", quy định " + size_text(right_width, right_height) + " (A4)",
                "đặt khổ giấy A4",
                {}};
    if (properties_) {
      fault.edits = {edit(
          "w:pgSz", {{"w:w", std::to_string(right_width)}, {"w:h", std::to_string(right_height)}})};
    }
    subject_.findings.whole(std::move(fault), address_);
  }

  // A page laid on its side keeps its margins, or they turn with it: the left one goes on top.
  void margins() {
    const Page& page = subject_.profile.page;
    const std::array<Margin, 4> upright{{{"w:top", "trên", page.top},
                                         {"w:bottom", "dưới", page.bottom},
                                         {"w:left", "trái", page.left},
                                         {"w:right", "phải", page.right}}};
    const std::array<Margin, 4> turned{{{"w:top", "trên", page.left},
                                        {"w:bottom", "dưới", page.right},
                                        {"w:left", "trái", page.bottom},
                                        {"w:right", "phải", page.top}}};
    if (landscape_ && fits(turned)) {
      return;
    }
    for (const Margin& margin : upright) {
      margin_of(margin);
    }
  }

  bool fits(const std::array<Margin, 4>& margins) const {
    bool all = true;
    for (const Margin& margin : margins) {
      all = all && in(margin.wanted, found(margin));
    }
    return all;
  }

  // Negative margins hold the page still where the header would push it.
  int found(const Margin& margin) const {
    const pugi::xml_node node = properties_.child("w:pgMar");
    const std::string_view name = margin.attribute;
    const pugi::xml_attribute gutter = node.attribute("w:gutter");
    const int more = name == "w:left" ? twips_of(gutter) : 0;
    return std::abs(twips_of(node.attribute(margin.attribute))) + more;
  }

  void margin_of(const Margin& margin) {
    const int value = found(margin);
    if (in(margin.wanted, value)) {
      return;
    }
    Fault fault{"D102",
                "lề " + std::string(margin.name) + " " + mm_text(value) + " mm, quy định " +
                    range_text(margin.wanted),
                "đặt lại lề trang",
                {}};
    if (properties_) {
      fault.edits = {edit("w:pgMar", {{margin.attribute, std::to_string(margin.wanted.low)}})};
    }
    subject_.findings.whole(std::move(fault), address_);
  }

  const Subject& subject_;
  pugi::xml_node properties_;
  std::string address_;
  bool landscape_ = false;
};

}  // namespace

void check_page(const Subject& subject) {
  for (std::size_t i = 0; i < subject.document.sections().size(); ++i) {
    PageCheck(subject, i).run();
  }
}

}  // namespace baocao::format
