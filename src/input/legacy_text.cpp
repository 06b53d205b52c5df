#include "input/legacy_text.hpp"

#include "text/unicode.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace baocao::input {
namespace {

using text::Legacy;
using text::LegacyScore;

constexpr std::size_t encodings = 3;
constexpr std::size_t enough_words = 1000;  // to judge a column by
constexpr std::size_t least_lead = 3;       // syllables more than Unicode has, to decide on its own

std::size_t index_of(Legacy encoding) {
  return static_cast<std::size_t>(encoding);
}

// The cells of a column whose fonts stand for the same encoding.
struct Group {
  LegacyScore score;
  std::size_t cells = 0;  // that may be legacy
  bool looks_legacy = false;
  Legacy encoding = Legacy::none;
};

struct Column {
  std::array<Group, encodings> groups;  // by what the font says
  std::size_t unicode_cells = 0;        // that hold letters only Unicode has
  std::size_t changed = 0;
  std::size_t first_changed = 0;  // index of the cell
  std::string font;               // of that cell
  std::optional<std::size_t> first_doubtful;
};

bool is_ascii(std::string_view text) {
  return std::all_of(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool reads_no_worse(const LegacyScore& score, Legacy encoding) {
  const std::size_t own = score.legal(encoding);
  return own * 2 >= score.words() && own >= score.legal(Legacy::none) &&
         own >= score.legal(Legacy::tcvn3) && own >= score.legal(Legacy::vni);
}

// Nothing when there is too little text.
Legacy decided(const LegacyScore& score, Legacy by_font) {
  if (by_font != Legacy::none && score.words() > 0 && reads_no_worse(score, by_font)) {
    return by_font;
  }
  const Legacy best = score.best();
  const bool leads = score.legal(best) >= score.legal(Legacy::none) + least_lead;
  return leads && reads_no_worse(score, best) ? best : Legacy::none;
}

bool reads_better(std::string_view text, Legacy encoding) {
  LegacyScore score;
  score.add(text);
  return score.legal(encoding) > score.legal(Legacy::none);
}

bool reads_worse(std::string_view text, Legacy encoding) {
  LegacyScore score;
  score.add(text);
  return score.legal(encoding) < score.legal(Legacy::none);
}

class SheetText {
 public:
  explicit SheetText(Sheet& sheet) : sheet_(sheet) {
    for (const std::string& font : sheet.fonts) {
      fonts_.push_back(text::legacy_of_font(font));
    }
  }

  // Does anything in the sheet look legacy? Cheap.
  bool looks_legacy();

  void judge_columns();
  void follow(Legacy encoding);
  void apply();
  void report(diag::Sink& sink) const;

  // Words in columns decided to be in the encoding.
  std::size_t words_in(Legacy encoding) const;

 private:
  Legacy font_of(const Cell& cell) const {
    return cell.font < fonts_.size() ? fonts_[cell.font] : Legacy::none;
  }

  Group& group_of(const Cell& cell) {
    return columns_[cell.column].groups[index_of(font_of(cell))];
  }

  Legacy encoding_of(const Cell& cell);
  void change(std::size_t index, Legacy encoding);
  bool is_doubtful(const Cell& cell);
  void decode_name();
  diag::Span span_of(std::size_t index) const;
  diag::Diagnostic note_on(const DecodedColumn& decoded) const;

  Sheet& sheet_;
  std::vector<Legacy> fonts_;
  std::vector<Column> columns_;
  LegacyScore strays_;  // what looks legacy in columns that are not
  Legacy stray_encoding_ = Legacy::none;
  Legacy followed_ = Legacy::none;
};

bool SheetText::looks_legacy() {
  bool found = false;
  for (const Cell& cell : sheet_.cells()) {
    if (cell.kind != CellKind::text || cell.text.size() < 2) {
      continue;
    }
    if (cell.column >= columns_.size()) {
      columns_.resize(cell.column + 1);
    }
    if (!text::may_be_legacy(cell.text)) {
      columns_[cell.column].unicode_cells += is_ascii(cell.text) ? 0U : 1U;
      continue;
    }
    Group& group = group_of(cell);
    ++group.cells;
    group.looks_legacy =
        group.looks_legacy || font_of(cell) != Legacy::none || text::looks_legacy(cell.text);
    found = found || group.looks_legacy;
  }
  return found;
}

void SheetText::judge_columns() {
  for (const Cell& cell : sheet_.cells()) {
    if (cell.kind == CellKind::text && text::may_be_legacy(cell.text)) {
      Group& group = group_of(cell);
      if (group.score.words() < enough_words) {
        group.score.add(cell.text);
      }
    }
  }
  for (Column& column : columns_) {
    for (std::size_t font = 0; font < encodings; ++font) {
      Group& group = column.groups[font];
      group.encoding =
          group.looks_legacy ? decided(group.score, static_cast<Legacy>(font)) : Legacy::none;
    }
  }
  for (const Cell& cell : sheet_.cells()) {
    if (cell.kind == CellKind::text && text::may_be_legacy(cell.text) &&
        text::looks_legacy(cell.text) && group_of(cell).encoding == Legacy::none &&
        strays_.words() < enough_words) {
      strays_.add(cell.text);
    }
  }
  stray_encoding_ = decided(strays_, Legacy::none);
}

std::size_t SheetText::words_in(Legacy encoding) const {
  std::size_t words = stray_encoding_ == encoding ? strays_.words() : 0;
  for (const Column& column : columns_) {
    for (const Group& group : column.groups) {
      words += group.encoding == encoding ? group.score.words() : 0;
    }
  }
  return words;
}

void SheetText::follow(Legacy encoding) {
  followed_ = encoding;
  for (Column& column : columns_) {
    for (Group& group : column.groups) {
      const bool is_unicode = column.unicode_cells > group.cells;
      if (group.encoding == Legacy::none && !is_unicode && group.score.words() > 0 &&
          reads_no_worse(group.score, encoding)) {
        group.encoding = encoding;
      }
    }
  }
}

// How one cell is to be read, by what was decided for its column and the sheet.
Legacy SheetText::encoding_of(const Cell& cell) {
  const Legacy encoding = group_of(cell).encoding;
  const bool looks = text::looks_legacy(cell.text);
  if (encoding != Legacy::none) {
    return looks || !reads_worse(cell.text, encoding) ? encoding : Legacy::none;
  }
  for (const Legacy other : {stray_encoding_, followed_}) {
    if (looks && other != Legacy::none && reads_better(cell.text, other)) {
      return other;
    }
  }
  return Legacy::none;
}

void SheetText::change(std::size_t index, Legacy encoding) {
  const Cell& cell = sheet_.cells()[index];
  const std::string& font = cell.font < sheet_.fonts.size() ? sheet_.fonts[cell.font] : "";
  std::string text = text::from_legacy(cell.text, encoding);
  if (encoding == Legacy::tcvn3 && text::is_capital_font(font)) {
    text = text::upper(text);
  }
  if (text == cell.text) {
    return;
  }
  Column& column = columns_[cell.column];
  if (column.changed++ == 0) {
    column.first_changed = index;
    column.font = font_of(cell) == encoding ? font : "";
    sheet_.decoded.push_back({cell.column, encoding, !column.font.empty(), 0});
  }
  sheet_.decode(index, text);
}

void SheetText::apply() {
  for (std::size_t i = 0; i < sheet_.cells().size(); ++i) {
    const Cell& cell = sheet_.cells()[i];
    if (cell.kind != CellKind::text || !text::may_be_legacy(cell.text)) {
      continue;
    }
    const Legacy encoding = encoding_of(cell);
    std::optional<std::size_t>& doubtful = columns_[cell.column].first_doubtful;
    if (encoding != Legacy::none) {
      change(i, encoding);
    } else if (!doubtful && is_doubtful(cell)) {
      doubtful = i;
    }
  }
  for (DecodedColumn& decoded : sheet_.decoded) {
    decoded.cells = columns_[decoded.column].changed;
  }
  std::sort(sheet_.decoded.begin(), sheet_.decoded.end(), [](const auto& a, const auto& b) {
    return a.column < b.column;
  });
  decode_name();
}

// Is it likely that a cell that stays as it is shows other letters than were meant?
bool SheetText::is_doubtful(const Cell& cell) {
  if (!text::looks_legacy(cell.text)) {
    return false;
  }
  LegacyScore score;
  score.add(cell.text);
  const Group& group = group_of(cell);
  const bool column_reads_badly = columns_[cell.column].unicode_cells < group.cells &&
                                  group.score.legal(Legacy::none) * 2 < group.score.words();
  return score.words() > 0 && (score.best() != Legacy::none || column_reads_badly);
}

void SheetText::decode_name() {
  if (followed_ != Legacy::none && text::may_be_legacy(sheet_.name) &&
      reads_better(sheet_.name, followed_)) {
    sheet_.decoded_name = text::from_legacy(sheet_.name, followed_);
  }
}

diag::Span SheetText::span_of(std::size_t index) const {
  const Cell& cell = sheet_.cells()[index];
  return {.file = sheet_.file, .sheet = sheet_.name, .cell = cell_name(cell.row, cell.column)};
}

diag::Diagnostic SheetText::note_on(const DecodedColumn& decoded) const {
  const Column& column = columns_[decoded.column];
  const std::string reason = decoded.by_font ? "phông " + column.font : "đoán theo vần tiếng Việt";
  return {.code = "F215",
          .severity = decoded.by_font ? diag::Severity::note : diag::Severity::warning,
          .message = "cột " + column_name(decoded.column) + ": chữ theo bảng mã " +
                     std::string(text::name_of(decoded.encoding)) + " (" + reason +
                     "), đã đổi sang Unicode " + std::to_string(decoded.cells) + " ô",
          .help = "xem lại họ tên trong kết quả; nếu sai, đổi tệp sang Unicode rồi gửi lại",
          .span = span_of(column.first_changed),
          .value = std::string(sheet_.cells()[column.first_changed].text)};
}

void SheetText::report(diag::Sink& sink) const {
  for (const DecodedColumn& decoded : sheet_.decoded) {
    sink.add(note_on(decoded));
  }
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    if (const std::optional<std::size_t> first = columns_[column].first_doubtful) {
      sink.add(
          {.code = "F216",
           .severity = diag::Severity::warning,
           .message = "cột " + column_name(static_cast<std::uint32_t>(column)) +
                      ": có chữ không đọc được theo Unicode, TCVN3 hay VNI; giữ nguyên như "
                      "trong tệp",
           .help = "mở tệp, xem ô đã nêu rồi gõ lại bằng Unicode, hoặc đổi cả tệp sang Unicode",
           .span = span_of(*first),
           .value = std::string(sheet_.cells()[*first].text)});
    }
  }
}

Legacy more_of(std::size_t tcvn3_words, std::size_t vni_words) {
  if (tcvn3_words == vni_words) {
    return Legacy::none;
  }
  return tcvn3_words > vni_words ? Legacy::tcvn3 : Legacy::vni;
}

}  // namespace

void decode_legacy_text(std::vector<Sheet>& sheets, diag::Sink& sink) {
  std::vector<SheetText> texts;
  std::size_t tcvn3_words = 0;
  std::size_t vni_words = 0;
  for (Sheet& sheet : sheets) {
    if (SheetText text(sheet); text.looks_legacy()) {
      text.judge_columns();
      tcvn3_words += text.words_in(Legacy::tcvn3);
      vni_words += text.words_in(Legacy::vni);
      texts.push_back(std::move(text));
    }
  }
  const Legacy of_file = more_of(tcvn3_words, vni_words);
  for (SheetText& text : texts) {
    const Legacy of_sheet = more_of(text.words_in(Legacy::tcvn3), text.words_in(Legacy::vni));
    const Legacy followed = of_sheet != Legacy::none ? of_sheet : of_file;
    if (followed != Legacy::none) {
      text.follow(followed);
    }
    text.apply();
    text.report(sink);
  }
}

}  // namespace baocao::input
