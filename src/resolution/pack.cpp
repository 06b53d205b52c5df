#include "resolution/pack.hpp"

#include "base/file.hpp"
#include "base/sha256.hpp"
#include "config/fields.hpp"
#include "resolution/read_indicators.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace baocao::resolution {
namespace {

namespace fs = std::filesystem;
using config::Fields;
using config::Node;

std::optional<Node> read(const fs::path& path, diag::Sink& sink) {
  const std::string file = path.generic_string();
  const auto bytes = base::read_file(path);
  if (!bytes) {
    sink.add({.code = "E432",
              .message = "không đọc được tệp \"" + path.filename().string() + "\" của nghị quyết",
              .help = "kiểm tra mã nghị quyết trong job.toml và thư mục templates/resolutions",
              .span = {.file = file}});
    return std::nullopt;
  }
  auto root = config::parse(*bytes, file);
  if (!root) {
    sink.add(root.error());
    return std::nullopt;
  }
  return std::move(*root);
}

Level read_level(const Node& node, const std::string& file, diag::Sink& sink) {
  Fields from(node, file, "[[level]]", sink);
  const auto optional = [&from](std::string_view key) {
    return from.optional_string(key).value_or("");
  };
  Level level;
  level.key = from.string("key");
  level.kinds = from.strings("kinds");
  level.superior = from.string("superior");
  level.issuer = from.string("issuer");
  level.symbol = from.string("symbol");
  level.place = optional("place");
  level.authority = optional("authority");
  level.signer_title = optional("signer_title");
  level.addressee = optional("addressee");
  level.recipients = from.optional_strings("recipients");
  from.finish();
  return level;
}

void read_named(Fields& from, const std::string& file, Pack& pack, diag::Sink& sink) {
  if (const Node* node = from.table("parameters")) {
    Fields parameters(*node, file, "[parameters]", sink);
    for (const std::string& key : parameters.keys()) {
      pack.parameters[key] = parameters.optional_number(key).value_or(base::Ratio());
    }
  }
  if (const Node* node = from.table("conditions")) {
    Fields conditions(*node, file, "[conditions]", sink);
    for (const std::string& key : conditions.keys()) {
      pack.conditions[key] = conditions.string(key);
    }
  }
}

void read_resolution(const Node& root, const std::string& file, Pack& pack, diag::Sink& sink) {
  Fields from(root, file, "resolution.toml", sink);
  pack.title = from.string("title");
  pack.name = from.string("name");
  pack.issued_by = from.string("issued_by");
  pack.first_year = static_cast<int>(from.integer("first_year"));
  pack.last_year = static_cast<int>(from.integer("last_year"));
  read_named(from, file, pack, sink);
  for (const Node* node : from.tables("level")) {
    pack.levels.push_back(read_level(*node, file, sink));
  }
  from.finish();
}

// Over the names and contents of all files of the pack, in byte order of the names.
std::string hash_of(const fs::path& folder) {
  std::string listing;
  for (const std::string& name : base::glob(folder, "*")) {
    const auto bytes = base::read_file(folder / name);
    listing += name + "\n" + (bytes ? base::sha256_hex(*bytes) : std::string()) + "\n";
  }
  return base::sha256_hex(listing);
}

}  // namespace

const Level* Pack::level_for(std::string_view unit_kind) const {
  const auto found = std::find_if(levels.begin(), levels.end(), [unit_kind](const Level& level) {
    return std::find(level.kinds.begin(), level.kinds.end(), unit_kind) != level.kinds.end();
  });
  return found == levels.end() ? nullptr : &*found;
}

diag::Result<Pack> load(const fs::path& folder, diag::Sink& sink) {
  diag::Sink faults;
  Pack pack;
  pack.id = folder.filename().string();
  pack.folder = folder;
  const fs::path resolution = folder / "resolution.toml";
  const fs::path indicators = folder / "indicators.toml";
  if (const auto root = read(resolution, faults)) {
    read_resolution(*root, resolution.generic_string(), pack, faults);
  }
  if (const auto root = read(indicators, faults)) {
    read_indicators(*root, indicators.generic_string(), pack, faults);
  }
  const auto error = faults.first_error();
  sink.append(std::move(faults));
  if (error) {
    return diag::Failure(*error);
  }
  pack.hash = hash_of(folder);
  return pack;
}

}  // namespace baocao::resolution
