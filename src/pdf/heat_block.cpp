#include "pdf/block.hpp"
#include "pdf/chart.hpp"
#include "pdf/fault.hpp"
#include "pdf/heat_grid.hpp"

#include <memory>
#include <string>
#include <utility>

namespace baocao::pdf {
namespace {

// The names under which the expressions see a column, a row and a cell.
constexpr const char* column_name = "cot";
constexpr const char* row_name = "hang";
constexpr const char* cell_name = "o";

// How far below the target, 0…1. Only the depth of a shade hangs on it.
double shortfall(const std::optional<base::Ratio>& value,
                 const std::optional<base::Ratio>& target) {
  if (!value || !target || target->is_zero() || *value >= *target) {
    return 0;
  }
  return 1 - drawn(*value) / drawn(*target);
}

class HeatBlock : public Block {
 public:
  explicit HeatBlock(config::Fields& fields)
      : corner_(read_text(fields, "corner")),
        columns_(read_expression(fields, "columns")),
        head_(read_text(fields, "head")),
        rows_(read_expression(fields, "rows")),
        label_(read_text(fields, "label")),
        cells_(read_expression(fields, "cells")),
        value_(read_text(fields, "value")),
        tone_(read_expression(fields, "tone")),
        actual_(read_expression(fields, "actual")),
        target_(read_expression(fields, "target")),
        total_label_(read_optional_text(fields, "total_label")),
        total_cells_(read_optional_expression(fields, "total_cells")),
        blocks_(fields.optional_integer("blocks").value_or(1)) {
    if (blocks_ < 1 || blocks_ > 4) {
      fields.fault("P112", "blocks", "blocks phải từ 1 đến 4", "Ghi số bảng đặt cạnh nhau.");
    }
  }

  ElementPtr element(Evaluation& model) const override {
    HeatContent content;
    content.corner = model.text(corner_);
    content.blocks = static_cast<std::size_t>(blocks_);
    model.for_each(columns_, column_name, [&] { content.heads.push_back(model.text(head_)); });
    if (total_cells_) {
      content.total = row(model, total_label_, *total_cells_, content.heads.size());
    }
    model.for_each(rows_, row_name, [&] {
      content.rows.push_back(row(model, label_, cells_, content.heads.size()));
    });
    return std::make_unique<HeatGrid>(std::move(content), model.fonts());
  }

 private:
  HeatRow row(Evaluation& model,
              const TemplateText& label,
              const Expression& cells,
              std::size_t columns) const {
    HeatRow row{model.text(label), {}};
    model.for_each(cells, cell_name, [&] {
      row.cells.push_back({model.text(value_),
                           model.tone(tone_),
                           shortfall(model.number(actual_), model.number(target_))});
    });
    if (row.cells.size() != columns) {
      throw RenderFault({.code = "P113",
                         .message = "Hàng \"" + row.label + "\" có " +
                                    std::to_string(row.cells.size()) + " ô, bảng có " +
                                    std::to_string(columns) + " cột",
                         .help = "Sửa biểu thức cells để mỗi hàng có một ô cho mỗi cột.",
                         .span = cells.span});
    }
    return row;
  }

  TemplateText corner_;
  Expression columns_;
  TemplateText head_;
  Expression rows_;
  TemplateText label_;
  Expression cells_;
  TemplateText value_;
  Expression tone_;
  Expression actual_;
  Expression target_;
  TemplateText total_label_;
  std::optional<Expression> total_cells_;
  std::int64_t blocks_;
};

}  // namespace

BlockPtr read_heat_table(BlockSource& source) {
  return std::make_unique<HeatBlock>(source.fields);
}

}  // namespace baocao::pdf
