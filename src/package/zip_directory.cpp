#include "package/zip_directory.hpp"

namespace baocao::package {
namespace {

constexpr std::uint32_t local_header = 0x04034b50;
constexpr std::uint32_t directory_header = 0x02014b50;
constexpr std::uint32_t end_of_directory = 0x06054b50;
constexpr std::size_t header_size = 46;
constexpr std::size_t end_size = 22;

std::uint32_t number(base::ByteView bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = size; i > 0; --i) {
    value = (value << 8U) | static_cast<unsigned char>(bytes[at + i - 1]);
  }
  return value;
}

std::uint32_t get16(base::ByteView bytes, std::size_t at) {
  return number(bytes, at, 2);
}

std::uint32_t get32(base::ByteView bytes, std::size_t at) {
  return number(bytes, at, 4);
}

// The bytes of the directory, when the end of the package says just that of it.
std::optional<base::ByteView> directory_of(base::ByteView bytes) {
  if (bytes.size() < end_size) {
    return std::nullopt;
  }
  const std::size_t end = bytes.size() - end_size;
  const bool plain = get32(bytes, end) == end_of_directory && get32(bytes, end + 4) == 0 &&
                     get16(bytes, end + 8) == get16(bytes, end + 10) && get16(bytes, end + 20) == 0;
  const std::uint64_t size = plain ? get32(bytes, end + 12) : 0;
  const std::uint64_t start = plain ? get32(bytes, end + 16) : 0;
  const bool starts_with_entry = plain && (end == 0 || get32(bytes, 0) == local_header);
  if (!starts_with_entry || start + size != end) {
    return std::nullopt;
  }
  return bytes.substr(start, size);
}

// The upper half of the external attributes, which Unix (3) and macOS (19) write.
std::uint16_t mode_of(base::ByteView header) {
  const std::uint32_t system = get16(header, 4) >> 8U;
  const bool is_unix = system == 3 || system == 19;
  return static_cast<std::uint16_t>(is_unix ? get32(header, 38) >> 16U : 0);
}

constexpr std::uint16_t kind_mask = 0170000;
constexpr std::uint16_t kind_folder = 0040000;
constexpr std::uint16_t kind_file = 0100000;

}  // namespace

bool DirectoryEntry::is_directory() const {
  return name.ends_with('/') || (unix_mode & kind_mask) == kind_folder;
}

bool DirectoryEntry::is_special() const {
  const auto kind = static_cast<std::uint16_t>(unix_mode & kind_mask);
  return kind != 0 && kind != kind_file && kind != kind_folder;
}

std::optional<std::vector<DirectoryEntry>> read_directory(base::ByteView bytes) {
  const auto directory = directory_of(bytes);
  if (!directory) {
    return std::nullopt;
  }
  base::ByteView rest = *directory;
  std::vector<DirectoryEntry> entries;
  while (!rest.empty()) {
    if (rest.size() < header_size || get32(rest, 0) != directory_header) {
      return std::nullopt;
    }
    const std::size_t name_size = get16(rest, 28);
    const std::size_t size = header_size + name_size + get16(rest, 30) + get16(rest, 32);
    if (rest.size() < size) {
      return std::nullopt;
    }
    entries.push_back({std::string(rest.substr(header_size, name_size)), mode_of(rest)});
    rest.remove_prefix(size);
  }
  const std::uint32_t stated = get16(bytes, bytes.size() - end_size + 10);
  return entries.size() == stated ? std::optional(std::move(entries)) : std::nullopt;
}

}  // namespace baocao::package
