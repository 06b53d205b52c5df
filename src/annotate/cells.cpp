#include "annotate/cells.hpp"

#include "annotate/tags.hpp"
#include "input/xlsx/values.hpp"

#include <algorithm>
#include <optional>

namespace baocao::annotate {
namespace {

std::uint32_t number(const Tag& tag, std::string_view name, std::uint32_t otherwise) {
  const auto text = tag.attribute(name);
  return text ? input::xlsx::parse_index(*text).value_or(otherwise) : otherwise;
}

// Counts rows and cells the way a reader does: where one has no address, it follows the last.
class Counter {
 public:
  void open_row(const Tag& tag) {
    row_ = number(tag, "r", next_row_ + 1) - 1;
    next_row_ = row_ + 1;
    next_column_ = 0;
  }

  void open_cell(const Tag& tag) {
    const auto reference = tag.attribute("r");
    const auto at = reference ? input::xlsx::parse_position(*reference) : std::nullopt;
    column_ = at ? at->column : next_column_;
    next_column_ = column_ + 1;
  }

  std::uint32_t row() const { return row_; }

  std::uint32_t column() const { return column_; }

 private:
  std::uint32_t next_row_ = 0;
  std::uint32_t next_column_ = 0;
  std::uint32_t row_ = 0;
  std::uint32_t column_ = 0;
};

class RowEditor {
 public:
  RowEditor(std::string_view xml,
            const SheetOutline& outline,
            const CellMarks& marks,
            Styles& styles)
      : xml_(xml),
        outline_(outline),
        styles_(styles),
        next_(marks.begin()),
        end_(marks.end()),
        copied_(outline.data.begin) {}

  base::Bytes edited();

 private:
  void open_row(const Tag& tag);
  void open_cell(const Tag& tag);
  void copy_to(std::size_t place);
  void restyle(const Tag& tag, std::uint32_t old_format, std::uint32_t format);
  void add_cell();
  void add_cells_before(std::uint32_t column);
  void add_rows_before(std::uint32_t row);

  std::size_t begin_of(const Tag& tag) const {
    return static_cast<std::size_t>(tag.whole.data() - xml_.data());
  }

