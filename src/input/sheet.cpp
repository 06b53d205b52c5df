#include "input/sheet.hpp"

#include <algorithm>
#include <functional>

namespace baocao::input {

std::vector<Lines> joined(std::vector<Lines> lines) {
  std::sort(
      lines.begin(), lines.end(), [](const Lines& a, const Lines& b) { return a.first < b.first; });
  std::vector<Lines> out;
  for (const Lines& next : lines) {
    if (out.empty() || next.first > out.back().last + 1) {
      out.push_back(next);
    } else {
      out.back().last = std::max(out.back().last, next.last);
    }
  }
  return out;
}

void Sheet::add(const Cell& cell) {
  add_shared(cell);
  cells_.back().text = keep(cell.text);
}

void Sheet::add_shared(const Cell& cell) {
  if (cell.row >= rows_) {
    row_starts_.resize(cell.row + 1, static_cast<std::uint32_t>(cells_.size()));
    rows_ = cell.row + 1;
  }
  cells_.push_back(cell);
}

std::span<const Cell> Sheet::row(std::uint32_t row) const {
  if (row >= rows_) {
    return {};
  }
  const std::size_t from = row_starts_[row];
  const std::size_t to = row + 1 < rows_ ? row_starts_[row + 1] : cells_.size();
  return std::span(cells_).subspan(from, to - from);
}

const Cell* Sheet::at(std::uint32_t row, std::uint32_t column) const {
  const std::span<const Cell> cells = this->row(row);
  const auto found = std::lower_bound(
      cells.begin(), cells.end(), column, [](const Cell& cell, std::uint32_t wanted) {
        return cell.column < wanted;
      });
  return found != cells.end() && found->column == column ? &*found : nullptr;
}

std::string_view Sheet::raw(const Cell& cell) const {
  const auto index = static_cast<std::size_t>(&cell - cells_.data());
  const auto found =
      std::lower_bound(raws_.begin(), raws_.end(), index, [](const Raw& raw, std::size_t wanted) {
        return raw.index < wanted;
      });
  return found != raws_.end() && found->index == index ? found->text : cell.text;
}

void Sheet::decode(std::size_t index, std::string_view text) {
  Cell& cell = cells_[index];
  raws_.push_back({index, cell.text});
  cell.text = keep(text);
}

std::string_view Sheet::keep(std::string_view text) {
  constexpr std::size_t remembered = 4096;
  recent_.resize(remembered);
  std::string_view& recent = recent_[std::hash<std::string_view>()(text) % remembered];
  if (recent != text) {
    recent = append(text);
  }
  return recent;
}

// A block is never grown beyond what it reserved, so views into it stay good.
std::string_view Sheet::append(std::string_view text) {
  constexpr std::size_t block_size = 64UL * 1024;
  if (pool_.empty() || pool_.back().capacity() - pool_.back().size() < text.size()) {
    pool_.emplace_back().reserve(std::max(block_size, text.size()));
  }
  std::string& block = pool_.back();
  block += text;
  return std::string_view(block).substr(block.size() - text.size());
}

std::string column_name(std::uint32_t column) {
  std::string name;
  for (std::uint32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return name;
}

std::string cell_name(std::uint32_t row, std::uint32_t column) {
  return column_name(column) + std::to_string(row + 1);
}

}  // namespace baocao::input
