#include "docx/parts.hpp"

#include "docx/xml_tree.hpp"
#include "package/zip_reader.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace baocao::docx {
namespace {

constexpr std::string_view types_part = "[Content_Types].xml";
constexpr package::ZipLimits limits{
    .entries = 5000, .entry_bytes = 256ULL << 20U, .total_bytes = 512ULL << 20U};

bool is_main(std::string_view type) {
  return type.ends_with(".main+xml") && (type.find("wordprocessingml") != std::string_view::npos ||
                                         type.find("ms-word") != std::string_view::npos);
}

struct RoleOfType {
  std::string_view end;  // of the content type
  Part::Role role;
};

// ECMA-376 Part 1, annex on part summary.
constexpr std::array<RoleOfType, 13> roles{
    {{"wordprocessingml.styles+xml", Part::Role::styles},
     {"wordprocessingml.numbering+xml", Part::Role::numbering},
     {"wordprocessingml.settings+xml", Part::Role::settings},
     {".footnotes+xml", Part::Role::footnotes},
     {".endnotes+xml", Part::Role::endnotes},
     {"core-properties+xml", Part::Role::plain},
     {"custom-properties+xml", Part::Role::plain},
     {"extended-properties+xml", Part::Role::plain},
     {"drawingml.chart+xml", Part::Role::plain},
     {".header+xml", Part::Role::story},
     {".footer+xml", Part::Role::story},
     {".comments+xml", Part::Role::story},
     {".main+xml", Part::Role::story}}};

Part::Role role_of(std::string_view type) {
  const auto at = std::find_if(roles.begin(), roles.end(), [&](const RoleOfType& known) {
    return type.ends_with(known.end);
  });
  return at == roles.end() ? Part::Role::other : at->role;
}

diag::Failure not_word(const std::string& file) {
  diag::Diagnostic fault{.code = "T501",
                         .message = "tệp này không phải văn bản Word (.docx)",
                         .help = "mở tệp bằng Word hoặc LibreOffice rồi lưu dạng .docx"};
  fault.span.file = file;
  return diag::Failure(std::move(fault));
}

// Content types by name without the first "/", or by ".extension" for the parts without their own.
using Types = std::map<std::string, std::string, std::less<>>;

diag::Result<Types> read_types(const package::ZipReader& zip, const std::string& file) {
  const auto bytes = zip.read(types_part);
  if (!bytes) {
    return not_word(file);
  }
  const auto tree = parse_tree(*bytes, file, std::string(types_part));
  if (!tree) {
    return tl::unexpected(tree.error());
  }
  Types types;
  for (const pugi::xml_node entry : (*tree)->document_element().children("Override")) {
    const std::string_view name = entry.attribute("PartName").value();
    types.emplace(name.substr(name.starts_with('/') ? 1 : 0),
                  entry.attribute("ContentType").value());
  }
  for (const pugi::xml_node entry : (*tree)->document_element().children("Default")) {
    types.emplace("." + std::string(entry.attribute("Extension").value()),
                  entry.attribute("ContentType").value());
  }
  return types;
}

std::string type_of(const Types& types, const std::string& name) {
  auto at = types.find(name);
  if (at == types.end() && name.find('.') != std::string::npos) {
    at = types.find(name.substr(name.rfind('.')));
  }
  return at == types.end() ? "" : at->second;
}

}  // namespace

diag::Result<std::vector<Part>> load_parts(base::ByteView docx, const std::string& file) {
  const auto zip = package::ZipReader::open(docx, file, limits);
  if (!zip) {
    return tl::unexpected(zip.error());
  }
  const auto types = read_types(*zip, file);
  if (!types) {
    return tl::unexpected(types.error());
  }
  std::vector<Part> parts;
  bool has_main = false;
  for (const std::string& name : zip->names()) {
    if (name.ends_with('/')) {
      continue;  // a folder
    }
    auto bytes = zip->read(name);
    if (!bytes) {
      return tl::unexpected(bytes.error());
    }
    std::string type = type_of(*types, name);
    has_main = has_main || is_main(type);
    const Part::Role role = role_of(type);
    parts.push_back({name, std::move(*bytes), role, std::move(type)});
  }
  if (!has_main) {
    return not_word(file);
  }
  return parts;
}

Styles read_styles(const std::vector<Part>& parts, const std::string& file) {
  const auto part = std::find_if(
      parts.begin(), parts.end(), [](const Part& p) { return p.role == Part::Role::styles; });
  if (part == parts.end()) {
    return {};
  }
  // Styles only help to name places; a part that cannot be read is copied as it is.
  const auto tree = parse_tree(part->bytes, file, part->name);
  return tree ? Styles((*tree)->document_element()) : Styles();
}

}  // namespace baocao::docx