  std::string_view xml_;
  const SheetOutline& outline_;
  Styles& styles_;
  CellMarks::const_iterator next_;
  CellMarks::const_iterator end_;
  std::size_t copied_;  // what is before has been written
  base::Bytes out_;
  Counter at_;
  std::optional<std::uint32_t> row_format_;
};

constexpr std::uint32_t all_columns = 0xFFFFFFFF;
constexpr std::uint32_t all_rows = 0xFFFFFFFF;

void RowEditor::copy_to(std::size_t place) {
  out_ += xml_.substr(copied_, place - copied_);
  copied_ = place;
}

void RowEditor::add_cell() {
  const auto& [row, column] = next_->first;
  const ColumnFormat* described = outline_.column(column);
  const std::uint32_t of_column = described == nullptr ? 0 : described->style.value_or(0);
  const std::uint32_t format = styles_.unmarked(row_format_.value_or(of_column));
  out_ += "<" + outline_.prefix + "c r=\"" + input::cell_name(row, column) + "\" s=\"" +
          std::to_string(styles_.marked(format, next_->second)) + "\"/>";
  ++next_;
}

void RowEditor::add_cells_before(std::uint32_t column) {
  while (next_ != end_ && next_->first.first == at_.row() && next_->first.second < column) {
    add_cell();
  }
}

void RowEditor::add_rows_before(std::uint32_t row) {
  row_format_.reset();
  while (next_ != end_ && next_->first.first < row) {
    const std::uint32_t added = next_->first.first;
    out_ += "<" + outline_.prefix + "row r=\"" + std::to_string(added + 1) + "\">";
    while (next_ != end_ && next_->first.first == added) {
      add_cell();
    }
    out_ += "</" + outline_.prefix + "row>";
  }
}

void RowEditor::restyle(const Tag& tag, std::uint32_t old_format, std::uint32_t format) {
  if (format == old_format) {
    return;
  }
  const auto written = tag.attribute("s");
  if (written) {
    copy_to(static_cast<std::size_t>(written->data() - xml_.data()));
    out_ += std::to_string(format);
    copied_ += written->size();
  } else {
    copy_to(begin_of(tag) + 1 + tag.prefix.size() + tag.name.size());
    out_ += " s=\"" + std::to_string(format) + "\"";
  }
}

void RowEditor::open_cell(const Tag& tag) {
  at_.open_cell(tag);
  const bool cells_missing = next_ != end_ && next_->first < Address(at_.row(), at_.column());
  if (cells_missing) {
    copy_to(begin_of(tag));
    add_cells_before(at_.column());
  }
  const std::uint32_t old_format = number(tag, "s", 0);
  std::uint32_t format = styles_.unmarked(old_format);
  if (next_ != end_ && next_->first == Address(at_.row(), at_.column())) {
    format = styles_.marked(format, next_->second);
    ++next_;
  }
  restyle(tag, old_format, format);
}

void RowEditor::open_row(const Tag& tag) {
  at_.open_row(tag);
  if (next_ != end_ && next_->first.first < at_.row()) {
    copy_to(begin_of(tag));
    add_rows_before(at_.row());
  }
  const bool has_format = tag.attribute("customFormat").value_or("0") != "0";
  row_format_ = has_format ? std::optional(number(tag, "s", 0)) : std::nullopt;
  const bool marked = next_ != end_ && next_->first.first == at_.row();
  if (tag.empty && marked) {
    copy_to(begin_of(tag) + tag.whole.size() - 2);
    copied_ += 2;
    out_ += ">";
    add_cells_before(all_columns);
    out_ += "</" + outline_.prefix + "row>";
  }
}

base::Bytes RowEditor::edited() {
  Tags tags(xml_.substr(0, outline_.data.end), outline_.data.begin);
  while (const auto tag = tags.next()) {
    if (tag->name == "c" && !tag->closes) {
      open_cell(*tag);
    } else if (tag->name == "row" && !tag->closes) {
      open_row(*tag);
    } else if (tag->name == "row") {
      copy_to(begin_of(*tag));
      add_cells_before(all_columns);
    } else if (tag->name == "sheetData" && tag->empty) {
      copy_to(begin_of(*tag) + tag->whole.size() - 2);
      copied_ += 2;
      out_ += ">";
      add_rows_before(all_rows);
      out_ += "</" + outline_.prefix + "sheetData>";
    } else if (tag->name == "sheetData" && tag->closes) {
      copy_to(begin_of(*tag));
      add_rows_before(all_rows);
    }
  }
  copy_to(outline_.data.end);
  return std::move(out_);
}

}  // namespace

base::Bytes marked_rows(std::string_view xml,
                        const SheetOutline& outline,
                        const CellMarks& marks,
                        Styles& styles) {
  return RowEditor(xml, outline, marks, styles).edited();
}

std::map<std::uint32_t, std::uint32_t> first_used_columns(std::string_view xml,
                                                          const SheetOutline& outline,
                                                          const std::vector<std::uint32_t>& rows) {
  std::map<std::uint32_t, std::uint32_t> found;
  Counter at;
  Tags tags(xml.substr(0, outline.data.end), outline.data.begin);
  while (const auto tag = rows.empty() ? std::nullopt : tags.next()) {
    if (tag->closes) {
      continue;
    }
    if (tag->name == "row") {
      at.open_row(*tag);
    } else if (tag->name == "c") {
      at.open_cell(*tag);
      if (!tag->empty && std::binary_search(rows.begin(), rows.end(), at.row())) {
        found.try_emplace(at.row(), at.column());
      }
    }
  }
  for (const std::uint32_t row : rows) {
    found.try_emplace(row, 0);
  }
  return found;
}

}  // namespace baocao::annotate
