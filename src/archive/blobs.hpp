// Contents, each stored once as it was deflated. Private to archive/.
#pragma once

#include "archive/database.hpp"
#include "package/zip_writer.hpp"

#include <cstdint>
#include <string>

namespace baocao::archive {

// The id of the content; `sha256` is that of the unpacked bytes.
std::int64_t keep(const Database& database,
                  const std::string& sha256,
                  const package::PackedBytes& bytes);

package::PackedBytes content_of(const Database& database, std::int64_t blob);

}  // namespace baocao::archive
