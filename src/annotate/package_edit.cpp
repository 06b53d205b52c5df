#include "annotate/package_edit.hpp"

#include "input/xlsx/relationships.hpp"
#include "package/zip_reader.hpp"
#include "package/zip_writer.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <set>

namespace baocao::annotate {
namespace {

constexpr const char* content_types = "[Content_Types].xml";
constexpr std::string_view no_links =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>";

std::string links_name(const std::string& part) {
  const std::size_t name = part.rfind('/') + 1;  // npos + 1 is 0
  return part.substr(0, name) + "_rels/" + part.substr(name) + ".rels";
}

}  // namespace

diag::Result<PackageEdit> PackageEdit::open(base::ByteView bytes, const std::string& file) {
  constexpr package::ZipLimits limits{.total_bytes = 1ULL << 30U};
  auto zip = package::ZipReader::open(bytes, file, limits);
  if (!zip) {
    return diag::Failure(std::move(zip.error()));
  }
  PackageEdit edit;
  edit.file_ = file;
  for (const std::string& name : zip->names()) {
    if (name.ends_with('/')) {
      continue;  // an entry for a folder holds nothing
    }
    auto content = zip->read(name);
    if (!content) {
      return diag::Failure(std::move(content.error()));
    }
    edit.parts_.push_back({name, std::move(*content)});
  }
  return edit;
}

const base::Bytes* PackageEdit::find(std::string_view name) const {
  const auto at = std::find_if(
      parts_.begin(), parts_.end(), [&](const Part& part) { return part.name == name; });
  return at == parts_.end() ? nullptr : &at->bytes;
}

void PackageEdit::put(const std::string& name, base::Bytes bytes) {
  const auto at = std::find_if(
      parts_.begin(), parts_.end(), [&](const Part& part) { return part.name == name; });
  if (at == parts_.end()) {
    parts_.push_back({name, std::move(bytes)});
  } else {
    at->bytes = std::move(bytes);
  }
}

bool PackageEdit::has_folder(std::string_view folder) const {
  return std::any_of(parts_.begin(), parts_.end(), [&](const Part& part) {
    return part.name.starts_with(folder);
  });
}

// Part names that differ in case only are the same name (ECMA-376, Part 2, 9.1.1.3).
std::string PackageEdit::free_name(std::string_view stem, std::string_view ending) const {
  std::set<std::string> taken;
  for (const Part& part : parts_) {
    taken.insert(text::lower(part.name));
  }
  for (std::size_t number = 1;; ++number) {
    std::string name = std::string(stem) + std::to_string(number) + std::string(ending);
    if (!taken.contains(text::lower(name))) {
      return name;
    }
  }
}

diag::Result<XmlPart> PackageEdit::parse(const std::string& name) const {
  const base::Bytes* bytes = find(name);
  if (bytes == nullptr) {
    return diag::Failure(cannot_edit(file_, name, "thiếu phần bắt buộc bên trong"));
  }
  return XmlPart::parse(*bytes, file_, name);
}

base::Bytes PackageEdit::finish() const {
  package::ZipWriter zip;
  for (const Part& part : parts_) {
    zip.add(part.name, part.bytes);
  }
  return zip.finish();
}

diag::Result<Links> Links::of(const PackageEdit& package, const std::string& part) {
  Links links;
  links.part_ = part;
  links.name_ = links_name(part);
  const base::Bytes* bytes = package.find(links.name_);
  auto xml = XmlPart::parse(
      bytes == nullptr ? no_links : base::ByteView(*bytes), package.file(), links.name_);
  if (!xml) {
    return diag::Failure(std::move(xml.error()));
  }
  links.xml_ = std::move(*xml);
  return links;
}

std::string Links::resolved(pugi::xml_node link) const {
  return input::xlsx::resolved_target(part_, link.attribute("Target").value());
}

std::optional<std::string> Links::target(std::string_view id) const {
  for (const pugi::xml_node link : xml_->root().children()) {
    if (link.attribute("Id").value() == id) {
      return resolved(link);
    }
  }
  return std::nullopt;
}

std::optional<std::string> Links::target_of_kind(std::string_view kind) const {
  for (const pugi::xml_node link : xml_->root().children()) {
    const std::string_view type = link.attribute("Type").value();
    if (type.ends_with("/" + std::string(kind))) {
      return resolved(link);
    }
  }
  return std::nullopt;
}

std::string_view Links::kind(std::string_view id) const {
  for (const pugi::xml_node link : xml_->root().children()) {
    if (link.attribute("Id").value() == id) {
      const std::string_view type = link.attribute("Type").value();
      return type.substr(type.rfind('/') + 1);  // npos + 1 is 0
    }
  }
  return {};
}

bool Links::is_strict() const {
  return std::any_of(
      xml_->root().children().begin(), xml_->root().children().end(), [](pugi::xml_node link) {
        return std::string_view(link.attribute("Type").value())
            .starts_with("http://purl.oclc.org/ooxml/");
      });
}

std::string Links::add(const std::string& type, const std::string& target) {
  std::string id;
  for (std::size_t number = 1; id.empty() || this->target(id); ++number) {
    id = "rIdBaocao" + std::to_string(number);
  }
  pugi::xml_node link = xml_->append(xml_->root(), "Relationship");
  link.append_attribute("Id") = id.c_str();
  link.append_attribute("Type") = type.c_str();
  link.append_attribute("Target") = ("/" + target).c_str();
  return id;
}

void Links::save(PackageEdit& package) const {
  package.put(name_, xml_->text());
}

diag::Result<ContentTypes> ContentTypes::of(const PackageEdit& package) {
  auto xml = package.parse(content_types);
  if (!xml) {
    return diag::Failure(std::move(xml.error()));
  }
  ContentTypes types;
  types.xml_ = std::move(*xml);
  return types;
}

void ContentTypes::add_part(const std::string& part, const std::string& type) {
  pugi::xml_node added = xml_->append(xml_->root(), "Override");
  added.append_attribute("PartName") = ("/" + part).c_str();
  added.append_attribute("ContentType") = type.c_str();
}

void ContentTypes::add_ending(const std::string& ending, const std::string& type) {
  for (const pugi::xml_node node : xml_->root().children()) {
    if (text::lower(node.attribute("Extension").value()) == ending) {
      return;
    }
  }
  // Defaults stand before the overrides, as every writer has them.
  pugi::xml_node added = xml_->root().prepend_child((xml_->prefix() + "Default").c_str());
  added.append_attribute("Extension") = ending.c_str();
  added.append_attribute("ContentType") = type.c_str();
}

void ContentTypes::save(PackageEdit& package) const {
  package.put(content_types, xml_->text());
}

}  // namespace baocao::annotate
