#include "archive/archive.hpp"
#include "archive/blobs.hpp"
#include "archive/describe.hpp"
#include "archive/store.hpp"
#include "base/sha256.hpp"

#include <algorithm>

namespace baocao::archive {
namespace {

struct Ready {
  std::string name;
  std::string sha256;
  package::PackedBytes packed;
};

std::vector<Ready> ready(const std::vector<NamedBytes>& files) {
  std::vector<Ready> out;
  out.reserve(files.size());
  for (const NamedBytes& file : files) {
    out.push_back({file.name, base::sha256_hex(file.bytes), package::packed(file.bytes)});
  }
  std::ranges::sort(out, {}, &Ready::name);
  return out;
}

std::string hash_of_set(const std::vector<Ready>& files) {
  std::string listing;
  for (const Ready& file : files) {
    listing += definition_line(file.sha256, file.name);
  }
  return base::sha256_hex(listing);
}

bool has_definitions(const Database& database, std::string_view hash) {
  return Statement(database, "SELECT 1 FROM definition_set WHERE sha256 = ?", hash).step();
}

}  // namespace

diag::Result<std::string> Archive::add_definitions(const std::vector<NamedBytes>& files,
                                                   const Act& act,
                                                   diag::Sink& sink) {
  const std::vector<Ready> sorted = ready(files);
  const std::string hash = hash_of_set(sorted);
  return store_->change(act, sink, [&](const Act& now) -> diag::Result<std::string> {
    const Database& database = store_->database;
    if (has_definitions(database, hash)) {
      return hash;
    }
    Statement(database, "INSERT INTO definition_set VALUES (?)", hash).run();
    for (const Ready& file : sorted) {
      Statement(database,
                "INSERT INTO definition_file VALUES (?, ?, ?)",
                hash,
                file.name,
                keep(database, file.sha256, file.packed))
          .run();
    }
    append(database, now, "definitions", hash, "{}");
    return hash;
  });
}

diag::Result<std::vector<NamedBytes>> Archive::definitions(std::string_view hash) const {
  return store_->read([&]() -> diag::Result<std::vector<NamedBytes>> {
    const Database& database = store_->database;
    if (!has_definitions(database, hash)) {
      return store_->fault("A209",
                           "kho không có bộ định nghĩa " + std::string(hash),
                           "thêm bộ định nghĩa ấy vào kho trước");
    }
    std::vector<NamedBytes> files;
    Statement query(database,
                    "SELECT name, blob FROM definition_file WHERE definition_set = ?"
                    " ORDER BY name",
                    hash);
    while (query.step()) {
      auto bytes = bytes_of(*store_, query.integer(1), query.text(0));
      if (!bytes) {
        return diag::Failure(std::move(bytes.error()));
      }
      files.push_back({query.text(0), std::move(*bytes)});
    }
    return files;
  });
}

}  // namespace baocao::archive
