#include "format/skeleton.hpp"

#include "format/lengths.hpp"
#include "format/skeleton_parts.hpp"
#include "format/skeleton_styles.hpp"
#include "package/zip_writer.hpp"

namespace baocao::format {
namespace {

constexpr std::string_view declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view main_namespaces =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

// Widths of the two columns of the header, mm: the Party's title fits 90, the State's needs 97.
constexpr int party_left = 75;
constexpr int state_left = 68;
// The line under an issuing body whose name is not known yet: between a third and half of names of
// 40 to 60 mm.
constexpr int issuer_line = 20;
constexpr int subject_line = 40;

std::string roman(int number) {
  static constexpr std::array<std::string_view, 9> numbers{
      "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
  return std::string(numbers[static_cast<std::size_t>(number - 1) % numbers.size()]);
}

class Writer {
 public:
  Writer(const Profile& profile, const Skeleton& skeleton)
      : profile_(profile),
        skeleton_(skeleton),
        party_(profile.kind == Kind::party),
        width_(profile.page.width - profile.page.left.low - profile.page.right.low),
        left_(twips_of_mm(party_ ? party_left : state_left)),
        right_(width_ - left_) {}

  std::string document() const {
    return std::string(declaration) + "<w:document" + std::string(main_namespaces) + "><w:body>" +
           header() + title() + body() + ending() + section_paragraph() + appendix() + section("") +
           "</w:body></w:document>";
  }

 private:
  bool is_letter() const { return name().empty(); }

  bool addressed() const { return is_letter() || skeleton_.type == "TTr"; }

  // The lines of the report model end as the rules in force want it.
  std::string recipient() const {
    const char end = profile_.recipient_end;
    return end == ';' ? std::string("- {{ dong }}")
                      : std::string("- {{ dong[:-1] }}{% if loop.last %}.{% else %}") + end +
                            "{% endif %}";
  }

  std::string name() const {
    for (const DocumentType& type : profile_.types) {
      if (type.key == skeleton_.type) {
        return type.name;
      }
    }
    return "";
  }

  std::string header() const { return columns(left_, right_, bodies(), titles()); }

  std::string bodies() const {
    std::string out = statement("{%p if van_ban.cap_tren %}") +
                      paragraph(Element::superior, "{{ van_ban.cap_tren }}") +
                      statement("{%p endif %}") +
                      paragraph(Element::issuer, "{{ van_ban.co_quan }}");
    out += party_ ? paragraph(sign_style, profile_.star) : ruled(twips_of_mm(issuer_line), left_);
    out +=
        paragraph(Element::number,
                  std::string(profile_.has_colon() ? "Số: " : "Số ") + "{{ van_ban.so_ky_hieu }}");
    if (is_letter()) {
      out += paragraph(Element::letter_subject, (party_ ? "" : "V/v ") + letter_subject());
    }
    return out;
  }

  // "V/v" stands for "về việc".
  std::string letter_subject() const {
    static constexpr std::string_view words = "về việc ";
    const bool repeats = !party_ && skeleton_.subject.starts_with(words);
    return repeats ? skeleton_.subject.substr(words.size()) : skeleton_.subject;
  }

  std::string titles() const {
    const Element ruled_element = party_ ? Element::title : Element::motto;
    const std::string& words = party_ ? profile_.title : profile_.motto;
    std::string out = paragraph(Element::title, profile_.title);
    out += party_ ? "" : paragraph(Element::motto, profile_.motto);
    out += ruled(text_length(words, size_of(profile_, ruled_element), true), right_);
    return out + paragraph(Element::date, "{{ van_ban.dia_danh_ngay }}");
  }

  std::string title() const {
    std::string out;
    if (!is_letter()) {
      out = paragraph(Element::type, name()) + paragraph(Element::subject, skeleton_.subject);
      out += party_ ? paragraph(sign_style, profile_.separator, "<w:spacing w:after=\"240\"/>")
                    : ruled(twips_of_mm(subject_line), width_) + paragraph(sign_style, "");
    }
    if (addressed()) {
      out += paragraph(Element::addressee,
                       (is_letter() ? profile_.letter_word : profile_.request_word) +
                           ": {{ van_ban.kinh_gui | rong(\"[cơ quan nhận]\") }}");
    }
    return out;
  }

  std::string body() const {
    std::string out;
    int heading = 0;
    int point = 0;
    for (const Skeleton::Block& block : skeleton_.blocks) {
      switch (block.kind) {
        case Skeleton::BlockKind::heading:
          point = 0;
          out += paragraph(heading_style, roman(++heading) + profile_.heading + block.text);
          break;
        case Skeleton::BlockKind::point:
          out += paragraph(point_style, std::to_string(++point) + ". " + block.text);
          break;
        case Skeleton::BlockKind::basis:
          out += paragraph(basis_style, (party_ ? "- " : "") + block.text);
          break;
        default:
          out += paragraph(style_of(Element::body), block.text, is_last(block) ? keep : "");
      }
    }
    return out;
  }

  // The signature stands on no page alone: the end of the text goes with it.
  static constexpr std::string_view keep = "<w:keepNext/><w:keepLines/>";

  bool is_last(const Skeleton::Block& block) const { return &block == &skeleton_.blocks.back(); }

  std::string ending() const {
    const std::string recipients =
        paragraph(Element::recipients, "Nơi nhận:") +
        (addressed()
             ? paragraph(Element::recipient, std::string("- Như trên") + profile_.recipient_end)
             : "") +
        statement("{%p for dong in van_ban.noi_nhan %}") +
        paragraph(Element::recipient, recipient()) + statement("{%p endfor %}");
    const std::string signature =
        statement("{%p if van_ban.quyen_han %}") +
        paragraph(Element::authority, "{{ van_ban.quyen_han }}") +
        paragraph(Element::post, "{{ van_ban.chuc_vu }}") + statement("{%p else %}") +
        paragraph(Element::lone_post, "{{ van_ban.chuc_vu }}") + statement("{%p endif %}") +
        paragraph(Element::signer, "{{ van_ban.ho_ten }}");
    return paragraph(sign_style, "", keep) + columns(left_, right_, recipients, signature);
  }

  std::string appendix() const {
    std::vector<int> widths;
    for (const int width : skeleton_.widths) {
      widths.push_back(twips_of_mm(width));
    }
    std::string out = paragraph(Element::appendix, "PHỤ LỤC") +
                      paragraph(Element::appendix_title, skeleton_.appendix_title) +
                      paragraph(Element::appendix_source,
                                "(Kèm theo " + skeleton_.word +
                                    " số {{ van_ban.so_ky_hieu }}, ngày {{ van_ban.ngay | ngay | "
                                    "rong(\"…\") }} của [tên cơ quan])");
    out += paragraph(sign_style, party_ ? profile_.separator : "", "<w:spacing w:after=\"240\"/>");
    return out + table(skeleton_.columns, widths, skeleton_.cells, skeleton_.loop) +
           paragraph(sign_style, "");
  }

  // Ends the main part: the appendix stands on pages of its own, numbered from 1.
  std::string section_paragraph() const {
    return "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" "
           "w:lineRule=\"exact\"/>" +
           section("") + "</w:pPr></w:p>";
  }

  std::string section(const std::string& type) const {
    const Page& page = profile_.page;
    const auto number = [](int value) { return "\"" + std::to_string(value) + "\""; };
    constexpr int usual_header = 567;  // 10 mm
    const int header = page.number_from_top > 0 ? page.number_from_top : usual_header;
    return "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/><w:headerReference "
           "w:type=\"first\" r:id=\"rId4\"/>" +
           type + "<w:pgSz w:w=" + number(page.width) + " w:h=" + number(page.height) +
           "/><w:pgMar w:top=" + number(page.top.low) + " w:right=" + number(page.right.low) +
           " w:bottom=" + number(page.bottom.low) + " w:left=" + number(page.left.low) +
           " w:header=" + number(header) + " w:footer=" + number(usual_header) +
           " w:gutter=\"0\"/><w:pgNumType w:start=\"1\"/><w:titlePg/></w:sectPr>";
  }

  const Profile& profile_;
  const Skeleton& skeleton_;
  bool party_;
  int width_;
  int left_;
  int right_;
};

std::string header_part(bool with_number) {
  const auto field = [](std::string_view kind) {
    return "<w:r><w:fldChar w:fldCharType=\"" + std::string(kind) + "\"/></w:r>";
  };
  return std::string(declaration) + "<w:hdr" + std::string(main_namespaces) +
         "><w:p><w:pPr><w:pStyle w:val=\"" + std::string(header_style) + "\"/></w:pPr>" +
         (with_number ? field("begin") +
                            "<w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>" +
                            field("separate") + "<w:r><w:t>2</w:t></w:r>" + field("end")
                      : "") +
         "</w:p></w:hdr>";
}

std::string settings() {
  return std::string(declaration) + "<w:settings" + std::string(main_namespaces) +
         "><w:defaultTabStop w:val=\"567\"/><w:compat><w:compatSetting "
         "w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" "
         "w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"vi-VN\"/><w:decimalSymbol "
         "w:val=\",\"/><w:listSeparator w:val=\";\"/></w:settings>";
}

struct NamedPart {
  std::string_view file;
  std::string_view kind;
};

constexpr std::array<NamedPart, 4> related{{{"styles.xml", "styles"},
                                            {"settings.xml", "settings"},
                                            {"header1.xml", "header"},
                                            {"header2.xml", "header"}}};

std::string content_types() {
  const std::string base = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  std::string out =
      std::string(declaration) +
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
      "Extension=\"rels\" "
      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default "
      "Extension=\"xml\" ContentType=\"application/xml\"/><Override "
      "PartName=\"/word/document.xml\" ContentType=\"" +
      base + "document.main+xml\"/>";
  for (const NamedPart& part : related) {
    out += "<Override PartName=\"/word/" + std::string(part.file) + "\" ContentType=\"" + base +
           std::string(part.kind) + "+xml\"/>";
  }
  return out + "</Types>";
}

std::string relationships(bool of_package) {
  const std::string base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  std::string out =
      std::string(declaration) +
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  int id = 0;
  const auto add = [&](std::string_view kind, std::string_view target) {
    out += "<Relationship Id=\"rId" + std::to_string(++id) + "\" Type=\"" + base +
           std::string(kind) + "\" Target=\"" + std::string(target) + "\"/>";
  };
  if (of_package) {
    add("officeDocument", "word/document.xml");
  }
  for (const NamedPart& part : related) {
    if (!of_package) {
      add(part.kind, part.file);
    }
  }
  return out + "</Relationships>";
}

}  // namespace

base::Bytes write_skeleton(const Profile& profile, const Skeleton& skeleton) {
  package::ZipWriter zip;
  zip.add("[Content_Types].xml", content_types());
  zip.add("_rels/.rels", relationships(true));
  zip.add("word/document.xml", Writer(profile, skeleton).document());
  zip.add("word/_rels/document.xml.rels", relationships(false));
  zip.add("word/styles.xml", std::string(declaration) + styles_xml(profile));
  zip.add("word/settings.xml", settings());
  zip.add("word/header1.xml", header_part(true));
  zip.add("word/header2.xml", header_part(false));
  return zip.finish();
}

}  // namespace baocao::format
