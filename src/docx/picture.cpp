#include "docx/picture.hpp"

#include "package/xml.hpp"
#include "report/evaluate.hpp"

#include <algorithm>

namespace baocao::docx {
namespace {

using base::Ratio;

constexpr std::int64_t units_per_mm = 36000;         // EMU, English metric units
constexpr std::int64_t units_per_pixel = 9525;       // at 96 pixels an inch
constexpr std::int64_t widest = 160 * units_per_mm;  // the text of an official page
constexpr std::uint32_t most_pixels = 20000;

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    value = (value << 8U) | static_cast<unsigned char>(bytes[at + i]);
  }
  return value;
}

// The frame header of a JPEG (SOF0…SOF15 without DHT, JPG and DAC) tells its size.
bool is_frame(unsigned marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

bool read_jpeg_size(Picture& picture) {
  const std::string_view bytes = picture.bytes;
  for (std::size_t at = 2; at + 9 < bytes.size();) {
    const std::uint32_t marker = big_endian(bytes, at, 2);
    if (marker < 0xFF00) {
      return false;
    }
    if (is_frame(marker & 0xFFU)) {
      picture.height = big_endian(bytes, at + 5, 2);
      picture.width = big_endian(bytes, at + 7, 2);
      return true;
    }
    at += 2 + big_endian(bytes, at + 2, 2);
  }
  return false;
}

struct Size {
  Ratio width;
  Ratio height;
};

Ratio least(const Ratio& a, const Ratio& b) {
  return a < b ? a : b;
}

// The largest size of the picture's shape that fits the box.
Size fitted(const Picture& picture, const PictureRequest& request) {
  const Ratio width(picture.width);
  const Ratio height(picture.height);
  const Ratio unit(units_per_mm);
  Ratio scale = least(Ratio(units_per_pixel), Ratio(widest) / width);
  if (request.width && request.height) {
    scale = least(*request.width * unit / width, *request.height * unit / height);
  } else if (request.width) {
    scale = *request.width * unit / width;
  } else if (request.height) {
    scale = *request.height * unit / height;
  }
  return {width * scale, height * scale};
}

std::optional<Ratio> length(const report::Value* value) {
  return value == nullptr || value->number() == nullptr ? std::nullopt
                                                        : std::optional(*value->number());
}

}  // namespace

std::optional<PictureRequest> picture_request(const report::Value& value) {
  const report::Value* image = value.find("image");
  const report::Value* code = value.find("qr");
  if (image == nullptr && code == nullptr) {
    return std::nullopt;
  }
  return PictureRequest{.is_code = code != nullptr,
                        .source = report::printed(code != nullptr ? *code : *image),
                        .width = length(value.find("width")),
                        .height = length(value.find("height"))};
}

tl::expected<Picture, std::string> read_picture(base::Bytes bytes) {
  Picture picture{.bytes = std::move(bytes), .extension = "png"};
  const std::string_view view = picture.bytes;
  bool known = view.starts_with("\x89PNG\r\n\x1A\n") && view.size() > 24;
  if (known) {
    picture.width = big_endian(view, 16, 4);
    picture.height = big_endian(view, 20, 4);
  } else if (view.starts_with("\xFF\xD8\xFF")) {
    picture.extension = "jpeg";
    known = read_jpeg_size(picture);
  }
  if (!known) {
    return tl::unexpected<std::string>("không phải hình PNG hoặc JPEG");
  }
  if (picture.width == 0 || picture.height == 0 || picture.width > most_pixels ||
      picture.height > most_pixels) {
    return tl::unexpected<std::string>("kích thước hình không dùng được");
  }
  return picture;
}

std::string drawing_xml(const Picture& picture,
                        const PictureRequest& request,
                        const std::string& relation,
                        std::uint64_t drawing_id) {
  const Size size = fitted(picture, request);
  const std::string width = std::to_string(size.width.floor());
  const std::string height = std::to_string(size.height.floor());
  const std::string id = std::to_string(drawing_id);
  const std::string name = " id=\"" + id + "\" name=\"Hình " + id + "\"";
  const std::string extent = " cx=\"" + width + "\" cy=\"" + height + "\"/>";
  return "<w:drawing><wp:inline "
         "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
         "distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent" +
         extent + "<wp:docPr" + name + " descr=\"" +
         package::escaped_attribute(request.is_code ? request.source : "") +
         "\"/><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">"
         "<a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic "
         "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr>"
         "<pic:cNvPr" +
         name +
         "/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip "
         "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
         "r:embed=\"" +
         relation +
         "\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" "
         "y=\"0\"/><a:ext" +
         extent +
         "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
         "</a:graphicData></a:graphic></wp:inline></w:drawing>";
}

}  // namespace baocao::docx
