#include "base/file.hpp"
#include "config/fields.hpp"
#include "format/skeleton.hpp"

#include <algorithm>

namespace baocao::format {
namespace {

using config::Fields;

std::optional<Skeleton::BlockKind> kind_named(std::string_view name) {
  using enum Skeleton::BlockKind;
  static constexpr std::array<std::pair<std::string_view, Skeleton::BlockKind>, 4> kinds{
      {{"text", text}, {"basis", basis}, {"heading", heading}, {"point", point}}};
  const auto* at = std::find_if(
      kinds.begin(), kinds.end(), [&](const auto& each) { return each.first == name; });
  return at == kinds.end() ? std::nullopt : std::optional(at->second);
}

Skeleton::Block read_block(const config::Node& node, const std::string& file, diag::Sink& sink) {
  Fields from(node, file, "[[block]]", sink);
  const std::string name = from.string("kind");
  const auto kind = kind_named(name);
  if (!kind) {
    from.fault(
        "J104", "kind", "\"" + name + "\" không phải loại đoạn", "text, basis, heading, point");
  }
  Skeleton::Block out{kind.value_or(Skeleton::BlockKind::text), from.string("text")};
  from.finish();
  return out;
}

void read_appendix(const config::Node& node,
                   const std::string& file,
                   Skeleton& out,
                   diag::Sink& sink) {
  Fields from(node, file, "[appendix]", sink);
  out.appendix_title = from.string("title");
  out.columns = from.strings("columns");
  out.cells = from.strings("cells");
  out.loop = from.optional_string("loop").value_or("");
  const config::Node* widths = from.node("widths");
  const auto* list = widths == nullptr ? nullptr : widths->as<config::Array>();
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    const auto* width = (*list)[i].as<std::int64_t>();
    out.widths.push_back(width == nullptr ? 0 : static_cast<int>(*width));
  }
  if (out.widths.size() != out.columns.size() || out.cells.size() != out.columns.size()) {
    from.fault("J104", "widths", "số cột, độ rộng và ô không bằng nhau", "ghi đủ từng cột");
  }
  from.finish();
}

}  // namespace

diag::Result<Skeleton> load_skeleton(const std::filesystem::path& templates,
                                     const std::string& type,
                                     diag::Sink& sink) {
  const std::filesystem::path folder = templates / "format" / "skeletons";
  const std::vector<std::string> files = base::glob(folder, "*.toml");
  std::string known;
  for (const std::string& file : files) {
    known += (known.empty() ? "" : ", ") + std::filesystem::path(file).stem().string();
  }
  const bool exists = std::find(files.begin(), files.end(), type + ".toml") != files.end();
  const auto bytes = base::read_file(folder / (type + ".toml"));
  if (!exists || !bytes) {
    return diag::Failure({.code = "D903",
                          .message = "không có mẫu cho loại văn bản \"" + type + "\"",
                          .help = "các loại có: " + known});
  }
  const std::string file = (folder / (type + ".toml")).generic_string();
  const auto root = config::parse(*bytes, file);
  if (!root) {
    sink.add(root.error());
    return tl::unexpected(root.error());
  }
  Fields from(*root, file, "mẫu văn bản", sink);
  Skeleton out;
  out.type = from.string("type");
  out.word = from.string("word");
  out.subject = from.string("subject");
  for (const config::Node* node : from.tables("block")) {
    out.blocks.push_back(read_block(*node, file, sink));
  }
  if (const config::Node* node = from.table("appendix")) {
    read_appendix(*node, file, out, sink);
  }
  from.finish();
  if (const auto fault = sink.first_error()) {
    return tl::unexpected(*fault);
  }
  return out;
}

}  // namespace baocao::format
