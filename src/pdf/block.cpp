#include "pdf/block.hpp"

#include "pdf/chart.hpp"
#include "pdf/paragraph.hpp"
#include "pdf/party_header.hpp"
#include "text/suggest.hpp"

#include <array>
#include <utility>
#include <vector>

namespace baocao::pdf {
namespace {

class HeaderBlock : public Block {
 public:
  explicit HeaderBlock(config::Fields& fields)
      : superior_(read_optional_text(fields, "superior")),
        issuer_(read_text(fields, "issuer")),
        number_(read_text(fields, "number")),
        place_date_(read_text(fields, "place_date")) {}

  ElementPtr element(Evaluation& model) const override {
    return std::make_unique<PartyHeader>(HeaderText{.superior = model.text(superior_),
                                                    .issuer = model.text(issuer_),
                                                    .number = model.text(number_),
                                                    .place_date = model.text(place_date_)});
  }

 private:
  TemplateText superior_;
  TemplateText issuer_;
  TemplateText number_;
  TemplateText place_date_;
};

class ParagraphBlock : public Block {
 public:
  explicit ParagraphBlock(config::Fields& fields) : text_(read_text(fields, "text")) {
    constexpr std::array<std::string_view, 4> aligns = {"left", "centre", "right", "justify"};
    constexpr std::array<std::string_view, 3> styles = {"regular", "bold", "italic"};
    style_.align = static_cast<Align>(read_word(fields, "align", aligns));
    style_.font.style = static_cast<Style>(read_word(fields, "style", styles));
    style_.font.size = read_number(fields, "size", 11);
    style_.indent = points(read_number(fields, "indent_mm", 0));
    below_ = read_number(fields, "space_below", 5);
  }

  ElementPtr element(Evaluation& model) const override {
    return std::make_unique<Paragraph>(model.text(text_), style_, below_);
  }

 private:
  TemplateText text_;
  TextStyle style_;
  double below_ = 0;
};

class PageBreakBlock : public Block {
 public:
  explicit PageBreakBlock(config::Fields& fields) {
    constexpr std::array<std::string_view, 2> orientations = {"portrait", "landscape"};
    size_ = read_word(fields, "orientation", orientations) == 0 ? a4_portrait : a4_landscape;
  }

  ElementPtr element(Evaluation& /*model*/) const override {
    return std::make_unique<PageBreak>(size_);
  }

 private:
  Size size_;
};

template <class Kind>
BlockPtr read_plain(BlockSource& source) {
  return std::make_unique<Kind>(source.fields);
}

struct BlockKind {
  std::string_view name;
  BlockPtr (*read)(BlockSource& source);
};

constexpr std::array kinds = {
    BlockKind{"header", read_plain<HeaderBlock>},
    BlockKind{"paragraph", read_plain<ParagraphBlock>},
    BlockKind{"page_break", read_plain<PageBreakBlock>},
    BlockKind{"cards", read_cards},
    BlockKind{"table", read_table},
    BlockKind{"heat_table", read_heat_table},
    BlockKind{"legend", read_legend},
};

void unknown_word(config::Fields& fields,
                  std::string_view key,
                  const std::string& found,
                  const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) {
    all += (all.empty() ? "" : ", ") + word;
  }
  const auto near = text::nearest(found, words);
  fields.fault("P112",
               key,
               "\"" + found + "\" không có nghĩa ở đây, cần một trong: " + all,
               near ? "Có phải ý bạn là \"" + *near + "\"?" : "Chọn một từ trong danh sách.");
}

}  // namespace

std::size_t read_word(config::Fields& fields,
                      std::string_view key,
                      std::span<const std::string_view> words) {
  const auto found = fields.optional_string(key);
  if (!found) {
    return 0;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == *found) {
      return i;
    }
  }
  unknown_word(fields, key, *found, {words.begin(), words.end()});
  return 0;
}

double read_number(config::Fields& fields, std::string_view key, double otherwise) {
  const auto number = fields.optional_number(key);
  return number ? drawn(*number) : otherwise;
}

ListedBlock read_block(const config::Node& node, const std::string& file, diag::Sink& sink) {
  config::Fields fields(node, file, "[[block]]", sink);
  ListedBlock listed;
  const std::string name = fields.string("kind");
  std::vector<std::string> names;
  for (const BlockKind& kind : kinds) {
    names.emplace_back(kind.name);
    if (kind.name == name) {
      listed.when = read_optional_expression(fields, "when");
      BlockSource source{fields, sink, file};
      listed.block = kind.read(source);
      fields.finish();
      return listed;
    }
  }
  if (!name.empty()) {
    unknown_word(fields, "kind", name, names);
  }
  return listed;
}

}  // namespace baocao::pdf
