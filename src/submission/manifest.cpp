#include "submission/manifest.hpp"

#include "base/sha256.hpp"
#include "diag/json.hpp"
#include "submission/role_names.hpp"

namespace baocao::submission {
namespace {

using diag::json_string;

std::string number(std::uint64_t value) {
  return std::to_string(value);
}

// A list with one item a line, so that a person can read the manifest as well.
template <class Item, class Print>
std::string lines(const std::vector<Item>& items, const char* indent, const Print& print) {
  std::string out;
  for (const Item& item : items) {
    out += (out.empty() ? "\n" : ",\n") + std::string(indent) + print(item);
  }
  return "[" + out + "]";
}

std::string definition_json(const DefinitionFile& file) {
  return "{\"name\": " + json_string(file.name) + ", \"sha256\": " + json_string(file.sha256) + "}";
}

std::string acknowledged_json(const Acknowledged& each) {
  return "{\"code\": " + json_string(each.code) + ", \"count\": " + number(each.count) +
         ", \"reason\": " + json_string(each.reason) + "}";
}

std::string entry_json(const Entry& entry) {
  return "{\"name\": " + json_string(entry.name) + ", \"size\": " + number(entry.size) +
         ", \"sha256\": " + json_string(entry.sha256) +
         ", \"role\": " + json_string(name(entry.role)) + "}";
}

}  // namespace

std::string_view name(Role role) {
  return role_names[static_cast<std::size_t>(role)];
}

std::string hash_of(const std::vector<DefinitionFile>& files) {
  std::string all;
  for (const DefinitionFile& file : files) {
    all += file.sha256 + "  " + file.name + "\n";
  }
  return base::sha256_hex(all);
}

std::string to_json(const Manifest& m) {
  return "{\n  \"format\": " + json_string(package_format) +
         ",\n  \"resolution\": " + json_string(m.resolution) +
         ",\n  \"period\": " + json_string(m.period.code()) +
         ",\n  \"as_of\": " + json_string(m.as_of.iso()) + ",\n  \"unit\": " + json_string(m.unit) +
         ",\n  \"unit_name\": " + json_string(m.unit_name) +
         ",\n  \"revision\": " + number(m.revision) +
         ",\n  \"program\": " + json_string(m.program) +
         ",\n  \"definitions\": {\n    \"sha256\": " + json_string(m.definitions.sha256) +
         ",\n    \"files\": " + lines(m.definitions.files, "      ", definition_json) +
         "\n  },\n  \"persons\": " + number(m.persons) +
         ",\n  \"counts\": {\"error\": " + number(m.counts.error) +
         ", \"warning\": " + number(m.counts.warning) + ", \"note\": " + number(m.counts.note) +
         "},\n  \"acknowledged\": " + lines(m.acknowledged, "    ", acknowledged_json) +
         ",\n  \"overrides\": " + number(m.overrides) +
         ",\n  \"entries\": " + lines(m.entries, "    ", entry_json) + "\n}\n";
}

}  // namespace baocao::submission
