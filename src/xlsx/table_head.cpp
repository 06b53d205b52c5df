#include "xlsx/table.hpp"

#include <utility>

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

// The last of the columns that have one cell with `first` at `level`. The print area's edge parts
// cells, too.
std::size_t last_merged(const std::vector<PlacedColumn>& columns,
                        const std::vector<Texts>& texts,
                        std::size_t first,
                        std::size_t level) {
  std::size_t last = first;
  while (last + 1 < columns.size() &&
         columns[last + 1].definition->printed == columns[first].definition->printed &&
         share_cell(texts[first], texts[last + 1], level)) {
    ++last;
  }
  return last;
}

std::vector<HeadCell> cells_of_level(const std::vector<PlacedColumn>& columns,
                                     const std::vector<Texts>& texts,
                                     std::size_t level,
                                     std::size_t levels) {
  std::vector<HeadCell> cells;
  std::size_t last = 0;
  for (std::size_t first = 0; first < columns.size(); first = last + 1) {
    last = last_merged(columns, texts, first, level);
    const std::size_t depth = texts[first].size();
    if (level >= depth) {
      continue;  // the cell above reaches down to here
    }
    const auto rotated = static_cast<std::size_t>(columns[first].definition->rotated);
    cells.push_back({.first_level = level,
                     .last_level = level + 1 == depth ? levels - 1 : level,
                     .first_column = first,
                     .last_column = last,
                     .text = texts[first][level],
                     .upright = rotated == level + 1});
  }
  return cells;
}

}  // namespace

std::vector<HeadCell> build_head(const std::vector<PlacedColumn>& columns,
                                 std::size_t levels,
                                 Evaluation& evaluation) {
  const std::vector<Texts> texts = fill_in(columns, evaluation);
  std::vector<HeadCell> head;
  for (std::size_t level = 0; level < levels; ++level) {
    for (HeadCell& cell : cells_of_level(columns, texts, level, levels)) {
      head.push_back(std::move(cell));
    }
  }
  return head;
}

}  // namespace baocao::xlsx
