#include "package/zip_entry.hpp"

#include <array>

#include <isa-l/igzip_lib.h>
#include <libdeflate.h>
#include <zip.h>

namespace baocao::package {
namespace {

constexpr std::size_t piece_size = 64UL * 1024;

}  // namespace

// libzip finds the entry and hands over its packed bytes; ISA-L inflates several times faster than
// libzip does. What is packed otherwise (stored) is left to libzip altogether.
struct ZipEntry::State {
  zip_stat_t stat = {};
  bool is_good = false;
  bool is_deflated = false;
  std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file = {nullptr, &zip_fclose};
  inflate_state inflating;  // left as it is by the allocator, like the buffers: 200 KB an entry
  std::uint64_t total = 0;
  std::uint32_t crc = 0;
  std::array<std::uint8_t, piece_size> packed;
  std::array<std::uint8_t, piece_size> unpacked;

  bool refill();
  std::optional<std::size_t> inflate();

  bool is_whole() const { return total == stat.size && crc == stat.crc; }
};

// False when the packed bytes cannot be read; none are left when there are none.
bool ZipEntry::State::refill() {
  if (inflating.avail_in > 0) {
    return true;
  }
  const zip_int64_t size = zip_fread(file.get(), packed.data(), packed.size());
  inflating.next_in = packed.data();
  inflating.avail_in = size > 0 ? static_cast<std::uint32_t>(size) : 0;
  return size >= 0;
}

// Fills `unpacked` as far as it goes.
std::optional<std::size_t> ZipEntry::State::inflate() {
  inflating.next_out = unpacked.data();
  inflating.avail_out = piece_size;
  while (inflating.avail_out > 0 && inflating.block_state != ISAL_BLOCK_FINISH) {
    if (!refill()) {
      return std::nullopt;
    }
    const std::uint32_t room = inflating.avail_out;
    const bool is_last = inflating.avail_in == 0;
    if (isal_inflate(&inflating) != ISAL_DECOMP_OK ||
        (is_last && inflating.avail_out == room && inflating.block_state != ISAL_BLOCK_FINISH)) {
      return std::nullopt;  // nonsense, or cut off
    }
  }
  return piece_size - inflating.avail_out;
}

ZipEntry::ZipEntry(zip* archive, std::uint64_t index) : state_(std::make_unique_for_overwrite<State>()) {
  State& state = *state_;
  constexpr zip_uint64_t needed =
      ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD;
  if (zip_stat_index(archive, index, 0, &state.stat) != 0 ||
      (state.stat.valid & needed) != needed) {
    return;
  }
  isal_inflate_init(&state.inflating);
  state.is_deflated = state.stat.comp_method == ZIP_CM_DEFLATE;
  state.file.reset(
      zip_fopen_index(archive, index, state.is_deflated ? ZIP_FL_COMPRESSED : zip_flags_t{0}));
  state.is_good = state.file != nullptr;
}

ZipEntry::~ZipEntry() = default;

std::uint64_t ZipEntry::size() const {
  return state_->stat.size;
}

std::uint64_t ZipEntry::packed_size() const {
  return state_->stat.comp_size;
}

std::optional<base::ByteView> ZipEntry::next() {
  State& state = *state_;
  if (!state.is_good) {
    return std::nullopt;
  }
  std::size_t size = 0;
  if (state.is_deflated) {
    const std::optional<std::size_t> inflated = state.inflate();
    state.is_good = inflated.has_value();
    size = inflated.value_or(0);
  } else {
    const zip_int64_t read = zip_fread(state.file.get(), state.unpacked.data(), piece_size);
    state.is_good = read >= 0;
    size = read > 0 ? static_cast<std::size_t>(read) : 0;
  }
  state.total += size;
  state.crc = libdeflate_crc32(state.crc, state.unpacked.data(), size);
  if (!state.is_good || state.total > state.stat.size || (size == 0 && !state.is_whole())) {
    state.is_good = false;
    return std::nullopt;
  }
  return base::ByteView(reinterpret_cast<const char*>(state.unpacked.data()), size);
}

}  // namespace baocao::package
