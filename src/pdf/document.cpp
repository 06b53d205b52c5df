#include "pdf/document.hpp"

#include "pdf/fault.hpp"

#include <cstdio>

#include <hpdf.h>

namespace baocao::pdf {

Document::Document(const FontSet& fonts, const std::string& title) : fonts_(fonts) {
  handle_ = HPDF_New(&Document::on_error, this);
  HPDF_SetCompressionMode(handle_, HPDF_COMP_ALL);
  HPDF_UseUTFEncodings(handle_);
  HPDF_SetCurrentEncoder(handle_, "UTF-8");
  HPDF_SetInfoAttr(handle_, HPDF_INFO_TITLE, title.c_str());
}

Document::~Document() {
  HPDF_Free(handle_);
}

// libharu ignores every call after a fault, so the first one tells what happened and finish() is
// the one place to ask.
void Document::on_error(unsigned long error, unsigned long detail, void* document) {
  auto& self = *static_cast<Document*>(document);
  if (self.first_error_ == 0) {
    self.first_error_ = error;
    self.first_detail_ = detail;
  }
}

diag::Diagnostic Document::fault() const {
  char number[64];
  std::snprintf(number, sizeof number, "0x%04lX, %lu", first_error_, first_detail_);
  return {.code = "P104",
          .message = "Không tạo được tệp PDF (libharu báo lỗi " + std::string(number) + ")",
          .help = "Cài lại gói fonts-liberation2 và libhpdf rồi chạy lại."};
}

Page Document::add_page(Size size) {
  HPDF_Page page = HPDF_AddPage(handle_);
  if (page == nullptr) {  // libharu would follow the null pointer
    throw RenderFault(fault());
  }
  HPDF_Page_SetWidth(page, static_cast<float>(size.width));
  HPDF_Page_SetHeight(page, static_cast<float>(size.height));
  return {*this, page, size};
}

HPDF_Font Document::font_handle(Style style) {
  HPDF_Font& handle = font_handles_[static_cast<std::size_t>(style)];
  if (handle == nullptr) {
    const char* name = HPDF_LoadTTFontFromFile(handle_, fonts_.path(style).c_str(), HPDF_TRUE);
    handle = HPDF_GetFont(handle_, name, "UTF-8");
  }
  return handle;
}

diag::Result<base::Bytes> Document::finish() {
  HPDF_SaveToStream(handle_);
  base::Bytes bytes(HPDF_GetStreamSize(handle_), '\0');
  auto size = static_cast<HPDF_UINT32>(bytes.size());
  HPDF_ReadFromStream(handle_, reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
  if (first_error_ != 0 || size != bytes.size()) {
    return diag::Failure(fault());
  }
  return bytes;
}

}  // namespace baocao::pdf
