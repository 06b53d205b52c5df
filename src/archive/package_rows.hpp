// Packages in the tables. Private to archive/.
#pragma once

#include "archive/package_records.hpp"
#include "archive/store.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace baocao::archive {

std::optional<Package> find_package(const Database& database, std::string_view sha256);
// A210 when there is none.
diag::Result<Package> require_package(const Store& store, std::string_view sha256);

// By indicator, then unit.
std::vector<Figure> figures_of(const Database& database, std::int64_t package);

// The zip written again from its entries; A212 when parts were forgotten, A223 when it is not what
// was delivered.
diag::Result<base::Bytes> rebuilt(const Store& store, std::string_view sha256);

}  // namespace baocao::archive
