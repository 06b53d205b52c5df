// {% section landscape %}: pages turned for what stands between.
#include "docx/flattener.hpp"
#include "docx/sections.hpp"

namespace baocao::docx {
namespace {

// A break that takes no room: the text before it may fill its page.
constexpr std::string_view break_start =
    "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>"
    "<w:rPr><w:sz w:val=\"2\"/></w:rPr>";
constexpr std::string_view break_end = "</w:pPr></w:p>";

bool holds_text(pugi::xml_node paragraph) {
  const pugi::xml_node last = paragraph.last_child();
  return is(paragraph, "w:p") && last && !is(last, "w:pPr");
}

}  // namespace

// What stands before gets the pages of the template.
void Flattener::open_section(pugi::xml_node mark) {
  pugi::xml_node before = mark.previous_sibling();
  while (is_mark(before)) {
    before = before.previous_sibling();
  }
  const pugi::xml_node section = section_around(mark);
  first_of_section(section);
  if (loop_depth_ == 0 && before.child("w:pPr").child("w:sectPr")) {
    return;  // nothing stands before
  }
  const std::size_t jump = emit(OpKind::jump_if_section_starts);
  section_break(section);
  tape_.ops[jump].b = here();
}

void Flattener::end_section(pugi::xml_node mark, std::string_view orientation) {
  const pugi::xml_node section = section_around(mark);
  const pugi::xml_node next = mark.next_sibling();
  if (next == end_of_section(section) && !holds_text(next)) {
    turn(section, orientation);  // nothing stands behind
    return;
  }
  pugi::xml_document copy;
  const pugi::xml_node turned = copy.append_copy(section);
  pugi::xml_node(turned).remove_child("w:type");
  turn(turned, orientation);
  const std::uint32_t slots = first_of_section(section);
  sections_[turned.internal_object()] = slots;
  section_break(turned);
  sections_.erase(turned.internal_object());
}

void Flattener::section_break(pugi::xml_node section) {
  tape_.xml += break_start;
  section_properties(section);
  tape_.xml += break_end;
}

void Flattener::note_sections(pugi::xml_node body) {
  for (const pugi::xml_node block : body.children()) {
    const pugi::xml_node section =
        is(block, "w:sectPr") ? block : block.child("w:pPr").child("w:sectPr");
    if (section) {
      landscapes_.push_back(is_landscape(section));
    }
  }
}

bool Flattener::is_on_landscape() const {
  return orientations_.empty() ? section_ < landscapes_.size() && landscapes_[section_]
                               : orientations_.back() == "landscape";
}

// The slots of what only the first section made of this one keeps.
std::uint32_t Flattener::first_of_section(pugi::xml_node section) {
  const auto [at, is_new] = sections_.try_emplace(section.internal_object(), tape_.slots);
  tape_.slots += is_new ? 2U : 0U;
  return at->second;
}

// A page of its own for the first page, and the number it starts with, are the first section's.
void Flattener::section_properties(pugi::xml_node section) {
  const std::uint32_t slots = sections_.at(section.internal_object());
  start_tag(section);
  tape_.xml += ">";
  for (const pugi::xml_node child : section.children()) {
    if (is(child, "w:titlePg")) {
      once(child, slots);
    } else if (is(child, "w:pgNumType") && child.attribute("w:start")) {
      tape_.xml += "<w:pgNumType";
      for (const pugi::xml_attribute each : child.attributes()) {
        if (std::string_view(each.name()) != "w:start") {
          attribute(child, each);
        }
      }
      end_slice();
      attribute(child, child.attribute("w:start"));
      close_once(slots + 1);
      tape_.xml += "/>";
    } else if (!is(child, "w:sectPrChange")) {
      any(child);
    }
  }
  tape_.xml += "</w:sectPr>";
}

}  // namespace baocao::docx
