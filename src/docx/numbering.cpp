#include "docx/numbering.hpp"

#include <pugixml.hpp>

namespace baocao::docx {

Numbering::Numbering(base::Bytes xml) : xml_(std::move(xml)) {
  pugi::xml_document document;
  document.load_buffer(xml_.data(), xml_.size());
  for (const pugi::xml_node list : document.document_element().children("w:num")) {
    abstract_of_.emplace(list.attribute("w:numId").as_uint(),
                         list.child("w:abstractNumId").attribute("w:val").value());
  }
}

base::Bytes Numbering::with_lists(const std::vector<unsigned>& started_again) const {
  std::string added;
  unsigned number = largest();
  for (const unsigned list : started_again) {
    added +=
        "<w:num w:numId=\"" + std::to_string(++number) + "\"><w:abstractNumId w:val=\"" +
        abstract_of_.at(list) +
        "\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>";
  }
  base::Bytes out = xml_;
  const std::string end = "</w:num>";
  const std::size_t last = out.rfind(end);
  return last == std::string::npos ? out : out.insert(last + end.size(), added);
}

unsigned RunningLists::number(unsigned list) {
  return now_.try_emplace(list, list).first->second;
}

// A list that has not been used yet starts at 1 by itself.
void RunningLists::start_again(unsigned list) {
  const auto at = now_.find(list);
  if (at != now_.end() && numbering_.has(list)) {
    started_again_.push_back(list);
    at->second = numbering_.largest() + static_cast<unsigned>(started_again_.size());
  }
}

}  // namespace baocao::docx
