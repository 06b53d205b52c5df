#include "docx/numbering.hpp"

#include <algorithm>

#include <pugixml.hpp>

namespace baocao::docx {
namespace {

constexpr std::string_view empty_part =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:numbering "
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"></w:numbering>";
constexpr std::string_view end_of_part = "</w:numbering>";

}  // namespace

Numbering::Numbering(base::Bytes xml) : xml_(std::move(xml)) {
  pugi::xml_document document;
  document.load_buffer(xml_.data(), xml_.size());
  const pugi::xml_node root = document.document_element();
  for (const pugi::xml_node list : root.children("w:num")) {
    abstract_of_.emplace(list.attribute("w:numId").as_uint(),
                         list.child("w:abstractNumId").attribute("w:val").value());
  }
  for (const pugi::xml_node abstract : root.children("w:abstractNum")) {
    largest_abstract_ =
        std::max(largest_abstract_, abstract.attribute("w:abstractNumId").as_uint());
  }
}

// In a w:numbering all w:abstractNum stand before all w:num (ISO/IEC 29500-1, 17.9.16).
base::Bytes Numbering::with(const NewLists& added) const {
  base::Bytes out = xml_.find(end_of_part) == std::string::npos ? base::Bytes(empty_part) : xml_;
  std::string lists;
  unsigned number = largest();
  for (const std::string& list : added.lists) {
    lists += "<w:num w:numId=\"" + std::to_string(++number) + "\">" + list + "</w:num>";
  }
  const std::size_t end = std::min(out.find("<w:numIdMacAtCleanup"), out.rfind(end_of_part));
  const std::string_view end_of_list = "</w:num>";
  const std::size_t last = out.rfind(end_of_list);
  out.insert(last == std::string::npos ? end : last + end_of_list.size(), lists);
  const std::size_t first = std::min(out.find("<w:num "), end);
  std::string abstracts;
  for (const std::string& abstract : added.abstracts) {
    abstracts += abstract;
  }
  return out.insert(first, abstracts);
}

unsigned RunningLists::number(unsigned list) {
  return now_.try_emplace(list, list).first->second;
}

// A list that has not been used yet starts at 1 by itself.
void RunningLists::start_again(unsigned list) {
  const auto at = now_.find(list);
  if (at != now_.end() && numbering_.has(list)) {
    at->second = add_list("<w:abstractNumId w:val=\"" + numbering_.abstract_of(list) +
                          "\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/>"
                          "</w:lvlOverride>");
  }
}

unsigned RunningLists::add_abstract() {
  added_.abstracts.emplace_back();
  return numbering_.largest_abstract() + static_cast<unsigned>(added_.abstracts.size());
}

void RunningLists::set_abstract(unsigned number, std::string xml) {
  added_.abstracts[number - numbering_.largest_abstract() - 1] = std::move(xml);
}

unsigned RunningLists::add_list(std::string xml) {
  added_.lists.push_back(std::move(xml));
  return numbering_.largest() + static_cast<unsigned>(added_.lists.size());
}

}  // namespace baocao::docx
