#include "format/checks.hpp"
#include "format/lengths.hpp"
#include "text/keys.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace baocao::format {
namespace {

constexpr int tolerance = 29;  // 0,5 mm

// Is there a field that prints the number of the page (17.16.5.42)?
bool has_page_field(pugi::xml_node around) {
  const pugi::xml_node found = around.find_node([](pugi::xml_node node) {
    const std::string text = docx::is(node, "w:instrText")   ? node.text().get()
                             : docx::is(node, "w:fldSimple") ? node.attribute("w:instr").value()
                                                             : "";
    const std::string_view code =
        std::string_view(text).substr(std::min(text.find_first_not_of(' '), text.size()));
    return code == "PAGE" || code.starts_with("PAGE ");
  });
  return static_cast<bool>(found);
}

struct Place {
  std::optional<std::size_t> part;
  bool is_footer = false;
};

// Where a section keeps its header of one kind; a section without one has that of the section
// before it.
class Headers {
 public:
  explicit Headers(const Document& document) : document_(document) {}

  std::optional<std::size_t> find(std::size_t section,
                                  const char* element,
                                  const char* type) const {
    for (std::size_t i = section + 1; i-- > 0;) {
      for (const pugi::xml_node reference : document_.sections()[i].properties.children(element)) {
        const std::string_view named = reference.attribute("w:type").value();
        if (named == type || (named.empty() && std::string_view(type) == "default")) {
          return document_.related(reference.attribute("r:id").value());
        }
      }
    }
    return std::nullopt;
  }

  Place with_number(std::size_t section, const char* type) const {
    for (const bool footer : {false, true}) {
      const auto part = find(section, footer ? "w:footerReference" : "w:headerReference", type);
      if (part && has_page_field(document_.tree(*part)->document_element())) {
        return {part, footer};
      }
    }
    return {};
  }

 private:
  const Document& document_;
};

class NumberCheck {
 public:
  // `seen`: the headers looked at so far.
  NumberCheck(const Subject& subject, std::size_t section, std::set<std::size_t>& seen)
      : subject_(subject),
        section_(section),
        seen_(seen),
        properties_(subject.document.sections()[section].properties) {}

  void run() {
    const Headers headers(subject_.document);
    const Place place = headers.with_number(section_, "default");
    if (!place.part) {
      missing();
      return;
    }
    first_page(headers);
    if (seen_.insert(*place.part).second) {
      position(place);
    }
  }

 private:
  void missing() {
    if (section_ > 0) {
      return;  // told of the first section
    }
    subject_.findings.whole({"D103",
                             "văn bản chưa có số trang",
                             "chèn số trang ở giữa, phía trên, từ trang 2",
                             {PageNumberEdit{}}},
                            "đầu trang");
  }

  void first_page(const Headers& headers) {
    const bool differs = is_on(properties_.child("w:titlePg"));
    const bool shown = !differs || headers.with_number(section_, "first").part.has_value();
    if (section_ > 0 || !shown) {
      return;
    }
    Fault fault{"D104",
                "số trang hiện cả ở trang đầu, quy định từ trang 2 mới hiện",
                "bật \"Different First Page\" (trang đầu khác) và để trống đầu trang thứ nhất",
                {}};
    if (!differs) {
      fault.edits = {
          PropertyEdit{subject_.document.main_part(), properties_, "w:titlePg", {{"w:val", "1"}}}};
    }
    subject_.findings.whole(std::move(fault), "trang 1, đầu trang");
  }

  void position(const Place& place) {
    for (const Paragraph& paragraph : subject_.document.paragraphs_of(*place.part)) {
      if (has_page_field(paragraph.node)) {
        side(paragraph, place.is_footer);
        letters(paragraph);
      }
    }
    const pugi::xml_node margins = properties_.child("w:pgMar");
    const int distance = twips_of(margins.attribute("w:header"));
    const int wanted = subject_.profile.page.number_from_top;
    if (wanted > 0 && !place.is_footer && std::abs(distance - wanted) > tolerance) {
      subject_.findings.whole({"D105",
                               "số trang cách mép trên " + mm_text(distance) + " mm, quy định " +
                                   mm_text(wanted) + " mm",
                               "đặt khoảng cách đầu trang (Header from Top)",
                               {PropertyEdit{subject_.document.main_part(),
                                             properties_,
                                             "w:pgMar",
                                             {{"w:header", std::to_string(wanted)}}}}},
                              "thiết lập trang");
    }
  }

  void side(const Paragraph& paragraph, bool is_footer) {
    if (is_footer) {
      subject_.findings.at(paragraph,
                           {"D105",
                            "số trang đặt ở chân trang, quy định ở giữa, phía trên trang",
                            "chuyển số trang lên đầu trang",
                            {}});
      return;
    }
    const pugi::xml_node frame = paragraph.node.child("w:pPr").child("w:framePr");
    const bool framed = std::string_view(frame.attribute("w:xAlign").value()) == "center";
    const bool tabbed = paragraph.text.text.starts_with('\t');
    const ParagraphLook look = subject_.document.looks().paragraph(paragraph.node);
    if (look.align != Align::centre && !framed && !tabbed) {
      subject_.findings.at(paragraph,
                           {"D105",
                            "số trang không căn giữa",
                            "căn giữa số trang",
                            {paragraph_property(paragraph, "w:jc", {{"w:val", "center"}})}});
    }
  }

  // The field's own runs; what was typed around it counts as well.
  void letters(const Paragraph& paragraph) {
    const Letters* wanted = subject_.profile.letters_of(Element::page_number);
    const std::string text = text::cleaned(paragraph.text.text);
    if (text.find_first_not_of("0123456789") != std::string::npos) {
      subject_.findings.at(paragraph,
                           {"D106",
                            "số trang ghi \"" + text + "\", quy định chỉ có chữ số",
                            "bỏ chữ và dấu quanh số trang",
                            {}});
    }
    std::vector<Edit> edits;
    int found = 0;
    for (const auto& each : paragraph.node.select_nodes(".//w:r")) {
      const RunLook look = subject_.document.looks().run(each.node());
      if (wanted != nullptr && !wanted->size.holds(look.size)) {
        found = look.size;
        edits.emplace_back(run_property(
            paragraph, each.node(), "w:sz", {{"w:val", std::to_string(wanted->size.high)}}));
      }
    }
    if (!edits.empty()) {
      subject_.findings.at(
          paragraph,
          {"D106",
           "số trang cỡ chữ " + points_text(found) + ", quy định " + points_text(wanted->size.high),
           "đặt lại cỡ chữ của số trang",
           std::move(edits)});
    }
  }

  const Subject& subject_;
  std::size_t section_;
  std::set<std::size_t>& seen_;
  pugi::xml_node properties_;
};

}  // namespace

void check_page_numbers(const Subject& subject) {
  std::set<std::size_t> seen;
  for (std::size_t i = 0; i < subject.document.sections().size(); ++i) {
    NumberCheck(subject, i, seen).run();
  }
}

}  // namespace baocao::format
