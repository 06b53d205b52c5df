#include "xlsx/table.hpp"

namespace baocao::xlsx {
namespace {

using Texts = std::vector<std::string>;  // of one column, from the top level down

std::vector<Texts> fill_in(const std::vector<PlacedColumn>& columns, Evaluation& evaluation) {
  std::vector<Texts> all;
  for (const PlacedColumn& column : columns) {
    Evaluation::Frame frame(evaluation);
    show(column, frame);
    Texts texts;
    for (const Words& level : column.definition->header) {
      texts.push_back(evaluation.text(level));
    }
    all.push_back(std::move(texts));
  }
  return all;
}

// Whether two neighbours have one cell at `level`: the same path so far, and more below it.
bool share_cell(const Texts& a, const Texts& b, std::size_t level) {
  if (a.size() <= level + 1 || b.size() <= level + 1) {
    return false;
  }
  for (std::size_t i = 0; i <= level; ++i) {
    if (a[i] != b[i]) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::vector<HeadCell> build_head(const std::vector<PlacedColumn>& columns,
                                 std::size_t levels,
                                 Evaluation& evaluation) {
  const std::vector<Texts> texts = fill_in(columns, evaluation);
  std::vector<HeadCell> head;
  for (std::size_t level = 0; level < levels; ++level) {
    for (std::size_t first = 0; first < columns.size();) {
      std::size_t last = first;
      const bool same_area = columns[first].definition->printed;
      while (last + 1 < columns.size() && columns[last + 1].definition->printed == same_area &&
             share_cell(texts[first], texts[last + 1], level)) {
        ++last;
      }
      const std::size_t depth = texts[first].size();
      if (level < depth) {
        const std::size_t bottom = level + 1 == depth ? levels - 1 : level;
        head.push_back({.first_level = level,
                        .last_level = bottom,
                        .first_column = first,
                        .last_column = last,
                        .text = texts[first][level],
                        .upright = columns[first].definition->rotated ==
                                   static_cast<std::int64_t>(level) + 1});
      }
      first = last + 1;
    }
  }
  return head;
}

}  // namespace baocao::xlsx
