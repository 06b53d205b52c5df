#include "config/node.hpp"
#include "schema/read_codes.hpp"
#include "schema/read_table.hpp"
#include "schema/schema.hpp"

#include <algorithm>
#include <set>

namespace baocao::schema {
namespace {

struct Document {
  std::string name;  // of the file without its ending
  std::string file;
  config::Node root;
};

std::vector<Document> read_documents(const base::Folder& folder, diag::Sink& sink) {
  std::vector<Document> documents;
  for (const std::string& name : folder.glob("*.toml")) {
    const std::string path = folder.path(name);
    const auto bytes = folder.read(name);
    if (!bytes) {
      sink.add({.code = "E403",
                .message = "không đọc được tệp \"" + name + "\" của danh mục bảng",
                .help = "kiểm tra quyền đọc của tệp",
                .span = {.file = path}});
      continue;
    }
    auto root = config::parse(*bytes, path);
    if (!root) {
      sink.add(root.error());
      continue;
    }
    documents.push_back({std::filesystem::path(name).stem().string(), path, std::move(*root)});
  }
  return documents;
}

// Caps may group by fields of the roster, a table read on its own.
void check_caps(const std::vector<std::unique_ptr<Table>>& tables, diag::Sink& faults) {
  const auto roster =
      std::find_if(tables.begin(), tables.end(), [](const auto& table) { return table->persons; });
  for (const auto& table : tables) {
    for (const Field& field : table->fields) {
      for (const std::string& key : field.cap ? field.cap->by_person : std::vector<std::string>{}) {
        if (roster == tables.end() || (*roster)->find(key) == nullptr) {
          faults.add({.code = "E401",
                      .message = "by_person của trường \"" + field.key + "\", bảng \"" +
                                 table->name + "\": danh sách cán bộ không có trường \"" + key +
                                 "\"",
                      .help = "ghi khóa của một trường trong bảng danh sách cán bộ"});
        }
      }
    }
  }
}

// An exception (overrides.toml) names a rule by its id alone.
void check_rule_ids(const std::vector<std::unique_ptr<Table>>& tables, diag::Sink& faults) {
  std::set<std::string> ids;
  for (const auto& table : tables) {
    for (const Rule& rule : table->rules) {
      if (!ids.insert(rule.id).second) {
        faults.add({.code = "E402",
                    .message = "hai quy tắc cùng mang id \"" + rule.id + "\"",
                    .help = "đổi id của một quy tắc",
                    .span = {.file = rule.file, .line = rule.line}});
      }
    }
  }
}

}  // namespace

diag::Result<Schema> Schema::load(const base::Folder& folder, diag::Sink& sink) {
  diag::Sink faults;
  Schema schema;
  for (const Document& document : read_documents(folder / "codes", faults)) {
    schema.lists_.push_back(read_codes(document.root, document.name, document.file, faults));
  }
  for (const Document& document : read_documents(folder, faults)) {
    schema.tables_.push_back(
        read_table(document.root, document.name, document.file, schema.lists_, faults));
  }
  check_caps(schema.tables_, faults);
  check_rule_ids(schema.tables_, faults);
  if (schema.tables_.empty()) {
    faults.add({.code = "E403",
                .message = "thư mục danh mục bảng không có tệp .toml nào",
                .help = "kiểm tra đường dẫn tới thư mục templates",
                .span = {.file = folder.path().generic_string()}});
  }
  const auto error = faults.first_error();
  sink.append(std::move(faults));
  if (error) {
    return diag::Failure(*error);
  }
  return schema;
}

}  // namespace baocao::schema
