#include "pdf/flow.hpp"

#include "pdf/fault.hpp"
#include "pdf/text_flow.hpp"

#include <algorithm>

namespace baocao::pdf {

Margins margins_of(Size page) {
  if (page.width > page.height) {
    return {.top = points(15), .right = points(10), .bottom = points(15), .left = points(10)};
  }
  return {.top = points(15), .right = points(15), .bottom = points(15), .left = points(20)};
}

Flow::Flow(Document& document, Size size) : document_(document) {
  new_page(size);
}

Box Flow::room() const {
  const Size size = pages_.back().size();
  const Margins margins = margins_of(size);
  return {margins.left,
          y_,
          size.width - margins.left - margins.right,
          size.height - margins.bottom - y_};
}

bool Flow::keep(double height) {
  constexpr double slack =
      1e-3;  // heights that were fitted to the page are sums of rounded numbers
  const Size size = pages_.back().size();
  const Margins margins = margins_of(size);
  if (height > size.height - margins.top - margins.bottom + slack) {
    throw RenderFault({.code = "P105",
                       .message = "Tóm tắt PDF có phần cao hơn một trang giấy",
                       .help = "Rút ngắn chữ trong phần đó, hoặc bớt cột, bớt dòng."});
  }
  if (height <= room().height + slack) {
    return false;
  }
  new_page(size);
  return true;
}

void Flow::new_page(Size size) {
  pages_.push_back(document_.add_page(size));
  y_ = margins_of(size).top;
}

void Flow::write_footers(const std::string& left) {
  TextStyle style{.font = {Style::italic, 8}, .color = {0.25, 0.25, 0.25}};
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    Page& page = pages_[i];
    const Margins margins = margins_of(page.size());
    const double width = page.size().width - margins.left - margins.right;
    const double rule = page.size().height - margins.bottom + points(3);
    const Box box{margins.left, rule + 2, width, style.line_height()};
    const std::string number =
        "Trang " + std::to_string(i + 1) + "/" + std::to_string(pages_.size());
    page.line({box.x, rule}, {box.right(), rule}, 0.4, style.color);
    const double number_width = fonts().width(number, style.font);
    style.align = Align::left;
    draw_fitted(page, fonts(), style, left, {box.x, box.y, width - number_width - 12, box.height});
    style.align = Align::right;
    draw_fitted(page, fonts(), style, number, box);
  }
}

void lay_out(const std::vector<ElementPtr>& elements, Flow& flow) {
  for (std::size_t i = 0; i < elements.size(); ++i) {
    Box box = flow.room();
    for (std::size_t below = i + 1; below < elements.size(); ++below) {
      if (elements[below]->page_size() != nullptr) {
        break;
      }
      box.height -= elements[below]->height(flow.fonts(), box.width);
    }
    elements[i]->fit(flow.fonts(), box);
    elements[i]->draw(flow);
  }
}

}  // namespace baocao::pdf
