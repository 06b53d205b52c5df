// A paragraph of running text.
#pragma once

#include "pdf/flow.hpp"
#include "pdf/text_flow.hpp"

#include <string>
#include <utility>

namespace baocao::pdf {

class Paragraph : public Element {
 public:
  Paragraph(std::string text, const TextStyle& style, double space_below)
      : text_(std::move(text)), style_(style), space_below_(space_below) {}

  double height(const FontSet& fonts, double width) const override;
  void draw(Flow& flow) const override;  // goes on to the next page line by line

 private:
  std::string text_;
  TextStyle style_;
  double space_below_;
};

}  // namespace baocao::pdf
