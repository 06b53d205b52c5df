#include "docx/numbering.hpp"

#include <algorithm>

#include <pugixml.hpp>

namespace baocao::docx {
namespace {

constexpr std::string_view empty_part =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:numbering "
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"></w:numbering>";
constexpr std::string_view end_of_part = "</w:numbering>";

// Without levels of its own (a link to a list style) the first level starts at 1.
std::string restarts_of(pugi::xml_node abstract) {
  const auto restart = [](unsigned level, unsigned start) {
    return "<w:lvlOverride w:ilvl=\"" + std::to_string(level) + "\"><w:startOverride w:val=\"" +
           std::to_string(start) + "\"/></w:lvlOverride>";
  };
  std::string out;
  for (const pugi::xml_node level : abstract.children("w:lvl")) {
    out += restart(level.attribute("w:ilvl").as_uint(),
                   level.child("w:start").attribute("w:val").as_uint(1));
  }
  return out.empty() ? restart(0, 1) : out;
}

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
    restarts_.emplace(abstract.attribute("w:abstractNumId").value(), restarts_of(abstract));
    largest_abstract_ =
        std::max(largest_abstract_, abstract.attribute("w:abstractNumId").as_uint());
  }
}

std::string Numbering::started_again(unsigned list) const {
  const std::string& abstract = abstract_of_.at(list);
  const auto restarts = restarts_.find(abstract);
  return "<w:abstractNumId w:val=\"" + abstract + "\"/>" +
         (restarts == restarts_.end() ? "" : restarts->second);
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
    at->second = add_list(numbering_.started_again(list));
  }
}

unsigned RunningLists::add_abstract() {
  added_.abstracts.emplace_back();
  return numbering_.largest_abstract() + static_cast<unsigned>(added_.abstracts.size());
}

void RunningLists::set_abstract(unsigned number, std::string xml) {
  bytes_ += xml.size();
  added_.abstracts[number - numbering_.largest_abstract() - 1] = std::move(xml);
}

unsigned RunningLists::add_list(std::string xml) {
  bytes_ += xml.size();
  added_.lists.push_back(std::move(xml));
  return numbering_.largest() + static_cast<unsigned>(added_.lists.size());
}

}  // namespace baocao::docx
