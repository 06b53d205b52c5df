#include "docx/picture.hpp"

#include <memory>

#include <libdeflate.h>
#include <qrencode.h>

namespace baocao::docx {
namespace {

constexpr int quiet_zone = 4;  // modules around a code, as the standard demands
constexpr int pixels = 8;      // of a module: sharp in print

struct CodeDeleter {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

using Code = std::unique_ptr<QRcode, CodeDeleter>;

void put32(base::Bytes& out, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) {
    out.push_back(static_cast<char>((value >> static_cast<unsigned>(shift)) & 0xFFU));
  }
}

void put_chunk(base::Bytes& out, std::string_view type, const base::Bytes& content) {
  const base::Bytes body = std::string(type) + content;
  put32(out, static_cast<std::uint32_t>(content.size()));
  out += body;
  put32(out, libdeflate_crc32(0, body.data(), body.size()));
}

bool is_dark(const QRcode& code, int x, int y) {
  const bool inside = x >= 0 && y >= 0 && x < code.width && y < code.width;
  return inside && (code.data[y * code.width + x] & 1U) != 0;
}

// One bit a pixel, each row behind its filter type 0.
base::Bytes rows_of(const QRcode& code, int side) {
  base::Bytes rows;
  for (int y = 0; y < side; ++y) {
    rows.push_back('\0');
    unsigned byte = 0;
    for (int x = 0; x < side; ++x) {
      const bool dark = is_dark(code, x / pixels - quiet_zone, y / pixels - quiet_zone);
      byte = (byte << 1U) | (dark ? 0U : 1U);
      if (x % 8 == 7) {
        rows.push_back(static_cast<char>(byte & 0xFFU));
      }
    }
  }
  return rows;
}

base::Bytes compressed(const base::Bytes& bytes) {
  constexpr int level = 9;
  const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
      libdeflate_alloc_compressor(level), &libdeflate_free_compressor);
  base::Bytes out(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
  out.resize(libdeflate_zlib_compress(
      compressor.get(), bytes.data(), bytes.size(), out.data(), out.size()));
  return out;
}

}  // namespace

tl::expected<Picture, std::string> qr_code(const std::string& text) {
  constexpr int smallest_version = 0;
  constexpr int case_sensitive = 1;
  const Code code(text.find('\0') == std::string::npos
                      ? QRcode_encodeString(
                            text.c_str(), smallest_version, QR_ECLEVEL_M, QR_MODE_8, case_sensitive)
                      : nullptr);
  if (!code) {
    return tl::unexpected<std::string>("chữ rỗng hoặc dài quá nên không làm được mã QR");
  }
  const int side = (code->width + 2 * quiet_zone) * pixels;
  Picture picture{.bytes = "\x89PNG\r\n\x1A\n",
                  .extension = "png",
                  .width = static_cast<std::uint32_t>(side),
                  .height = static_cast<std::uint32_t>(side)};
  base::Bytes header;
  put32(header, picture.width);
  put32(header, picture.height);
  header += base::Bytes("\x01\x00\x00\x00\x00", 5);  // 1 bit, grey, as the standard packs it
  put_chunk(picture.bytes, "IHDR", header);
  put_chunk(picture.bytes, "IDAT", compressed(rows_of(*code, side)));
  put_chunk(picture.bytes, "IEND", "");
  return picture;
}

}  // namespace baocao::docx
