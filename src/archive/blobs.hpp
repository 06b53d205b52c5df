// Contents, each stored once as it was deflated. Private to archive/.
#pragma once

#include "archive/store.hpp"
#include "package/zip_writer.hpp"

#include <cstdint>
#include <string>

namespace baocao::archive {

// The id of the content; `sha256` is that of the unpacked bytes.
std::int64_t keep(const Database& database,
                  const std::string& sha256,
                  const package::PackedBytes& bytes);

package::PackedBytes content_of(const Database& database, std::int64_t blob);

// Unpacked; A222 when the content is damaged. `name` is what the user knows it by.
diag::Result<base::Bytes> bytes_of(const Store& store, std::int64_t blob, const std::string& name);

}  // namespace baocao::archive
