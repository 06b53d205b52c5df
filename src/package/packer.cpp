#include "package/packer.hpp"

#include <array>
#include <stdexcept>

#include <libdeflate.h>
#include <zlib.h>

namespace baocao::package {
namespace {

// Up to here an entry is deflated in one go, which is faster.
constexpr std::size_t largest_whole = 4U << 20U;
constexpr int fast = 1;

const Bytef* as_input(const char* bytes) {
  return reinterpret_cast<const Bytef*>(bytes);  // NOLINT: zlib's idea of bytes
}

Bytef* as_output(char* bytes) {
  return reinterpret_cast<Bytef*>(bytes);  // NOLINT: zlib's idea of bytes
}

}  // namespace

struct Packer::Stream {
  Stream() {
    constexpr int no_header = -MAX_WBITS;
    constexpr int memory = 8;
    if (deflateInit2(&state, fast, Z_DEFLATED, no_header, memory, Z_DEFAULT_STRATEGY) != Z_OK) {
      throw std::runtime_error("zlib: no memory");
    }
  }

  ~Stream() { deflateEnd(&state); }

  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  z_stream state{};
};

Packer::Packer() = default;
Packer::~Packer() = default;
Packer::Packer(Packer&&) noexcept = default;
Packer& Packer::operator=(Packer&&) noexcept = default;

void Packer::write(base::ByteView bytes) {
  out_.crc = libdeflate_crc32(out_.crc, bytes.data(), bytes.size());
  out_.size += bytes.size();
  if (!stream_ && out_.size <= largest_whole) {
    waiting_ += bytes;
    return;
  }
  if (!stream_) {
    start_stream();
  }
  deflate(bytes, false);
}

void Packer::start_stream() {
  stream_ = std::make_unique<Stream>();
  deflate(waiting_, false);
  waiting_ = base::Bytes();
}

void Packer::deflate(base::ByteView bytes, bool is_end) {
  std::array<char, 1U << 16U> piece{};
  z_stream& state = stream_->state;
  state.next_in = const_cast<Bytef*>(as_input(bytes.data()));  // NOLINT: zlib does not write there
  state.avail_in = static_cast<uInt>(bytes.size());
  do {
    state.next_out = as_output(piece.data());
    state.avail_out = static_cast<uInt>(piece.size());
    ::deflate(&state, is_end ? Z_FINISH : Z_NO_FLUSH);
    out_.content.append(piece.data(), piece.size() - state.avail_out);
  } while (state.avail_out == 0);
}

PackedBytes Packer::finish() {
  out_.is_deflated = true;
  if (stream_) {
    deflate({}, true);
    return std::move(out_);
  }
  return packed(waiting_, fast);
}

}  // namespace baocao::package
