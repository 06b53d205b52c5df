// Files on disk. Written by job and cli alone; read by them, by what loads definitions (schema,
// resolution, sample, format), and by pdf (fonts) and xlsx (the scratch file its library writes).
#pragma once

#include "base/bytes.hpp"

#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include <tl/expected.hpp>

namespace baocao::base {

struct FileError {
  std::filesystem::path path;
  std::error_code code;
};

tl::expected<Bytes, FileError> read_file(const std::filesystem::path& path);

// Gives the file a new name in the same folder, in place of what has that name. When this returns
// even a power cut does not bring the old name back.
tl::expected<void, FileError> rename_file(const std::filesystem::path& from,
                                          const std::filesystem::path& to);

// Writes to a temporary name in the same folder, flushes it to the disk and renames it, so that
// a reader sees the old file or the whole new one. Creates missing folders.
tl::expected<void, FileError> write_file(const std::filesystem::path& path, ByteView bytes);

// The files that match `pattern` ("can-bo/*.xlsx": `*` and `?` in the last component only),
// relative to `folder`, in byte order. A pattern without a wildcard names one file, present or not.
std::vector<std::string> glob(const std::filesystem::path& folder, const std::string& pattern);

bool is_pattern(const std::string& name);
// Whether a file of this name (without folders) is one that the last component of `pattern` asks
// for.
bool matches(const std::string& name, const std::string& pattern);

}  // namespace baocao::base
