// The lines that name what a document is based on ("Căn cứ …"), on top of its text.
#include "format/checks.hpp"
#include "text/keys.hpp"

namespace baocao::format {
namespace {

std::string key_of(const Paragraph& paragraph) {
  const std::string key = text::name_key(paragraph.text.text);
  const std::size_t begin = key.find_first_not_of("-+ ");
  return begin == std::string::npos ? "" : key.substr(begin);
}

// "Căn cứ …", "Theo đề nghị của …". A sentence of the text may begin alike, but not end alike.
bool is_basis(const Paragraph& paragraph) {
  const std::string key = key_of(paragraph);
  return (key.starts_with("căn cứ ") || key.starts_with("theo đề nghị ")) &&
         std::string_view(";,.").find(key.back()) != std::string_view::npos;
}

// The paragraphs on top of the text that are one basis each. One alone that does not end with ";"
// is a sentence.
std::vector<std::size_t> find_basis(const Subject& subject) {
  std::vector<std::size_t> out;
  bool is_list = false;
  for (const std::size_t index : subject.layout.body) {
    const Paragraph& paragraph = subject.document.paragraphs()[index];
    if (!is_basis(paragraph)) {
      break;
    }
    is_list = is_list || key_of(paragraph).ends_with(';');
    out.push_back(index);
  }
  return is_list || out.size() > 1 ? out : std::vector<std::size_t>();
}

void check_slant(const Subject& subject, std::size_t index) {
  const Paragraph& paragraph = subject.document.paragraphs()[index];
  const bool upright = subject.profile.kind == Kind::party;
  const std::size_t end = paragraph.text.text.size();
  std::vector<Edit> edits;
  for (const auto& piece : subject.document.pieces(paragraph, 0, end)) {
    if (piece.look.italic == upright) {
      edits.emplace_back(
          run_property(paragraph, piece.run, "w:i", {{"w:val", upright ? "0" : "1"}}));
    }
  }
  if (!edits.empty()) {
    subject.findings.at(
        index,
        0,
        end,
        {"D316",
         upright ? "căn cứ in nghiêng, quy định kiểu chữ đứng" : "căn cứ chưa in nghiêng",
         upright ? "bỏ in nghiêng" : "đặt chữ nghiêng",
         std::move(edits)});
  }
}

// ";" after each; the last may end with "," (the text goes on) or ".".
void check_end(const Subject& subject, std::size_t index, bool is_last) {
  const std::string& text = subject.document.paragraphs()[index].text.text;
  const std::size_t at = text.find_last_not_of(" \t\n\r");
  const bool right = is_last ? text[at] == ',' || text[at] == '.' : text[at] == ';';
  if (!right) {
    subject.findings.at(index,
                        0,
                        text.size(),
                        {"D317",
                         std::string("dòng căn cứ kết thúc bằng \"") + text[at] +
                             "\", quy định \"" + (is_last ? "," : ";") + "\"",
                         is_last ? "kết thúc dòng căn cứ cuối bằng dấu phẩy"
                                 : "kết thúc dòng căn cứ bằng dấu chấm phẩy",
                         {TextEdit{index, at, at + 1, is_last ? "," : ";"}}});
  }
}

}  // namespace

void check_basis(const Subject& subject) {
  const std::vector<std::size_t> lines = find_basis(subject);
  for (const std::size_t index : lines) {
    check_slant(subject, index);
    check_end(subject, index, index == lines.back());
  }
}

}  // namespace baocao::format
