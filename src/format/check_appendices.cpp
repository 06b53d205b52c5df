// Appendices and tables.
#include "format/checks.hpp"
#include "text/keys.hpp"

#include <algorithm>
#include <array>

namespace baocao::format {
namespace {

bool starts_page(const Document& document, const Line& label) {
  const Paragraph& paragraph = document.paragraphs()[label.paragraph];
  if (document.looks().paragraph(paragraph.node).new_page) {
    return true;
  }
  const bool starts_section =
      std::any_of(document.sections().begin(), document.sections().end(), [&](const Section& each) {
        return each.first <= label.paragraph && label.paragraph < each.end && each.first > 0 &&
               std::string_view(each.properties.child("w:type").attribute("w:val").value()) !=
                   "continuous";
      });
  const auto has_break = [](pugi::xml_node node) {
    return static_cast<bool>(node.find_node([](pugi::xml_node inner) {
      return docx::is(inner, "w:br") &&
             std::string_view(inner.attribute("w:type").value()) == "page";
    }));
  };
  const pugi::xml_node before = paragraph.node.previous_sibling("w:p");
  return starts_section || has_break(before) || has_break(paragraph.node);
}

std::string number_of(const Line& label) {
  static const std::size_t word = std::string_view("Phụ lục").size();
  const std::string number = label.text.size() > word ? label.text.substr(word) : "";
  const std::size_t begin = number.find_first_not_of(" :");
  const std::size_t end = number.find_last_not_of(" :.");
  return begin == std::string::npos ? "" : number.substr(begin, end - begin + 1);
}

std::string roman(std::size_t number) {
  static constexpr std::array<std::pair<std::size_t, std::string_view>, 5> signs{
      {{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}};
  std::string out;
  for (const auto& [value, sign] : signs) {
    for (; number >= value; number -= value) {
      out += sign;
    }
  }
  return out;
}

bool body_mentions(const Subject& subject) {
  const std::string word = text::name_key("phụ lục");
  const auto& body = subject.layout.body;
  return std::any_of(body.begin(), body.end(), [&](std::size_t index) {
    return text::name_key(subject.document.paragraphs()[index].text.text).find(word) !=
           std::string::npos;
  });
}

void check_appendix(const Subject& subject, const Appendix& appendix, std::size_t number) {
  const std::size_t count = subject.layout.appendices.size();
  const std::string found = number_of(appendix.label);
  if (count > 1 && found != roman(number) && !has_tag(appendix.label.text)) {
    subject.findings.at(appendix.label,
                        {"D502",
                         "phụ lục thứ " + std::to_string(number) + " ghi số \"" + found +
                             "\", quy định \"" + roman(number) + "\"",
                         "đánh số các phụ lục bằng chữ số La Mã",
                         {}});
  }
  if (!starts_page(subject.document, appendix.label)) {
    subject.findings.at(
        appendix.label,
        {"D503",
         "phụ lục chưa bắt đầu ở trang mới",
         "ngắt trang trước phụ lục",
         {paragraph_property(subject.document.paragraphs()[appendix.label.paragraph],
                             "w:pageBreakBefore",
                             {{"w:val", "1"}})}});
  }
  if (!appendix.source) {
    subject.findings.at(appendix.label,
                        {"D504",
                         "dưới tên phụ lục chưa có dòng \"(Kèm theo …)\"",
                         "ghi \"(Kèm theo Báo cáo số …, ngày … của …)\"",
                         {}});
  }
}

}  // namespace

void check_appendices(const Subject& subject) {
  const auto& appendices = subject.layout.appendices;
  if (!appendices.empty() && !body_mentions(subject)) {
    subject.findings.at(appendices.front().label,
                        {"D501",
                         "nội dung văn bản chưa nhắc đến phụ lục",
                         "ghi trong nội dung, ví dụ \"(chi tiết tại Phụ lục I)\"",
                         {}});
  }
  for (std::size_t i = 0; i < appendices.size(); ++i) {
    check_appendix(subject, appendices[i], i + 1);
  }
}

// Tables with lines that may run over a page: their first row must be told to repeat.
void check_tables(const Subject& subject) {
  constexpr std::ptrdiff_t long_table = 15;
  pugi::xml_node last;
  for (const Paragraph& paragraph : subject.document.paragraphs()) {
    const pugi::xml_node table = docx::is(paragraph.holder, "w:tc")
                                     ? docx::ancestor(paragraph.holder, "w:tbl")
                                     : pugi::xml_node();
    if (!table || table == last) {
      continue;
    }
    last = table;
    const auto rows = table.children("w:tr");
    const pugi::xml_node repeats = table.child("w:tr").child("w:trPr").child("w:tblHeader");
    if (std::distance(rows.begin(), rows.end()) >= long_table && !is_on(repeats)) {
      subject.findings.at(paragraph,
                          {"D505",
                           "bảng dài chưa lặp lại hàng tiêu đề ở đầu mỗi trang",
                           "chọn hàng đầu của bảng, bật \"Repeat Header Rows\"",
                           {}});
    }
  }
}

}  // namespace baocao::format
