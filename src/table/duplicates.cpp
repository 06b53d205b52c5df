#include "table/duplicates.hpp"

#include "diag/render.hpp"
#include "table/column_build.hpp"
#include "text/keys.hpp"

#include <optional>
#include <string>
#include <unordered_map>

namespace baocao::table {
namespace {

using schema::Type;

class DuplicateFinder {
 public:
  DuplicateFinder(const Table& table, diag::Sink& faults)
      : table_(table), faults_(faults), keep_(table.rows, 1) {}

  std::vector<char> find();

 private:
  std::optional<std::string> key(const std::vector<std::string>& fields, std::size_t row) const;
  std::optional<std::string> field_key(const std::string& field, std::size_t row) const;
  void report(std::size_t row, std::size_t first, const std::vector<std::string>& fields);

  const Table& table_;
  diag::Sink& faults_;
  std::vector<char> keep_;
};

std::optional<std::string> DuplicateFinder::field_key(const std::string& field,
                                                      std::size_t row) const {
  const Column* column = table_.find(field);
  if (column == nullptr) {
    return std::nullopt;
  }
  if (column->field->type == Type::name && row < table_.person.size()) {
    const std::uint32_t person = table_.person[row];
    return person == Table::no_person ? std::nullopt : std::optional(std::to_string(person));
  }
  return column->has(row) ? std::optional(value_key(*column, row)) : std::nullopt;
}

std::optional<std::string> DuplicateFinder::key(const std::vector<std::string>& fields,
                                                std::size_t row) const {
  std::string key = std::to_string(table_.unit[row]);
  for (const std::string& field : fields) {
    const auto part = field_key(field, row);
    if (!part) {
      return std::nullopt;
    }
    key += '\x1F' + *part;
  }
  return key;
}

void DuplicateFinder::report(std::size_t row,
                             std::size_t first,
                             const std::vector<std::string>& fields) {
  std::string labels;
  for (const std::string& field : fields) {
    labels += (labels.empty() ? "" : ", ") + table_.schema->find(field)->label;
  }
  faults_.add({.code = "K301",
               .message = "dòng này trùng với " + diag::place(table_.span(first, fields.front())) +
                          ": cùng " + labels,
               .help = "xóa một trong hai dòng, hoặc sửa cho đúng nếu là hai trường hợp khác nhau",
               .span = table_.span(row, fields.front()),
               .notes = {"chỉ tính dòng trước, dòng này bị loại"},
               .field = fields.front()});
}

std::vector<char> DuplicateFinder::find() {
  std::vector<std::unordered_map<std::string, std::size_t>> seen(table_.schema->unique.size());
  for (std::size_t row = 0; row < table_.rows; ++row) {
    for (std::size_t set = 0; set < seen.size() && keep_[row] != 0; ++set) {
      const auto& fields = table_.schema->unique[set];
      const auto key = this->key(fields, row);
      if (!key) {
        continue;
      }
      const auto [at, is_new] = seen[set].try_emplace(*key, row);
      if (!is_new) {
        keep_[row] = 0;
        report(row, at->second, fields);
      }
    }
  }
  return std::move(keep_);
}

}  // namespace

void drop_duplicates(Table& table, diag::Sink& faults) {
  const std::vector<char> keep = DuplicateFinder(table, faults).find();
  for (Column& column : table.columns) {
    keep_rows(column, keep);
  }
  keep_values(table.unit, keep);
  keep_values(table.origin, keep);
  keep_values(table.person, keep);
  table.rows = table.unit.size();
}

}  // namespace baocao::table
