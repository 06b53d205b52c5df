// Key figures side by side.
#pragma once

#include "pdf/flow.hpp"
#include "pdf/tone.hpp"

#include <string>
#include <utility>
#include <vector>

namespace baocao::pdf {

struct Card {
  std::string value;
  std::string label;
  Tone tone = Tone::plain;
};

class Cards : public Element {
 public:
  explicit Cards(std::vector<Card> cards) : cards_(std::move(cards)) {}

  double height(const FontSet& fonts, double width) const override;
  void draw(Flow& flow) const override;

 private:
  double card_width(double width) const;
  void draw_card(Flow& flow, const Card& card, const Box& box) const;
  std::vector<Card> cards_;
};

}  // namespace baocao::pdf
