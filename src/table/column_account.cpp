#include "table/column_account.hpp"

#include <algorithm>

namespace baocao::table {
namespace {

using Meaning = ColumnAccount::Meaning;

const std::string& word_label(const schema::Field& field, std::uint16_t word) {
  return field.codes->words[word].label;
}

std::string role_text(const schema::Table& table,
                      const HeaderColumn& column,
                      const schema::Field& field,
                      const ColumnUse& use) {
  switch (use.role) {
    case Role::mark:
      return "dấu x là " + word_label(field, use.word);
    case Role::part:
      return "ghép với cột bên cạnh";
    case Role::split: {
      const schema::Field& other = table.fields[*column.match.split_field];
      return "ghi ở cột này là " + other.label + ": " + word_label(other, use.word);
    }
    default:
      return use.settled ? "do [columns] nêu" : std::string();
  }
}

ColumnAccount account_of(const schema::Table& table,
                         const Layout& layout,
                         const HeaderColumn& column) {
  ColumnAccount account{.column = column.column, .header = column.title()};
  if (column.match.kind == HeaderMatch::Kind::ignored) {
    account.meaning = Meaning::ignored;
  }
  if (column.match.kind != HeaderMatch::Kind::field) {
    return account;
  }
  const schema::Field& field = table.fields[column.match.field];
  const auto& uses = layout.fields[column.match.field].uses;
  const auto use = std::find_if(uses.begin(), uses.end(), [&](const ColumnUse& candidate) {
    return candidate.column == column.column;
  });
  if (use == uses.end()) {
    account.meaning = Meaning::ignored;
    account.how = "cùng nghĩa với cột khác: " + field.label;
    return account;
  }
  account.meaning = Meaning::field;
  account.field = field.key;
  account.label = field.label;
  account.how = role_text(table, column, field, *use);
  return account;
}

}  // namespace

std::vector<ColumnAccount> column_accounts(const schema::Table& table, const Layout& layout) {
  std::vector<ColumnAccount> accounts;
  for (const HeaderColumn& column : layout.header.columns) {
    accounts.push_back(account_of(table, layout, column));
  }
  return accounts;
}

}  // namespace baocao::table
