// The head of a Party document (HD 05-HD/VPTW, on the first page): issuing bodies, `*` and number
// on the left, "ĐẢNG CỘNG SẢN VIỆT NAM" over a rule of its own length, place and date on the right.
#pragma once

#include "pdf/flow.hpp"
#include "pdf/text_flow.hpp"

#include <string>
#include <utility>

namespace baocao::pdf {

struct HeaderText {
  std::string superior;    // upper case, upright; may be empty
  std::string issuer;      // upper case, bold
  std::string number;      // "Số 125-BC/BTCTU"
  std::string place_date;  // "Thái Nguyên, ngày 05 tháng 10 năm 2026"
};

class PartyHeader : public Element {
 public:
  explicit PartyHeader(HeaderText text) : text_(std::move(text)) {}

  double height(const FontSet& fonts, double width) const override;
  void draw(Flow& flow) const override;

 private:
  double draw_issuer(Flow& flow, const Box& column) const;
  double draw_party(Flow& flow, const Box& column) const;
  HeaderText text_;
};

}  // namespace baocao::pdf
