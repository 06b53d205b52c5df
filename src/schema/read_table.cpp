#include "schema/read_table.hpp"

#include "config/fields.hpp"
#include "schema/read_field.hpp"
#include "schema/read_rule.hpp"
#include "text/suggest.hpp"

namespace baocao::schema {
namespace {

// Keys of fields that the table's other parts name.
class References {
 public:
  References(const Table& table, config::Fields& fields) : table_(table), fields_(fields) {}

  void demand(const std::string& key, std::string_view place) {
    if (key.empty() || table_.find(key) != nullptr) {
      return;
    }
    std::vector<std::string> known;
    for (const Field& field : table_.fields) {
      known.push_back(field.key);
    }
    const auto guess = text::nearest(key, known);
    fields_.fault(
        "E401",
        place,
        "bảng \"" + table_.name + "\" không có trường \"" + key + "\"",
        guess ? "ý bạn là \"" + *guess + "\"?" : "ghi khóa của một trường trong bảng này");
  }

 private:
  const Table& table_;
  config::Fields& fields_;
};

void check_references(const Table& table, config::Fields& fields) {
  References references(table, fields);
  for (const Field& field : table.fields) {
    references.demand(field.split_by, "field");
    references.demand(field.tells_birth, "field");
    references.demand(field.tells_sex, "field");
    for (const std::string& key : field.cap ? field.cap->by : std::vector<std::string>{}) {
      references.demand(key, "field");
    }
  }
  if (const auto& same = table.same_person) {
    for (const std::string& key : {same->id, same->name, same->birth, same->home, same->sex}) {
      references.demand(key, "same_person");
    }
  }
  for (const auto& keys : table.unique) {
    for (const std::string& key : keys) {
      references.demand(key, "unique");
    }
  }
  for (const Rule& rule : table.rules) {
    references.demand(rule.field, "rule");
  }
}

void check_fields(const Table& table, config::Fields& fields) {
  if (table.fields.empty()) {
    fields.fault(
        "E401", "field", "bảng \"" + table.name + "\" không có trường nào", "thêm [[field]]");
  }
  for (std::size_t i = 0; i < table.fields.size(); ++i) {
    if (table.index(table.fields[i].key) != i) {
      fields.fault("E402",
                   "field",
                   "bảng \"" + table.name + "\" có hai trường \"" + table.fields[i].key + "\"",
                   "đổi khóa của một trường");
    }
  }
}

std::optional<SamePerson> read_same_person(config::Fields& fields, diag::Sink& sink) {
  const config::Node* node = fields.table("same_person");
  if (node == nullptr) {
    return std::nullopt;
  }
  config::Fields table(*node, fields.file(), "same_person", sink);
  SamePerson same{.id = table.string("id"),
                  .name = table.string("name"),
                  .birth = table.string("birth"),
                  .home = table.optional_string("home").value_or(""),
                  .sex = table.optional_string("sex").value_or("")};
  table.finish();
  return same;
}

// Puts every way to write a header under its key; one that two fields share could be read as
// either.
void index_headers(Table& table, config::Fields& fields) {
  const auto add = [&](const std::string& header, std::size_t field) {
    const auto [at, is_new] = table.by_header.try_emplace(header_path_key(header), field);
    if (!is_new && at->second != field) {
      fields.fault("E402",
                   "field",
                   "bảng \"" + table.name + "\": tiêu đề \"" + header + "\" thuộc về hai trường",
                   "bỏ tiêu đề này ở một trong hai chỗ");
    }
  };
  for (std::size_t i = 0; i < table.fields.size(); ++i) {
    add(table.fields[i].key, i);
    add(table.fields[i].label, i);
    for (const std::string& header : table.fields[i].headers) {
      add(header, i);
    }
  }
  for (const std::string& header : table.ignored) {
    add(header, Table::ignored_column);
  }
}

}  // namespace

std::unique_ptr<Table> read_table(const config::Node& root,
                                  const std::string& name,
                                  const std::string& file,
                                  const CodeLists& lists,
                                  diag::Sink& sink) {
  config::Fields fields(root, file, "bảng \"" + name + "\"", sink);
  auto table = std::make_unique<Table>();
  table->name = name;
  table->label = fields.string("label");
  table->subject = fields.string("subject");
  table->per_person = fields.optional_boolean("per_person").value_or(false);
  table->persons = fields.optional_boolean("persons").value_or(false);
  table->unique = read_lists(fields, "unique");
  table->same_person = read_same_person(fields, sink);
  table->ignored = fields.optional_strings("ignored");
  table->groups = fields.optional_strings("groups");
  for (const config::Node* node : fields.tables("field")) {
    config::Fields field(*node, file, "[[field]]", sink);
    table->fields.push_back(read_field(field, lists, sink));
  }
  for (const config::Node* node : fields.tables("rule")) {
    table->rules.push_back(read_rule(*node, file, sink));
  }
  fields.finish();
  check_fields(*table, fields);
  check_references(*table, fields);
  index_headers(*table, fields);
  return table;
}

}  // namespace baocao::schema
