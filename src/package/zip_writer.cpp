#include "package/zip_writer.hpp"

#include <limits>
#include <map>
#include <memory>
#include <stdexcept>

#include <libdeflate.h>

namespace baocao::package {
namespace {

// APPNOTE 6.3.10: signatures, "version needed" 2.0, names in UTF-8 (general purpose bit 11).
constexpr std::uint32_t local_header = 0x04034b50;
constexpr std::uint32_t directory_header = 0x02014b50;
constexpr std::uint32_t end_of_directory = 0x06054b50;
constexpr std::uint16_t version = 20;
constexpr std::uint16_t names_in_utf8 = 1U << 11U;
constexpr std::uint16_t stored = 0;
constexpr std::uint16_t deflated = 8;
constexpr std::uint16_t midnight = 0;
constexpr std::uint16_t first_of_january_1980 = (1U << 5U) | 1U;

void put16(base::Bytes& out, std::uint16_t value) {
  out.push_back(static_cast<char>(value & 0xFFU));
  out.push_back(static_cast<char>(value >> 8U));
}

void put32(base::Bytes& out, std::uint32_t value) {
  put16(out, static_cast<std::uint16_t>(value & 0xFFFFU));
  put16(out, static_cast<std::uint16_t>(value >> 16U));
}

std::uint32_t size32(std::uint64_t size) {
  if (size >= std::numeric_limits<std::uint32_t>::max()) {
    throw std::length_error("zip: more than 4 GB needs zip64, which is not written");
  }
  return static_cast<std::uint32_t>(size);
}

using Compressor = std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)>;

// Making one takes longer than deflating a small entry, so each thread keeps its own.
libdeflate_compressor* compressor_of(int level) {
  thread_local std::map<int, Compressor> known;
  const auto at = known.find(level);
  if (at != known.end()) {
    return at->second.get();
  }
  return known
      .emplace(level, Compressor(libdeflate_alloc_compressor(level), &libdeflate_free_compressor))
      .first->second.get();
}

// Nothing when deflating does not make the bytes fewer.
base::Bytes deflate(base::ByteView bytes, int level) {
  base::Bytes smaller(bytes.size(), '\0');
  const std::size_t size = libdeflate_deflate_compress(
      compressor_of(level), bytes.data(), bytes.size(), smaller.data(), smaller.size());
  smaller.resize(size);
  return smaller;
}

using Decompressor =
    std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)>;

std::optional<base::Bytes> inflate(const PackedBytes& bytes) {
  // Deflate makes at most 1032 bytes of one: a size beyond that is a lie, not to be allocated.
  constexpr std::uint64_t best_ratio = 1032;
  if (bytes.size / best_ratio > bytes.content.size()) {
    return std::nullopt;
  }
  thread_local const Decompressor decompressor(libdeflate_alloc_decompressor(),
                                               &libdeflate_free_decompressor);
  base::Bytes out(bytes.size, '\0');
  std::size_t used = 0;
  const libdeflate_result result = libdeflate_deflate_decompress_ex(decompressor.get(),
                                                                    bytes.content.data(),
                                                                    bytes.content.size(),
                                                                    out.data(),
                                                                    out.size(),
                                                                    &used,
                                                                    nullptr);
  if (result != LIBDEFLATE_SUCCESS || used != bytes.content.size()) {
    return std::nullopt;
  }
  return out;
}

struct Entry {
  std::string_view name;
  std::uint16_t method;
  std::uint32_t crc;
  std::uint32_t packed_size;
  std::uint32_t size;
};

// The fields that the local header and the directory share.
void put_entry(base::Bytes& out, const Entry& entry) {
  put16(out, version);
  put16(out, names_in_utf8);
  put16(out, entry.method);
  put16(out, midnight);
  put16(out, first_of_january_1980);
  put32(out, entry.crc);
  put32(out, entry.packed_size);
  put32(out, entry.size);
  put16(out, static_cast<std::uint16_t>(entry.name.size()));
  put16(out, 0);  // no extra fields
}

}  // namespace

PackedBytes packed(base::ByteView bytes, int level) {
  PackedBytes out{.content = deflate(bytes, level),
                  .crc = libdeflate_crc32(0, bytes.data(), bytes.size()),
                  .size = bytes.size()};
  out.is_deflated = !out.content.empty();
  if (!out.is_deflated) {
    out.content = bytes;
  }
  return out;
}

std::optional<base::Bytes> unpacked(const PackedBytes& bytes) {
  std::optional<base::Bytes> out = bytes.is_deflated ? inflate(bytes) : bytes.content;
  if (out &&
      (out->size() != bytes.size || libdeflate_crc32(0, out->data(), out->size()) != bytes.crc)) {
    out.reset();
  }
  return out;
}

void ZipWriter::add(std::string_view name, const PackedBytes& bytes) {
  start_entry(name, bytes);
  out_ += bytes.content;
}

void ZipWriter::add(std::string_view name, PackedBytes&& bytes) {
  start_entry(name, bytes);
  if (bytes.content.size() > out_.size()) {
    bytes.content.insert(0, out_);
    out_ = std::move(bytes.content);
  } else {
    out_ += bytes.content;
  }
}

// What stands before the content, and the entry of the directory.
void ZipWriter::start_entry(std::string_view name, const PackedBytes& bytes) {
  if (entries_ == std::numeric_limits<std::uint16_t>::max() || name.size() > 0xFFFF) {
    throw std::length_error("zip: too many entries or too long a name");
  }
  const std::uint32_t offset = size32(out_.size());
  const Entry entry{name,
                    bytes.is_deflated ? deflated : stored,
                    bytes.crc,
                    size32(bytes.content.size()),
                    size32(bytes.size)};
  put32(out_, local_header);
  put_entry(out_, entry);
  out_ += name;

  put32(directory_, directory_header);
  put16(directory_, version);  // made by MS-DOS: no file modes
  put_entry(directory_, entry);
  put16(directory_, 0);  // no comment
  put16(directory_, 0);  // first disk
  put16(directory_, 0);  // internal attributes
  put32(directory_, 0);  // external attributes
  put32(directory_, offset);
  directory_ += name;
  ++entries_;
}

base::Bytes ZipWriter::finish() {
  const std::uint32_t offset = size32(out_.size());
  out_ += directory_;
  put32(out_, end_of_directory);
  put16(out_, 0);  // this disk
  put16(out_, 0);  // disk of the directory
  put16(out_, entries_);
  put16(out_, entries_);
  put32(out_, size32(directory_.size()));
  put32(out_, offset);
  put16(out_, 0);  // no comment
  return std::move(out_);
}

}  // namespace baocao::package
