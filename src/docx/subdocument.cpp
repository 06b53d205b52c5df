#include "docx/subdocument.hpp"

#include "docx/theme.hpp"

#include <algorithm>
#include <array>

namespace baocao::docx {
namespace {

constexpr std::string_view transitional =
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

// A story may also be a header, a footer or comments, which are not merged.
bool is_read(const Part& part) {
  static constexpr std::array<Part::Role, 5> roles{Part::Role::story,
                                                   Part::Role::styles,
                                                   Part::Role::numbering,
                                                   Part::Role::footnotes,
                                                   Part::Role::endnotes};
  const bool is_main = part.type.ends_with(".main+xml");
  return std::find(roles.begin(), roles.end(), part.role) != roles.end() &&
         (part.role != Part::Role::story || is_main);
}

}  // namespace

tl::expected<Subdocument, std::string> Subdocument::read(base::ByteView docx,
                                                         const std::string& name,
                                                         base::ByteView theme) {
  auto parts = load_parts(docx, name);
  if (!parts) {
    return tl::unexpected(parts.error().message);
  }
  Subdocument out;
  out.parts_ = std::move(*parts);
  for (const Part& part : out.parts_) {
    if (const auto opened =
            is_read(part) ? out.open(part, name) : tl::expected<void, std::string>();
        !opened) {
      return tl::unexpected(opened.error());
    }
  }
  if (std::string_view(out.document().attribute("xmlns:w").value()) != transitional) {
    return tl::unexpected<std::string>(
        "tệp lưu ở dạng Strict Open XML, hãy lưu lại dạng Word Document (.docx)");
  }
  out.replace_theme(theme);
  return out;
}

tl::expected<void, std::string> Subdocument::open(const Part& part, const std::string& file) {
  auto tree = parse_tree(part.bytes, file, part.name);
  if (!tree) {
    return tl::unexpected(tree.error().message);
  }
  opened_.emplace(part.role, Opened{std::move(*tree), relationships(part.name)});
  return {};
}

void Subdocument::replace_theme(base::ByteView theme) {
  const auto own = std::find_if(
      parts_.begin(), parts_.end(), [](const Part& p) { return p.type.ends_with("theme+xml"); });
  if (own == parts_.end() || own->bytes == theme) {
    return;
  }
  const ThemeFonts fonts(own->bytes);
  for (const auto& entry : opened_) {
    without_theme(entry.second.tree->document_element(), fonts);
  }
}

pugi::xml_node Subdocument::root(Part::Role role) const {
  const auto at = opened_.find(role);
  return at == opened_.end() ? pugi::xml_node() : at->second.tree->document_element();
}

const Part* Subdocument::part(std::string_view name) const {
  const auto at =
      std::find_if(parts_.begin(), parts_.end(), [&](const Part& p) { return p.name == name; });
  return at == parts_.end() ? nullptr : &*at;
}

std::vector<Relationship> Subdocument::relationships(std::string_view part_name) const {
  const Part* relations = part(relationships_name(part_name));
  return relations == nullptr ? std::vector<Relationship>()
                              : read_relationships(part_name, relations->bytes);
}

const Relationship* Subdocument::relationship(pugi::xml_node root, std::string_view id) const {
  const auto at = std::find_if(opened_.begin(), opened_.end(), [&](const auto& entry) {
    return entry.second.tree->document_element() == root;
  });
  return at == opened_.end() ? nullptr : find_relationship(at->second.relationships, id);
}

}  // namespace baocao::docx
