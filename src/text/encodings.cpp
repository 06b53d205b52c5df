#include "text/encodings.hpp"

#include <memory>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

namespace baocao::text {
namespace {

const char* converter_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf16_little_endian:
      return "UTF-16LE";
    case Encoding::utf16_big_endian:
      return "UTF-16BE";
    default:
      return "windows-1258";
  }
}

}  // namespace

std::string decoded(std::string_view bytes, Encoding encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(converter_name(encoding), &status), &ucnv_close);
  const icu::UnicodeString text(
      bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
  std::string out;
  text.toUTF8String(out);
  return out;
}

}  // namespace baocao::text
