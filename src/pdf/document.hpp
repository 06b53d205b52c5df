// A PDF document in memory, drawn with libharu. One document belongs to one thread. Nothing of the
// clock or of the machine goes into it: the same drawing gives the same bytes.
#pragma once

#include "base/bytes.hpp"
#include "diag/result.hpp"
#include "pdf/fonts.hpp"
#include "pdf/geometry.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// libharu's handles, declared so that its header stays out of this one.
struct _HPDF_Doc_Rec;   // NOLINT(bugprone-reserved-identifier)
struct _HPDF_Dict_Rec;  // NOLINT(bugprone-reserved-identifier)

namespace baocao::pdf {

struct Paint {
  std::optional<Color> fill = {};
  std::optional<Color> stroke = {};
  double line_width = 0.5;
};

class Document;

// A handle to one page; valid as long as its document.
class Page {
 public:
  Size size() const { return size_; }

  // Left end of the baseline. Throws RenderFault (P103) for text that would not print as it stands.
  void text(Point baseline, std::string_view text, const Font& font, Color color = {});
  // Turned anticlockwise about the left end of its baseline.
  void turned_text(Point baseline, std::string_view text, const Font& font, double degrees);

  void line(Point from, Point to, double width, Color color = {});
  void polyline(std::span<const Point> points, double width, Color color);
  void polygon(std::span<const Point> points, Color fill);
  void rectangle(const Box& box, const Paint& paint);
  void rounded(const Box& box, double radius, const Paint& paint);

 private:
  friend class Document;

  Page(Document& document, _HPDF_Dict_Rec* handle, Size size)
      : document_(&document), handle_(handle), size_(size) {}

  void paint_path(const Paint& paint);
  void trace(std::span<const Point> points);
  float up(double y) const;  // libharu counts upwards

  Document* document_;
  _HPDF_Dict_Rec* handle_;
  Size size_;
};

class Document {
 public:
  // `fonts` must outlive the document.
  Document(const FontSet& fonts, const std::string& title);
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;
  ~Document();

  // Throws RenderFault (P104) when libharu has given up.
  Page add_page(Size size);

  const FontSet& fonts() const { return fonts_; }

  // P104 when libharu reported a fault at any time since the start.
  diag::Result<base::Bytes> finish();

 private:
  friend class Page;
  _HPDF_Dict_Rec* font_handle(Style style);  // loaded when first used
  diag::Diagnostic fault() const;
  static void on_error(unsigned long error, unsigned long detail, void* document);

  const FontSet& fonts_;
  unsigned long first_error_ = 0;
  unsigned long first_detail_ = 0;
  _HPDF_Doc_Rec* handle_ = nullptr;
  std::array<_HPDF_Dict_Rec*, style_count> font_handles_ = {};
};

}  // namespace baocao::pdf
