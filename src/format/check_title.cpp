// The title on the right and the issuing bodies on the left.
#include "format/checks.hpp"
#include "format/lengths.hpp"
#include "format/ruled_line.hpp"
#include "text/keys.hpp"

#include <algorithm>
#include <cstdlib>

namespace baocao::format {
namespace {

constexpr int tolerance = 57;  // 1 mm
// Bodies may draw their line a little short of or past the third and the half.
constexpr int hundred = 100;
constexpr int shortest_percent = 30;
constexpr int longest_percent = 55;

int length_of(const Subject& subject, const Line& line) {
  int length = 0;
  for (const Document::Piece& piece : subject.document.pieces(line)) {
    length += text_length(piece.text, piece.look.size, piece.look.bold);
  }
  return length;
}

// Both indents, so that a border of `length` stands in the middle of the room.
Edit border_edit(const Subject& subject, const RuledLine& rule, int length) {
  const std::string indent = std::to_string(std::max(0, (rule.room - length) / 2));
  return paragraph_property(subject.document.paragraphs()[rule.paragraph],
                            "w:ind",
                            {{"w:left", indent},
                             {"w:right", indent},
                             {"w:start", ""},
                             {"w:end", ""},
                             {"w:firstLine", ""},
                             {"w:hanging", ""}});
}

void check_title_line(const Subject& subject, const Line& line) {
  const int wanted = length_of(subject, line);
  auto rule = line_under(subject.document, line);
  // Another shape may be that of another line: it is not for us to move.
  const bool stands_under_title = rule && rule->made == RuledLine::Made::shape;
  if (!rule || rule->made == RuledLine::Made::underline) {
    // A shape may be anchored elsewhere: the one nearest in length is the title's.
    for (const RuledLine& drawn :
         drawn_lines(subject.document, line.paragraph + 1 + subject.layout.issuer.size() + 4)) {
      const bool nearer = !rule || !rule->length ||
                          std::abs(*drawn.length - wanted) < std::abs(*rule->length - wanted);
      rule = nearer ? drawn : rule;
    }
  }
  if (!rule || rule->made == RuledLine::Made::signs || rule->made == RuledLine::Made::underline) {
    subject.findings.at(
        line,
        {"D202",
         !rule
             ? "dưới tiêu đề chưa có đường kẻ ngang nét liền"
             : "đường dưới tiêu đề là gạch chân hoặc dãy dấu, quy định là đường kẻ ngang nét liền",
         "vẽ đường thẳng dài bằng dòng chữ (" + mm_text(wanted) + " mm)",
         {}});
    return;
  }
  if (rule->length && std::abs(*rule->length - wanted) > tolerance) {
    std::vector<Edit> edits;
    if (rule->made == RuledLine::Made::border && rule->room > wanted) {
      edits.push_back(border_edit(subject, *rule, wanted));
    } else if (stands_under_title) {
      edits = resized(subject.document, *rule, wanted);
    }
    subject.findings.at(line,
                        {"D203",
                         "đường kẻ dưới tiêu đề dài " + mm_text(*rule->length) +
                             " mm, quy định dài bằng dòng chữ: " + mm_text(wanted) + " mm",
                         "kéo đường kẻ dài bằng dòng chữ (sai số 1 mm)",
                         std::move(edits)});
  }
}

void demand_line(const Subject& subject,
                 const std::optional<Line>& line,
                 const std::string& wanted) {
  if (!line && !wanted.empty()) {
    subject.findings.whole({"D201",
                            "không thấy dòng \"" + wanted + "\"",
                            "ghi dòng này ở đầu trang thứ nhất, bên phải",
                            {}},
                           "đầu trang 1");
  }
}

void check_star(const Subject& subject) {
  const std::string& wanted = subject.profile.star;
  const Line& issuer = subject.layout.issuer.back();
  const auto& star = subject.layout.star;
  if (!star) {
    subject.findings.at(issuer,
                        {"D205",
                         "dưới tên cơ quan ban hành chưa có dấu \"" + wanted + "\"",
                         "thêm một dòng chỉ có dấu \"" + wanted + "\"",
                         inserted_after(subject.document, issuer, wanted)});
  } else if (star->text != wanted) {
    subject.findings.at(
        *star,
        {"D205",
         "dưới tên cơ quan ban hành là \"" + star->text + "\", quy định \"" + wanted + "\"",
         "thay bằng dấu \"" + wanted + "\"",
         {TextEdit{star->paragraph, star->begin, star->end, wanted}}});
  }
}

// Of the name as it is broken over lines; no line is longer than its cell.
int longest_line(const Subject& subject) {
  int longest = 0;
  for (const Line& line : subject.layout.issuer) {
    longest = std::max(longest, length_of(subject, line));
  }
  const auto room = room_around(subject.document, subject.layout.issuer.back().paragraph);
  return room ? std::min(longest, *room) : longest;
}

// State documents: a line of a third to half the name's length.
void check_issuer_line(const Subject& subject) {
  const Line& issuer = subject.layout.issuer.back();
  const int text = longest_line(subject);
  const auto rule = line_under(subject.document, issuer);
  const bool drawn =
      rule && (rule->made == RuledLine::Made::border || rule->made == RuledLine::Made::shape);
  const bool fits =
      drawn && (!rule->length || (*rule->length * hundred >= text * shortest_percent &&
                                  *rule->length * hundred <= text * longest_percent));
  if (fits || text == 0 || has_tag(issuer.text)) {
    return;
  }
  const int wanted = text * 2 / 5;
  std::vector<Edit> edits;
  if (drawn && rule->made == RuledLine::Made::border && rule->room > wanted) {
    edits.push_back(border_edit(subject, *rule, wanted));
  }
  subject.findings.at(
      issuer,
      {"D206",
       drawn ? "đường kẻ dưới tên cơ quan dài " + mm_text(*rule->length) +
                   " mm, quy định từ 1/3 đến 1/2 dòng chữ"
             : std::string("dưới tên cơ quan ban hành chưa có đường kẻ ngang"),
       "vẽ đường kẻ dài từ " + mm_text(text / 3) + " đến " + mm_text(text / 2) + " mm, ở giữa",
       std::move(edits)});
}

}  // namespace

void check_title(const Subject& subject) {
  demand_line(subject, subject.layout.title, subject.profile.title);
  demand_line(subject, subject.layout.motto, subject.profile.motto);
  const auto& ruled = subject.profile.motto.empty() ? subject.layout.title : subject.layout.motto;
  if (ruled) {
    check_title_line(subject, *ruled);
  }
}

void check_bodies(const Subject& subject) {
  if (subject.layout.issuer.empty()) {
    subject.findings.whole({"D204",
                            "không thấy tên cơ quan ban hành",
                            "ghi tên cơ quan ở đầu trang thứ nhất, bên trái, phía trên số, ký hiệu",
                            {}},
                           "đầu trang 1");
    return;
  }
  if (subject.profile.star.empty()) {
    check_issuer_line(subject);
  } else {
    check_star(subject);
  }
}

}  // namespace baocao::format
