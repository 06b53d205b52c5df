#include "annotate/sheet_outline.hpp"

#include "annotate/tags.hpp"
#include "input/xlsx/values.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace baocao::annotate {
namespace {

constexpr std::array<std::string_view, 30> before_legacy_drawing = {"sheetPr",
                                                                    "dimension",
                                                                    "sheetViews",
                                                                    "sheetFormatPr",
                                                                    "cols",
                                                                    "sheetData",
                                                                    "sheetCalcPr",
                                                                    "sheetProtection",
                                                                    "protectedRanges",
                                                                    "scenarios",
                                                                    "autoFilter",
                                                                    "sortState",
                                                                    "dataConsolidate",
                                                                    "customSheetViews",
                                                                    "mergeCells",
                                                                    "phoneticPr",
                                                                    "conditionalFormatting",
                                                                    "dataValidations",
                                                                    "hyperlinks",
                                                                    "printOptions",
                                                                    "pageMargins",
                                                                    "pageSetup",
                                                                    "headerFooter",
                                                                    "rowBreaks",
                                                                    "colBreaks",
                                                                    "customProperties",
                                                                    "cellWatches",
                                                                    "ignoredErrors",
                                                                    "smartTags",
                                                                    "drawing"};

std::optional<double> measure(const Tag& tag, std::string_view name) {
  const auto text = tag.attribute(name);
  double value = 0;
  if (!text ||
      std::from_chars(text->data(), text->data() + text->size(), value).ec != std::errc()) {
    return std::nullopt;
  }
  return value > 0 && value < 10'000 ? std::optional(value) : std::nullopt;
}

std::optional<std::uint32_t> index(const Tag& tag, std::string_view name) {
  const auto text = tag.attribute(name);
  return text ? input::xlsx::parse_index(*text) : std::nullopt;
}

class Outliner {
 public:
  explicit Outliner(std::string_view xml) : xml_(xml), tags_(xml) {}

  std::optional<SheetOutline> outline();

 private:
  void open(const Tag& tag);
  void skip_rows(const Tag& data);
  void read(const Tag& tag);

  std::string_view xml_;
  Tags tags_;
  SheetOutline out_;
  int depth_ = 0;
};

void Outliner::read(const Tag& tag) {
  if (tag.name == "col") {
    const auto first = index(tag, "min");
    const auto last = index(tag, "max");
    if (first && last && *first > 0) {
      out_.columns.push_back({*first - 1, *last - 1, index(tag, "style"), measure(tag, "width")});
    }
  } else if (tag.name == "mergeCell") {
    if (const auto area = input::xlsx::parse_area(tag.attribute("ref").value_or(""))) {
      out_.merged.push_back(*area);
    }
  } else if (tag.name == "sheetFormatPr") {
    out_.row_height = measure(tag, "defaultRowHeight").value_or(out_.row_height);
    out_.column_width = measure(tag, "defaultColWidth").value_or(out_.column_width);
  } else if (tag.name == "legacyDrawing") {
    out_.legacy_drawing = tag.attribute_of_any_prefix("id").value_or("");
  }
}

// The rows are jumped over: they are nearly all of the text.
void Outliner::skip_rows(const Tag& data) {
  const std::size_t at = xml_.find("</" + out_.prefix + "sheetData", tags_.end_of(data));
  tags_ = Tags(xml_, std::min(at, xml_.size()));
}

void Outliner::open(const Tag& tag) {
  if (depth_ == 1) {
    out_.blocks.push_back({tag.name, tags_.begin_of(tag), tags_.end_of(tag)});
  }
  if (depth_ == 1 || depth_ == 2) {
    read(tag);
  }
  depth_ += tag.empty ? 0 : 1;
}

std::optional<SheetOutline> Outliner::outline() {
  while (const auto tag = tags_.next()) {
    if (depth_ == 0) {
      out_.prefix = tag->prefix;
    }
    if (!tag->closes) {
      open(*tag);
    } else if (--depth_ == 1) {
      out_.blocks.back().end = tags_.end_of(*tag);
    }
    const bool rows_follow = depth_ == 2 && tag->name == "sheetData" && !tag->closes && !tag->empty;
    if (rows_follow) {
      skip_rows(*tag);
    }
  }
  const auto data = std::find_if(out_.blocks.begin(), out_.blocks.end(), [](const Block& block) {
    return block.name == "sheetData";
  });
  if (depth_ != 0 || data == out_.blocks.end()) {
    return std::nullopt;
  }
  out_.data = *data;
  return std::move(out_);
}

}  // namespace

std::size_t SheetOutline::place_of_legacy_drawing() const {
  std::size_t place = data.end;
  for (const Block& block : blocks) {
    const bool before =
        std::find(before_legacy_drawing.begin(), before_legacy_drawing.end(), block.name) !=
        before_legacy_drawing.end();
    place = before ? std::max(place, block.end) : place;
  }
  return place;
}

const ColumnFormat* SheetOutline::column(std::uint32_t wanted) const {
  const auto at = std::find_if(columns.begin(), columns.end(), [&](const ColumnFormat& format) {
    return format.first <= wanted && wanted <= format.last;
  });
  return at == columns.end() ? nullptr : &*at;
}

std::optional<SheetOutline> outline(std::string_view xml) {
  return Outliner(xml).outline();
}

}  // namespace baocao::annotate
