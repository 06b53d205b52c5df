#include "pdf/block.hpp"
#include "pdf/cards.hpp"
#include "pdf/legend.hpp"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace baocao::pdf {
namespace {

Tone read_tone(config::Fields& fields) {
  constexpr std::size_t plain = static_cast<std::size_t>(Tone::plain);
  // An absent key stands for the first word, which is to be "none".
  std::vector<std::string_view> words(tone_words().begin(), tone_words().end());
  std::swap(words.front(), words[plain]);
  return *tone_of(words[read_word(fields, "tone", words)]);
}

class CardsBlock : public Block {
 public:
  explicit CardsBlock(BlockSource& source) {
    for_each_part(source, "card", [&](config::Fields& card) {
      cards_.push_back({read_text(card, "value"),
                        read_text(card, "label"),
                        read_tone(card),
                        read_optional_expression(card, "when")});
    });
  }

  ElementPtr element(Evaluation& model) const override {
    std::vector<Card> cards;
    for (const Template& card : cards_) {
      if (!card.when || model.holds(*card.when)) {
        cards.push_back({model.text(card.value), model.text(card.label), card.tone});
      }
    }
    return std::make_unique<Cards>(std::move(cards));
  }

 private:
  struct Template {
    TemplateText value;
    TemplateText label;
    Tone tone;
    std::optional<Expression> when;
  };

  std::vector<Template> cards_;
};

class LegendBlock : public Block {
 public:
  explicit LegendBlock(BlockSource& source) {
    for_each_part(source, "item", [&](config::Fields& item) {
      items_.push_back({read_optional_text(item, "sample"),
                        read_text(item, "text"),
                        read_tone(item),
                        read_number(item, "depth", 0)});
    });
  }

  ElementPtr element(Evaluation& model) const override {
    std::vector<LegendItem> items;
    for (const Template& item : items_) {
      items.push_back({{model.text(item.sample), item.tone, item.depth}, model.text(item.text)});
    }
    return std::make_unique<Legend>(std::move(items));
  }

 private:
  struct Template {
    TemplateText sample;
    TemplateText text;
    Tone tone;
    double depth;
  };

  std::vector<Template> items_;
};

}  // namespace

BlockPtr read_cards(BlockSource& source) {
  return std::make_unique<CardsBlock>(source);
}

BlockPtr read_legend(BlockSource& source) {
  return std::make_unique<LegendBlock>(source);
}

}  // namespace baocao::pdf
