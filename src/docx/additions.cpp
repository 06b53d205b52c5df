#include "docx/additions.hpp"

#include "base/sha256.hpp"

#include <algorithm>

namespace baocao::docx {
namespace {

constexpr std::string_view empty_relationships =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships "
    "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";

// Ids of ours; nobody else's begin like this.
std::string relation_id(std::size_t medium) {
  return "baocao" + std::to_string(medium + 1);
}

// `added` before the end tag of the root, which an empty root lacks.
base::Bytes with_children(base::ByteView xml, std::string_view root, const std::string& added) {
  base::Bytes out(xml);
  const std::string end = "</" + std::string(root) + ">";
  if (const std::size_t at = out.rfind(end); at != std::string::npos) {
    return out.insert(at, added);
  }
  if (const std::size_t at = out.rfind("/>"); at != std::string::npos) {
    return out.replace(at, 2, ">" + added + end);
  }
  return out;
}

std::string_view extension_of(std::string_view name) {
  return name.substr(name.rfind('.') + 1);
}

}  // namespace

std::string Additions::relation(const std::string& part, const Picture& picture) {
  const auto [at, is_new] = by_hash_.try_emplace(base::sha256_hex(picture.bytes), media_.size());
  if (is_new) {
    media_.push_back(
        {"word/media/" + relation_id(at->second) + "." + std::string(picture.extension),
         picture.bytes});
  }
  std::vector<std::size_t>& known = relations_[part];
  if (std::find(known.begin(), known.end(), at->second) == known.end()) {
    known.push_back(at->second);
  }
  return relation_id(at->second);
}

base::Bytes Additions::relationships(std::string_view part, base::ByteView xml) const {
  std::string added;
  for (const std::size_t medium : relations_.find(part)->second) {
    added +=
        "<Relationship Id=\"" + relation_id(medium) +
        "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" "
        "Target=\"/" +
        media_[medium].name + "\"/>";
  }
  return with_children(xml.empty() ? empty_relationships : xml, "Relationships", added);
}

base::Bytes Additions::content_types(base::ByteView xml) const {
  std::string added;
  for (const std::string_view extension : {"png", "jpeg"}) {
    const bool used = std::any_of(media_.begin(), media_.end(), [&](const Medium& medium) {
      return extension_of(medium.name) == extension;
    });
    const std::string known = "Extension=\"" + std::string(extension) + "\"";
    if (used && xml.find(known) == base::ByteView::npos) {
      added += "<Default " + known + " ContentType=\"image/" + std::string(extension) + "\"/>";
    }
  }
  return with_children(xml, "Types", added);
}

std::set<std::string> Additions::parts() const {
  std::set<std::string> out;
  for (const auto& entry : relations_) {
    out.insert(entry.first);
  }
  return out;
}

std::string relationships_name(std::string_view part) {
  const std::size_t slash = part.rfind('/') + 1;  // npos + 1 is 0
  return std::string(part.substr(0, slash)) + "_rels/" + std::string(part.substr(slash)) + ".rels";
}

}  // namespace baocao::docx
