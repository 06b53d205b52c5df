// Elements one below the other over as many pages as they need, with a footer on each.
#pragma once

#include "pdf/document.hpp"

#include <memory>
#include <string>
#include <vector>

namespace baocao::pdf {

struct Margins {
  double top = 0;
  double right = 0;
  double bottom = 0;  // the footer stands in it
  double left = 0;
};

// A wide page is for wide tables and is filed with its upper edge.
Margins margins_of(Size page);

// The place where the next element begins.
class Flow {
 public:
  Flow(Document& document, Size size);

  Page& page() { return pages_.back(); }

  const FontSet& fonts() const { return document_.fonts(); }

  // From the current place to the lower margin.
  Box room() const;

  double width() const { return room().width; }

  void advance(double height) { y_ += height; }

  // Goes to a new page of the same size when `height` does not fit here; says whether it did.
  // Throws RenderFault (P105) when it would not fit on a whole page.
  bool keep(double height);
  void new_page(Size size);

  // "left text … Trang x/y" on every page; call when all pages are there.
  void write_footers(const std::string& left);

 private:
  Document& document_;
  std::vector<Page> pages_;
  double y_ = 0;
};

// Something with all its text settled, ready to be set.
class Element {
 public:
  Element() = default;
  Element(const Element&) = delete;
  Element& operator=(const Element&) = delete;
  virtual ~Element() = default;

  // Height within `width`, the space below included.
  virtual double height(const FontSet& fonts, double width) const = 0;
  virtual void draw(Flow& flow) const = 0;

  // May change its measures to use `box`, which is what the elements below leave of the page.
  virtual void fit(const FontSet& /*fonts*/, const Box& /*box*/) {}

  // Of a page break: the size of the page it begins.
  virtual const Size* page_size() const { return nullptr; }
};

using ElementPtr = std::unique_ptr<Element>;

// Fits and draws the elements in order.
void lay_out(const std::vector<ElementPtr>& elements, Flow& flow);

// The command to go on with a new page.
class PageBreak : public Element {
 public:
  explicit PageBreak(Size size) : size_(size) {}

  double height(const FontSet& /*fonts*/, double /*width*/) const override { return 0; }

  void draw(Flow& flow) const override { flow.new_page(size_); }

  const Size* page_size() const override { return &size_; }

 private:
  Size size_;
};

}  // namespace baocao::pdf
