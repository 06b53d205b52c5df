// What each column of a sheet was taken for.
#pragma once

#include "schema/schema.hpp"
#include "table/account.hpp"
#include "table/layout.hpp"

#include <vector>

namespace baocao::table {

std::vector<ColumnAccount> column_accounts(const schema::Table& table, const Layout& layout);

}  // namespace baocao::table
