#include "pdf/block.hpp"
#include "pdf/table.hpp"

#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace baocao::pdf {
namespace {

// The name under which a column's expressions see the row.
constexpr const char* row_name = "hang";

struct ColumnTemplate {
  TemplateText title;
  Align align = Align::left;
  double width = 0;
  bool wraps = true;
  std::optional<Expression> tone;
  // One of these three.
  std::optional<TemplateText> text;
  std::optional<TemplateText> chip;
  std::optional<Expression> bar;
  std::optional<Expression> low;
  std::optional<Expression> high;
  std::optional<Expression> target;
};

std::optional<TemplateText> read_if_there(config::Fields& fields, std::string_view key) {
  return fields.node(key) == nullptr ? std::nullopt : std::optional(read_text(fields, key));
}

ColumnTemplate read_column(config::Fields& fields) {
  constexpr std::array<std::string_view, 3> aligns = {"left", "centre", "right"};
  ColumnTemplate column;
  column.title = read_text(fields, "title");
  column.align = static_cast<Align>(read_word(fields, "align", aligns));
  column.width = points(read_number(fields, "width_mm", 0));
  column.wraps = fields.optional_boolean("wrap").value_or(true);
  column.tone = read_optional_expression(fields, "tone");
  column.text = read_if_there(fields, "text");
  column.chip = read_if_there(fields, "chip");
  column.bar = read_optional_expression(fields, "bar");
  column.low = read_optional_expression(fields, "low");
  column.high = read_optional_expression(fields, "high");
  column.target = read_optional_expression(fields, "target");
  const int kinds =
      (column.text ? 1 : 0) + (column.chip ? 1 : 0) + (fields.node("bar") != nullptr ? 1 : 0);
  if (kinds != 1) {
    fields.fault("P112",
                 "title",
                 "cột phải có đúng một trong các khóa text, chip, bar",
                 "Ghi text cho cột chữ, chip cho cột kết luận, bar cho cột biểu đồ.");
  }
  return column;
}

class TableBlock : public Block {
 public:
  explicit TableBlock(BlockSource& source)
      : rows_(read_expression(source.fields, "rows")),
        size_(read_number(source.fields, "size", 9)),
        least_size_(read_number(source.fields, "least_size", 7)) {
    for_each_part(
        source, "column", [&](config::Fields& column) { columns_.push_back(read_column(column)); });
  }

  ElementPtr element(Evaluation& model) const override {
    TableContent content;
    content.font_size = size_;
    content.least_font_size = least_size_;
    for (const ColumnTemplate& column : columns_) {
      content.columns.push_back({model.text(column.title),
                                 column.align,
                                 column.width,
                                 column.wraps,
                                 column.bar.has_value()});
    }
    model.for_each(rows_, row_name, [&] {
      std::vector<Cell> row;
      for (const ColumnTemplate& column : columns_) {
        row.push_back(cell(model, column));
      }
      content.rows.push_back(std::move(row));
    });
    return std::make_unique<Table>(std::move(content));
  }

 private:
  static Cell cell(const Evaluation& model, const ColumnTemplate& column) {
    const Tone tone = column.tone ? model.tone(*column.tone) : Tone::plain;
    const auto share = [&](const std::optional<Expression>& expression) {
      return expression ? model.number(*expression) : std::nullopt;
    };
    if (column.text) {
      return model.text(*column.text);
    }
    if (column.chip) {
      return Chip{model.text(*column.chip), tone};
    }
    return BulletBar{
        share(column.bar), share(column.low), share(column.high), share(column.target), tone};
  }

  Expression rows_;
  double size_;
  double least_size_;
  std::vector<ColumnTemplate> columns_;
};

}  // namespace

BlockPtr read_table(BlockSource& source) {
  return std::make_unique<TableBlock>(source);
}

}  // namespace baocao::pdf
