// Pictures as values: {{ logo | hinh(40) }}, {{ dia_chi | qr(25) }}.
#pragma once

#include "base/bytes.hpp"
#include "report/value.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace baocao::docx {

// As the filters "hinh" and "qr" give it: the file's name or the text of the code, and the box that
// the picture must fit, in millimetres; none: its own size.
struct PictureRequest {
  bool is_code = false;
  std::string source;
  std::optional<base::Ratio> width;
  std::optional<base::Ratio> height;
};

// Nothing when the value is no picture.
std::optional<PictureRequest> picture_request(const report::Value& value);

struct Picture {
  base::Bytes bytes;
  std::string_view extension;  // "png", "jpeg"
  std::uint32_t width = 0;     // pixels
  std::uint32_t height = 0;
};

// An error is a Vietnamese sentence. PNG (ISO/IEC 15948) and JPEG (ISO/IEC 10918-1).
tl::expected<Picture, std::string> read_picture(base::Bytes bytes);

// A QR code (ISO/IEC 18004) with error correction M and its quiet zone, as a PNG.
tl::expected<Picture, std::string> qr_code(const std::string& text);

// A run's drawing in line with the text. `relation` names the picture in the part's relationships.
std::string drawing_xml(const Picture& picture,
                        const PictureRequest& request,
                        const std::string& relation,
                        std::uint64_t drawing_id);

}  // namespace baocao::docx
