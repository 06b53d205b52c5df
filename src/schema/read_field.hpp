// [[field]] of a table.
#pragma once

#include "config/fields.hpp"
#include "diag/diagnostic.hpp"
#include "schema/schema.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::schema {

using CodeLists = std::vector<std::unique_ptr<CodeList>>;

Field read_field(config::Fields& fields, const CodeLists& lists, diag::Sink& sink);

// key = [["…"], ["…", "…"]]; nothing when the key is absent.
std::vector<std::vector<std::string>> read_lists(config::Fields& fields, std::string_view key);

}  // namespace baocao::schema
