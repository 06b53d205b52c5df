#include "resolution/pack.hpp"

#include "base/sha256.hpp"
#include "config/fields.hpp"
#include "resolution/check_names.hpp"
#include "resolution/read_breakdowns.hpp"
#include "resolution/read_indicators.hpp"
#include "resolution/read_tasks.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace baocao::resolution {
namespace {

using config::Fields;
using config::Node;

struct File {
  std::shared_ptr<const SourceFile> source;
  Node root;
};

std::optional<File> read_file(const base::Folder& folder,
                              const std::string& name,
                              diag::Sink& sink) {
  const std::string file = folder.path(name);
  const auto bytes = folder.read(name);
  if (!bytes) {
    sink.add({.code = "E432",
              .message = "không đọc được tệp \"" + name + "\" của nghị quyết",
              .help = "kiểm tra mã nghị quyết trong job.toml và thư mục templates/resolutions",
              .span = {.file = file}});
    return std::nullopt;
  }
  auto root = config::parse(*bytes, file);
  if (!root) {
    sink.add(root.error());
    return std::nullopt;
  }
  return File{std::make_shared<const SourceFile>(SourceFile{file, *bytes}), std::move(*root)};
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
  level.line = node.line();
  level.column = node.column();
  from.finish();
  return level;
}

void read_named(Fields& from, const File& source, Pack& pack, diag::Sink& sink) {
  const std::string& file = source.source->name;
  auto places = std::make_shared<Places>(source.source);
  if (const Node* node = from.table("parameters")) {
    Fields parameters(*node, file, "[parameters]", sink);
    for (const std::string& key : parameters.keys()) {
      pack.parameters[key] = parameters.optional_number(key).value_or(base::Ratio());
      places->add("parameters." + key, *parameters.node(key));
    }
  }
  if (const Node* node = from.table("conditions")) {
    Fields conditions(*node, file, "[conditions]", sink);
    for (const std::string& key : conditions.keys()) {
      pack.conditions[key] = conditions.string(key);
      places->add("conditions." + key, *conditions.node(key));
    }
  }
  pack.places = std::move(places);
}

void read_years(Fields& from, Pack& pack) {
  constexpr std::int64_t first_possible = 1900;
  constexpr std::int64_t last_possible = 2999;
  const std::int64_t first = from.integer("first_year");
  const std::int64_t last = from.integer("last_year");
  if (first < first_possible || last < first || last > last_possible) {
    from.fault("E436",
               "last_year",
               "năm đầu " + std::to_string(first) + ", năm cuối " + std::to_string(last) +
                   " không phải là các năm của một nghị quyết",
               "ghi năm đầu không sau năm cuối, ví dụ first_year = 2026 và last_year = 2030");
  }
  pack.first_year = static_cast<int>(std::clamp(first, first_possible, last_possible));
  pack.last_year = static_cast<int>(std::clamp(last, first_possible, last_possible));
}

void read_resolution(const File& source, Pack& pack, diag::Sink& sink) {
  const std::string& file = source.source->name;
  Fields from(source.root, file, "resolution.toml", sink);
  pack.title = from.string("title");
  pack.name = from.string("name");
  pack.issued_by = from.string("issued_by");
  read_years(from, pack);
  read_named(from, source, pack, sink);
  read_breakdowns(from, file, pack, sink);
  for (const Node* node : from.tables("level")) {
    pack.levels.push_back(read_level(*node, file, sink));
  }
  from.finish();
}

// Over the names and contents of all files of the pack, in byte order of the names.
std::string hash_of(const base::Folder& folder) {
  std::string listing;
  for (const std::string& name : folder.glob("*")) {
    const auto bytes = folder.read(name);
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

indicator::Context context_of(const Pack& pack, base::Date as_of, const base::Period& period) {
  indicator::Context context;
  context.as_of = as_of;
  context.period = period;
  context.parameters = pack.parameters;
  context.first_year = pack.first_year;
  context.last_year = pack.last_year;
  return context;
}

Pack read(const base::Folder& folder, diag::Sink& sink) {
  diag::Sink faults;
  Pack pack;
  pack.id = folder.path().filename().string();
  pack.folder = folder;
  if (const auto file = read_file(folder, "resolution.toml", faults)) {
    read_resolution(*file, pack, faults);
  }
  if (const auto file = read_file(folder, "indicators.toml", faults)) {
    read_indicators(file->root, file->source, pack, faults);
  }
  if (const std::string tasks = "tasks.toml"; folder.contains(tasks)) {
    if (const auto file = read_file(folder, tasks, faults)) {
      read_tasks(file->root, file->source->name, pack, faults);
    }
  }
  if (!faults.has_errors()) {
    check_names(pack, faults);
  }
  sink.append(std::move(faults));
  pack.hash = hash_of(folder);
  return pack;
}

diag::Result<Pack> load(const base::Folder& folder, diag::Sink& sink) {
  diag::Sink faults;
  Pack pack = read(folder, faults);
  const auto error = faults.first_error();
  sink.append(std::move(faults));
  if (error) {
    return diag::Failure(*error);
  }
  return pack;
}

}  // namespace baocao::resolution
