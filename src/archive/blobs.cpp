#include "archive/blobs.hpp"

namespace baocao::archive {

std::int64_t keep(const Database& database,
                  const std::string& sha256,
                  const package::PackedBytes& bytes) {
  Statement same(database,
                 "SELECT id FROM blob WHERE sha256 = ? AND is_deflated = ? AND content = ?",
                 sha256,
                 std::int64_t{bytes.is_deflated});
  same.bind_bytes(bytes.content);
  if (same.step()) {
    return same.integer(0);
  }
  Statement insert(database,
                   "INSERT INTO blob (sha256, is_deflated, crc, size, content)"
                   " VALUES (?, ?, ?, ?, ?)",
                   sha256,
                   std::int64_t{bytes.is_deflated},
                   std::int64_t{bytes.crc},
                   static_cast<std::int64_t>(bytes.size));
  insert.bind_bytes(bytes.content).run();
  return database.last_row();
}

package::PackedBytes content_of(const Database& database, std::int64_t blob) {
  Statement query(database, "SELECT is_deflated, crc, size, content FROM blob WHERE id = ?", blob);
  if (!query.step()) {
    return {};  // its checksum then fails, or that of the whole
  }
  return {.content = query.bytes(3),
          .is_deflated = query.integer(0) != 0,
          .crc = static_cast<std::uint32_t>(query.integer(1)),
          .size = static_cast<std::uint64_t>(query.integer(2))};
}

diag::Result<base::Bytes> bytes_of(const Store& store, std::int64_t blob, const std::string& name) {
  auto bytes = unpacked(content_of(store.database, blob));
  if (!bytes) {
    return store.fault("A222",
                       "nội dung của \"" + name + "\" trong kho bị hỏng",
                       "lấy lại kho từ bản sao lưu gần nhất");
  }
  return std::move(*bytes);
}

}  // namespace baocao::archive
