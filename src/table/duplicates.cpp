#include "table/duplicates.hpp"

#include "diag/render.hpp"
#include "table/column_build.hpp"

#include <algorithm>
#include <deque>
#include <string>
#include <unordered_set>
#include <vector>

namespace baocao::table {
namespace {

using schema::Type;

// What names a row once in its unit. In tables about persons a name stands for whom it was linked
// to.
class RowName {
 public:
  RowName(const Table& table, const std::vector<std::string>& fields);

  bool is_complete(std::size_t row) const;
  std::size_t hash(std::size_t row) const;
  bool are_equal(std::size_t a, std::size_t b) const;

 private:
  const Table& table_;
  std::vector<const Column*> columns_;
  bool has_all_columns_ = true;
  bool by_person_ = false;
};

RowName::RowName(const Table& table, const std::vector<std::string>& fields) : table_(table) {
  for (const std::string& field : fields) {
    const Column* column = table.find(field);
    if (column == nullptr) {
      has_all_columns_ = false;
    } else if (column->field->type == Type::name && !table.person.empty()) {
      by_person_ = true;
    } else {
      columns_.push_back(column);
    }
  }
}

bool RowName::is_complete(std::size_t row) const {
  return has_all_columns_ && (!by_person_ || table_.person[row] != Table::no_person) &&
         std::all_of(columns_.begin(), columns_.end(), [&](const Column* column) {
           return column->has(row);
         });
}

std::size_t RowName::hash(std::size_t row) const {
  std::size_t hash = joined_hash(table_.unit[row], by_person_ ? table_.person[row] : 0);
  for (const Column* column : columns_) {
    hash = joined_hash(hash, value_hash(*column, row));
  }
  return hash;
}

bool RowName::are_equal(std::size_t a, std::size_t b) const {
  return table_.unit[a] == table_.unit[b] &&
         (!by_person_ || table_.person[a] == table_.person[b]) &&
         std::all_of(columns_.begin(), columns_.end(), [&](const Column* column) {
           return same_value(*column, a, b);
         });
}

struct NameHash {
  const RowName* name = nullptr;

  std::size_t operator()(std::size_t row) const { return name->hash(row); }
};

struct NameEqual {
  const RowName* name = nullptr;

  bool operator()(std::size_t a, std::size_t b) const { return name->are_equal(a, b); }
};

using FirstRows = std::unordered_set<std::size_t, NameHash, NameEqual>;

class DuplicateFinder {
 public:
  DuplicateFinder(const Table& table, diag::Sink& faults)
      : table_(table), faults_(faults), keep_(table.rows, 1) {}

  std::vector<char> find();

 private:
  void report(std::size_t row, std::size_t first, const std::vector<std::string>& fields);

  const Table& table_;
  diag::Sink& faults_;
  std::vector<char> keep_;
};

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
  std::deque<RowName> names;
  std::vector<FirstRows> first_rows;
  for (const auto& fields : table_.schema->unique) {
    const RowName* name = &names.emplace_back(table_, fields);
    first_rows.emplace_back(table_.rows, NameHash{name}, NameEqual{name});
  }
  for (std::size_t row = 0; row < table_.rows; ++row) {
    for (std::size_t set = 0; set < names.size() && keep_[row] != 0; ++set) {
      if (!names[set].is_complete(row)) {
        continue;
      }
      const auto [first, is_new] = first_rows[set].insert(row);
      if (!is_new) {
        keep_[row] = 0;
        report(row, *first, table_.schema->unique[set]);
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
