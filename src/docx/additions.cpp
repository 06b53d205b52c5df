#include "docx/additions.hpp"

#include "base/sha256.hpp"
#include "package/xml.hpp"

#include <algorithm>
#include <charconv>

namespace baocao::docx {
namespace {

constexpr std::string_view prefix = "baocao";
constexpr std::string_view empty_relationships =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships "
    "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";

std::string numbered_name(std::uint64_t number) {
  return std::string(prefix) + std::to_string(number);
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

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + package::escaped_attribute(value) + "\"";
}

}  // namespace

std::string Additions::add_part(std::string_view folder,
                                std::string_view extension,
                                std::string type,
                                base::Bytes bytes) {
  std::string name = std::string(folder) + numbered_name(next_name_++) + std::string(extension);
  add_part({name, std::move(type), std::move(bytes)});
  return name;
}

void Additions::add_part(NewPart part) {
  bytes_ += part.bytes.size();
  parts_.push_back(std::move(part));
}

std::string Additions::relation(const std::string& part,
                                const std::string& type,
                                const std::string& target,
                                bool is_external) {
  const std::string key = part + '\n' + type + (is_external ? "\n>" : "\n") + target;
  const auto [at, is_new] = ids_.try_emplace(key);
  if (is_new) {
    at->second = numbered_name(next_relation_++);
    relations_[part].push_back({at->second, type, target, is_external});
  }
  return at->second;
}

void Additions::relate(const std::string& part, const Relationship& relationship) {
  relations_[part].push_back(relationship);
}

std::string Additions::relation(const std::string& part, const Picture& picture) {
  const auto [at, is_new] = by_hash_.try_emplace(base::sha256_hex(picture.bytes));
  if (is_new) {
    const std::string extension(picture.extension);
    at->second = add_part("word/media/", "." + extension, "image/" + extension, picture.bytes);
  }
  return relation(part, std::string(relationship_types) + "image", at->second, false);
}

base::Bytes Additions::relationships(std::string_view part, base::ByteView xml) const {
  std::string added;
  for (const Relationship& each : relations_.find(part)->second) {
    added += "<Relationship" + attribute("Id", each.id) + attribute("Type", each.type) +
             attribute("Target", (each.is_external ? "" : "/") + each.target) +
             (each.is_external ? attribute("TargetMode", "External") : "") + "/>";
  }
  return with_children(xml.empty() ? empty_relationships : xml, "Relationships", added);
}

base::Bytes Additions::content_types(base::ByteView xml) const {
  std::string defaults;
  std::string overrides;
  for (const NewPart& part : parts_) {
    const std::string extension = part.name.substr(part.name.rfind('.') + 1);
    const bool is_picture = extension == "png" || extension == "jpeg";
    const std::string known = attribute("Extension", extension);
    if (!is_picture) {
      overrides += "<Override" + attribute("PartName", "/" + part.name) +
                   attribute("ContentType", part.type) + "/>";
    } else if (xml.find(known) == base::ByteView::npos &&
               defaults.find(known) == std::string::npos) {
      defaults += "<Default" + known + attribute("ContentType", part.type) + "/>";
    }
  }
  return with_children(xml, "Types", defaults + overrides);
}

std::uint64_t first_free_number(std::string_view text) {
  constexpr std::uint64_t most = 1ULL << 40U;
  std::uint64_t free = 1;
  for (std::size_t at = text.find(prefix); at != std::string_view::npos;
       at = text.find(prefix, at + 1)) {
    std::uint64_t number = 0;
    const char* digits = text.data() + at + prefix.size();
    std::from_chars(digits, text.data() + text.size(), number);
    free = std::max(free, std::min(number, most) + 1);
  }
  return free;
}

}  // namespace baocao::docx
