#include "config/fields.hpp"
#include "sample/data_file.hpp"
#include "sample/roster.hpp"

#include <utility>

namespace baocao::sample {
namespace {

constexpr std::string_view path_separator = " > ";

LayoutColumn read_column(const config::Node& node, const std::string& file, diag::Sink& sink) {
  config::Fields fields(node, file, "column", sink);
  LayoutColumn column;
  column.head.label = fields.string("header");
  if (const auto at = column.head.label.find(path_separator); at != std::string::npos) {
    column.head.group = column.head.label.substr(0, at);
    column.head.label.erase(0, at + path_separator.size());
  }
  column.head.width = static_cast<int>(fields.optional_integer("width").value_or(10));
  column.field = fields.optional_string("field").value_or("");
  column.only = fields.optional_string("only").value_or("");
  column.tick = fields.optional_string("tick").value_or("");
  fields.finish();
  return column;
}

Layout read_layout(const config::Node& node, const std::string& file, diag::Sink& sink) {
  config::Fields fields(node, file, "[[layout]]", sink);
  Layout layout;
  layout.name = fields.string("name");
  layout.share = static_cast<int>(fields.integer("share"));
  layout.sheet = fields.optional_string("sheet").value_or("");
  layout.title = fields.optional_strings("title");
  layout.strong_line =
      static_cast<std::size_t>(fields.optional_integer("title_row").value_or(1) - 1);
  layout.numbers = fields.optional_boolean("numbers").value_or(false);
  layout.groups = fields.optional_boolean("groups").value_or(false);
  layout.total = fields.optional_boolean("total").value_or(false);
  layout.closing = fields.optional_strings("closing");
  for (const config::Node* column : fields.tables("column")) {
    layout.columns.push_back(read_column(*column, file, sink));
  }
  fields.finish();
  return layout;
}

}  // namespace

diag::Result<Words> Words::load(const std::filesystem::path& file) {
  const auto root = read_toml(file);
  if (!root) {
    return diag::Failure(root.error());
  }
  diag::Sink sink;
  config::Fields fields(*root, file.string(), "tệp words.toml", sink);
  Words words;
  if (const config::Node* table = fields.table("words")) {
    config::Fields texts(*table, file.string(), "[words]", sink);
    for (const std::string& word : texts.keys()) {
      words.texts_[word] = texts.strings(word);
    }
  }
  fields.finish();
  if (sink.has_errors()) {
    return diag::Failure(sink.all().front());
  }
  return words;
}

std::string Words::text(std::string_view word, bool abbreviated) const {
  const auto found = texts_.find(word);
  if (found == texts_.end() || found->second.empty()) {
    return std::string(word);
  }
  return abbreviated ? found->second.back() : found->second.front();
}

diag::Result<std::vector<Layout>> load_layouts(const std::filesystem::path& file) {
  const auto root = read_toml(file);
  if (!root) {
    return diag::Failure(root.error());
  }
  diag::Sink sink;
  config::Fields fields(*root, file.string(), "tệp layouts.toml", sink);
  std::vector<Layout> layouts;
  for (const config::Node* layout : fields.tables("layout")) {
    layouts.push_back(read_layout(*layout, file.string(), sink));
  }
  fields.finish();
  if (sink.has_errors()) {
    return diag::Failure(sink.all().front());
  }
  if (layouts.empty()) {
    return diag::Failure(contradiction(file, "tệp không có [[layout]] nào"));
  }
  return layouts;
}

}  // namespace baocao::sample
