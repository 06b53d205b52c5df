// Which table of the schema a file is.
#pragma once

#include "input/sheet.hpp"
#include "schema/schema.hpp"

#include <optional>
#include <string>
#include <vector>

namespace baocao::job {

// The table whose headers the file's sheets name best: most fields, then fewest columns it does not
// know. Nothing when no sheet names two fields of any table, or two tables fit equally well.
std::optional<std::string> choose_table(const std::vector<input::Sheet>& sheets,
                                        const schema::Schema& schema);

}  // namespace baocao::job
