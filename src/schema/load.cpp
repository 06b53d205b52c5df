#include "base/file.hpp"
#include "config/node.hpp"
#include "schema/read_codes.hpp"
#include "schema/read_table.hpp"
#include "schema/schema.hpp"

namespace baocao::schema {
namespace {

namespace fs = std::filesystem;

struct Document {
  std::string name;  // of the file without its ending
  std::string file;
  config::Node root;
};

std::vector<Document> read_documents(const fs::path& folder, diag::Sink& sink) {
  std::vector<Document> documents;
  for (const std::string& name : base::glob(folder, "*.toml")) {
    const fs::path path = folder / name;
    const auto bytes = base::read_file(path);
    if (!bytes) {
      sink.add({.code = "E403",
                .message = "không đọc được tệp \"" + name + "\" của danh mục bảng",
                .help = "kiểm tra quyền đọc của tệp",
                .span = {.file = path.generic_string()}});
      continue;
    }
    auto root = config::parse(*bytes, path.generic_string());
    if (!root) {
      sink.add(root.error());
      continue;
    }
    documents.push_back({path.stem().string(), path.generic_string(), std::move(*root)});
  }
  return documents;
}

}  // namespace

diag::Result<Schema> Schema::load(const fs::path& folder, diag::Sink& sink) {
  diag::Sink faults;
  Schema schema;
  for (const Document& document : read_documents(folder / "codes", faults)) {
    schema.lists_.push_back(read_codes(document.root, document.name, document.file, faults));
  }
  for (const Document& document : read_documents(folder, faults)) {
    schema.tables_.push_back(
        read_table(document.root, document.name, document.file, schema.lists_, faults));
  }
  if (schema.tables_.empty()) {
    faults.add({.code = "E403",
                .message = "thư mục danh mục bảng không có tệp .toml nào",
                .help = "kiểm tra đường dẫn tới thư mục templates",
                .span = {.file = folder.generic_string()}});
  }
  const auto error = faults.first_error();
  sink.append(std::move(faults));
  if (error) {
    return diag::Failure(*error);
  }
  return schema;
}

}  // namespace baocao::schema
