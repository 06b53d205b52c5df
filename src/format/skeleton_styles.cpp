#include "format/skeleton_styles.hpp"

#include "format/lengths.hpp"
#include "package/xml.hpp"

#include <algorithm>

namespace baocao::format {
namespace {

using package::escaped;

constexpr int usual_size = 28;  // half-points; only title and type are larger
constexpr int table_size = 24;
constexpr int statement_size = 18;
constexpr std::array<std::string_view, 4> alignments{"left", "center", "right", "both"};

struct Setting {
  std::string id;
  std::string name;
  std::string paragraph;  // XML inside w:pPr, in order
  std::string run;        // XML inside w:rPr, in order
  std::string_view based_on = "Normal";
};

std::string style(const Setting& setting) {
  const bool built_in = setting.name.starts_with("head");  // Word's own headings and header
  return std::string("<w:style w:type=\"paragraph\"") + (built_in ? "" : " w:customStyle=\"1\"") +
         " w:styleId=\"" + setting.id + "\"><w:name w:val=\"" + escaped(setting.name) +
         "\"/><w:basedOn w:val=\"" + std::string(setting.based_on) + "\"/><w:qFormat/><w:pPr>" +
         setting.paragraph + "</w:pPr><w:rPr>" + setting.run + "</w:rPr></w:style>";
}

std::string spacing(int before, int after, const std::string& line = "") {
  return "<w:spacing w:before=\"" + std::to_string(before) + "\" w:after=\"" +
         std::to_string(after) + "\"" + line + "/>";
}

std::string size_xml(int size) {
  const std::string value = std::to_string(size);
  return "<w:sz w:val=\"" + value + "\"/><w:szCs w:val=\"" + value + "\"/>";
}

std::string letters_xml(const Letters& letters, int size) {
  return std::string(letters.bold ? "<w:b/><w:bCs/>" : "") +
         (letters.italic ? "<w:i/><w:iCs/>" : "") + size_xml(size) +
         (letters.underlined ? "<w:u w:val=\"single\"/>" : "");
}

// Space over an element, twips: what keeps the blocks of the page apart.
int space_before(const Profile& profile, Element element) {
  switch (element) {
    case Element::date:
      return profile.motto.empty() ? 120 : 60;
    case Element::type:
      return 360;
    case Element::addressee:
      return 240;
    case Element::signer:
      return 1300;  // four to five lines for the signature
    case Element::letter_subject:
      return 120;
    default:
      return 0;
  }
}

bool keeps_with_next(Element element) {
  return element != Element::signer && element != Element::body && element != Element::addressee;
}

std::string element_style(const Profile& profile, Element element, const Letters& letters) {
  const std::string align =
      letters.align ? "<w:jc w:val=\"" +
                          std::string(alignments[static_cast<std::size_t>(*letters.align)]) + "\"/>"
                    : "";
  return style(
      {.id = style_of(element),
       .name = letters.name,
       .paragraph =
           (keeps_with_next(element) ? "<w:keepNext/>" : "") +
           spacing(space_before(profile, element), element == Element::addressee ? 240 : 0) + align,
       .run = letters_xml(letters, size_of(profile, element))});
}

std::string body_line(const Profile& profile) {
  const Body& body = profile.body;
  constexpr int state_line = 276;  // 1,15 lines
  const int line = body.exact_lines ? std::min(body.line.low + twips_per_point, body.line.high)
                                    : std::clamp(state_line, body.line.low, body.line.high);
  return " w:line=\"" + std::to_string(line) + "\" w:lineRule=\"" +
         (body.exact_lines ? "exact" : "auto") + "\"";
}

std::string body_styles(const Profile& profile) {
  const int indent =
      std::clamp(twips_of_mm(10), profile.body.first_line.low, profile.body.first_line.high);
  const auto paragraph = [&](bool keep) {
    return (keep ? std::string("<w:keepNext/>") : std::string()) +
           spacing(0, std::max(profile.body.gap, 120), body_line(profile)) +
           "<w:ind w:firstLine=\"" + std::to_string(indent) + "\"/><w:jc w:val=\"both\"/>";
  };
  const std::string size = size_xml(size_of(profile, Element::body));
  const bool italic_basis = profile.kind == Kind::state;
  return style({style_of(Element::body), "Nội dung", paragraph(false), size}) +
         style({std::string(basis_style),
                "Căn cứ",
                paragraph(false),
                (italic_basis ? "<w:i/><w:iCs/>" : "") + size}) +
         style({std::string(heading_style),
                "heading 1",
                paragraph(true) + "<w:outlineLvl w:val=\"0\"/>",
                "<w:b/><w:bCs/>" + size}) +
         style({std::string(point_style),
                "heading 2",
                paragraph(true) + "<w:outlineLvl w:val=\"1\"/>",
                "<w:b/><w:bCs/>" + size});
}

std::string other_styles(const Profile& profile) {
  const std::string centred = "<w:jc w:val=\"center\"/>";
  return style({std::string(rule_style),
                "Đường kẻ",
                "<w:keepNext/><w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" "
                "w:color=\"000000\"/></w:pBdr>" +
                    spacing(60, 0, " w:line=\"160\" w:lineRule=\"exact\"") + centred,
                size_xml(8)}) +
         style({std::string(sign_style),
                "Dấu phân cách",
                spacing(0, 0) + centred,
                size_xml(usual_size)}) +
         style({std::string(table_head_style),
                "Bảng - tiêu đề cột",
                "<w:keepNext/>" + spacing(40, 40) + centred,
                "<w:b/><w:bCs/>" + size_xml(table_size)}) +
         style(
             {std::string(table_text_style), "Bảng - chữ", spacing(40, 40), size_xml(table_size)}) +
         style({std::string(statement_style),
                "Lệnh mẫu",
                spacing(0, 0),
                "<w:color w:val=\"7F7F7F\"/>" + size_xml(statement_size)}) +
         style({std::string(header_style),
                "header",
                centred,
                size_xml(size_of(profile, Element::page_number))});
}

std::string defaults(const Profile& profile) {
  const std::string font = escaped(profile.font);
  const std::string fonts = "<w:rFonts w:ascii=\"" + font + "\" w:hAnsi=\"" + font +
                            "\" w:eastAsia=\"" + font + "\" w:cs=\"" + font + "\"/>";
  return "<w:docDefaults><w:rPrDefault><w:rPr>" + fonts + size_xml(usual_size) +
         "<w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
         "<w:pPrDefault><w:pPr>" +
         spacing(0, 0, " w:line=\"240\" w:lineRule=\"auto\"") +
         "</w:pPr></w:pPrDefault></w:docDefaults>"
         "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
         "w:val=\"Normal\"/><w:qFormat/></w:style>"
         "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name "
         "w:val=\"Default Paragraph Font\"/></w:style>"
         "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"" +
         std::string(missing_style) +
         "\"><w:name w:val=\"Cần bổ sung\"/><w:qFormat/><w:rPr><w:highlight "
         "w:val=\"yellow\"/></w:rPr></w:style>"
         "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name "
         "w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" "
         "w:type=\"dxa\"/><w:tblCellMar><w:top "
         "w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"0\" w:type=\"dxa\"/><w:bottom w:w=\"0\" "
         "w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>";
}

}  // namespace

std::string style_of(Element element) {
  static constexpr std::array<std::string_view, element_count> ids{
      "TieuDe",  "TieuNgu",       "CoQuanCapTren",   "CoQuan",      "SoKyHieu", "DiaDanhNgay",
      "TenLoai", "TrichYeu",      "TrichYeuCongVan", "KinhGui",     "NoiDung",  "QuyenHan",
      "ChucVu",  "ChucVuDungDau", "HoTen",           "NoiNhanNhan", "NoiNhan",  "SoTrang",
      "PhuLuc",  "TenPhuLuc",     "KemTheo",         "MucDoKhan"};
  return std::string(ids[static_cast<std::size_t>(element)]);
}

int size_of(const Profile& profile, Element element) {
  const Letters* letters = profile.letters_of(element);
  if (letters == nullptr) {
    return usual_size;
  }
  const bool large = element == Element::title || element == Element::type;
  return large ? letters->size.high
               : std::max(letters->size.low, std::min(letters->size.high, usual_size));
}

std::string styles_xml(const Profile& profile) {
  std::string out =
      "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" +
      defaults(profile) + body_styles(profile) + other_styles(profile);
  for (std::size_t i = 0; i < element_count; ++i) {
    const auto element = static_cast<Element>(i);
    const Letters* letters = profile.letters_of(element);
    if (letters != nullptr && element != Element::body) {
      out += element_style(profile, element, *letters);
    }
  }
  return out + "</w:styles>";
}

}  // namespace baocao::format
