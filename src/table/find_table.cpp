#include "table/find_table.hpp"

#include "table/header_rows.hpp"
#include "text/keys.hpp"

#include <algorithm>
#include <set>

namespace baocao::table {
namespace {

constexpr std::uint32_t rows_searched = 60;  // titles are shorter than this
constexpr std::uint32_t most_header_rows = 4;
constexpr std::size_t least_fields = 2;
constexpr std::size_t sure_hits = 3;  // a row that names so many headers is the header

// Names of headers in one row, each counted once.
std::size_t hits_in(const input::Sheet& sheet, std::uint32_t row, const HeaderMatcher& matcher) {
  std::set<std::string> hits;
  for (const input::Cell& cell : sheet.row(row)) {
    if (cell.kind != input::CellKind::text) {
      continue;
    }
    std::string key = text::header_key(cell.text);
    if (matcher.knows(key)) {
      hits.insert(std::move(key));
    }
  }
  return hits.size();
}

std::optional<std::uint32_t> likeliest_row(const input::Sheet& sheet,
                                           const HeaderMatcher& matcher,
                                           std::uint32_t from) {
  std::optional<std::uint32_t> best;
  std::size_t best_hits = 0;
  for (std::uint32_t row = from; row < std::min(from + rows_searched, sheet.rows()); ++row) {
    const std::size_t hits = hits_in(sheet, row, matcher);
    if (hits > best_hits) {
      best = row;
      best_hits = hits;
    }
    if (hits >= sure_hits) {
      break;
    }
  }
  return best;
}

struct Candidate {
  Header header;
  std::size_t fields = 0;
  std::size_t score = 0;
};

HeaderColumn matched(ColumnLevels levels, const HeaderMatcher& matcher) {
  HeaderColumn column{.column = levels.column, .merged = levels.merged};
  for (const std::string& text : levels.texts) {
    if (std::string key = text::header_key(text); !key.empty()) {
      column.keys.push_back(std::move(key));
    }
  }
  column.levels = std::move(levels.texts);
  column.match = matcher.match(column.keys);
  return column;
}

Candidate try_rows(const HeaderRows& rows, const HeaderMatcher& matcher) {
  constexpr std::size_t field_weight = 8;  // ignored columns only settle ties
  constexpr std::size_t word_weight = 2;   // {Nam | Nữ} below "Ngày sinh" is part of the header
  Candidate candidate;
  std::set<std::size_t> fields;
  for (ColumnLevels& levels : rows.columns()) {
    HeaderColumn column = matched(std::move(levels), matcher);
    if (column.keys.empty()) {
      continue;
    }
    if (column.match.kind == HeaderMatch::Kind::field) {
      fields.insert(column.match.field);
      candidate.score += field_weight + (column.match.role == Role::whole ? 0 : word_weight);
    } else if (column.match.kind == HeaderMatch::Kind::ignored) {
      ++candidate.score;
    }
    candidate.header.columns.push_back(std::move(column));
  }
  candidate.fields = fields.size();
  return candidate;
}

}  // namespace

std::string HeaderColumn::title() const {
  std::string title;
  for (const std::string& level : levels) {
    title += title.empty() ? level : " > " + level;
  }
  return title;
}

bool is_header_row(const input::Sheet& sheet, std::uint32_t row, const HeaderMatcher& matcher) {
  const std::span<const input::Cell> cells = sheet.row(row);
  const bool is_of_words =
      cells.size() >= sure_hits && std::all_of(cells.begin(), cells.end(), [](const auto& cell) {
        return cell.kind == input::CellKind::text && (cell.text[0] < '0' || cell.text[0] > '9');
      });
  if (!is_of_words) {
    return false;
  }
  std::set<std::size_t> fields;
  for (const input::Cell& cell : cells) {
    const std::string key = text::header_key(cell.text);
    const HeaderMatch match = matcher.match(std::span(&key, 1));
    // "Nữ", "Thạc sĩ" may head a column, but records say so as well.
    if (match.kind == HeaderMatch::Kind::field && match.role == Role::whole) {
      fields.insert(match.field);
    }
  }
  return fields.size() >= std::max(sure_hits, cells.size() / 2);
}

std::optional<Header> find_table(const input::Sheet& sheet,
                                 const HeaderMatcher& matcher,
                                 std::uint32_t from) {
  const auto likely = likeliest_row(sheet, matcher, from);
  if (!likely) {
    return std::nullopt;
  }
  const std::uint32_t lowest_first = std::max(from, *likely < 2 ? 0 : *likely - 2);
  Candidate best;
  for (std::uint32_t first = *likely + 1; first-- > lowest_first;) {
    for (std::uint32_t last = *likely; last < first + most_header_rows; ++last) {
      const HeaderRows rows(sheet, first, last);
      if (!rows.sound()) {
        continue;
      }
      Candidate candidate = try_rows(rows, matcher);
      if (candidate.score > best.score) {
        candidate.header.first_row = first;
        candidate.header.last_row = last;
        best = std::move(candidate);
      }
    }
  }
  return best.fields >= least_fields ? std::optional(std::move(best.header)) : std::nullopt;
}

}  // namespace baocao::table
