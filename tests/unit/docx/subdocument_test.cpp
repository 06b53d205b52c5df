// {{p x }} with {"docx": "a.docx"}: a whole Word file in place of its tag.
#include "docx/template.hpp"
#include "word_files.hpp"

#include <map>

#include <gmock/gmock.h>

namespace baocao::docx {
namespace {

using report::List;
using report::Map;
using report::Value;
using testing::HasSubstr;
using testing::Not;

using Files = std::map<std::string, base::Bytes>;

Value model() {
  return Map{{"con", Value(Map{{"docx", "con.docx"}})},
             {"xa", Value(List{Value("A"), Value("B")})}};
}

Outcome of(const base::Bytes& file, const base::Bytes& inserted) {
  const FileReader files = [&](const std::string& name) -> diag::Result<base::Bytes> {
    if (name == "con.docx") {
      return inserted;
    }
    return diag::Failure(diag::Diagnostic{.code = "T506", .message = "không có tệp"});
  };
  return rendered(file, model(), {.files = files});
}

Outcome inserted(const std::string& body, const std::string& of_file) {
  return of(word_file(body), word_file(of_file));
}

std::string codes(const Outcome& outcome) {
  std::string out;
  for (const diag::Diagnostic& fault : outcome.faults) {
    out += (out.empty() ? "" : " ") + std::string(fault.code.id());
  }
  return out;
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) {
    ++found;
  }
  return found;
}

std::string styles_xml(const std::string& inside) {
  return "<w:styles" + std::string(namespaces) + ">" + inside + "</w:styles>";
}

std::string style(const std::string& id, const std::string& inside) {
  return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + id + "\"/>" +
         inside + "</w:style>";
}

std::string styled(const std::string& id, const std::string& text) {
  return "<w:p><w:pPr><w:pStyle w:val=\"" + id + "\"/></w:pPr>" + run(text) + "</w:p>";
}

// A file whose styles are those given instead of word_files.hpp's.
base::Bytes with_styles(const std::string& body,
                        const std::string& inside,
                        std::vector<ExtraPart> extra = {}) {
  extra.push_back({"word/styles.xml", "styles", styles_xml(inside)});
  return word_file_of(body, extra);
}

TEST(Subdocument, StandsInPlaceOfItsParagraph) {
  EXPECT_EQ(inserted(p("a") + p("{{p con }}") + p("b"), p("x") + table({row({"1"})}) + p("y")).text,
            "a¶x¶1¶|/y¶b¶");
  EXPECT_EQ(inserted(p("a") + p("{{ con }}") + p("b"), p("x")).text, "a¶x¶b¶");
}

TEST(Subdocument, PartsTheParagraphItStandsIn) {
  EXPECT_EQ(inserted(p("a {{ con }} b"), p("x")).text, "a ¶x¶ b¶");
}

TEST(Subdocument, LeavesAParagraphBehindATable) {
  EXPECT_EQ(inserted(table({row({"{{ con }}"})}), table({row({"1"})})).text, "1¶|/¶|/");
}

TEST(Subdocument, KeepsItsTagsAsText) {
  EXPECT_EQ(inserted(p("{{ con }}"), p("{{ con }} {% if %} {_{")).text, "{{ con }} {% if %} {_{¶");
}

TEST(Subdocument, IsInsertedInEachPass) {
  EXPECT_EQ(
      inserted(p("{% for x in xa %}") + p("{{ x }}") + p("{{ con }}") + p("{% endfor %}"), p("y"))
          .text,
      "A¶y¶B¶y¶");
}

TEST(Subdocument, DropsItsLastSectionAndSaysThatOthersAreLost) {
  const std::string section = "<w:sectPr><w:pgSz w:w=\"1\"/></w:sectPr>";
  const Outcome plain = inserted(p("{{ con }}"), p("x") + section);
  EXPECT_EQ(codes(plain), "");
  EXPECT_THAT(plain.xml, Not(HasSubstr("w:sectPr")));
  const Outcome lost = inserted(
      p("{{ con }}"), "<w:p><w:pPr>" + section + "</w:pPr>" + run("x") + "</w:p>" + p("y"));
  EXPECT_EQ(codes(lost), "T403");
  EXPECT_THAT(lost.xml, Not(HasSubstr("w:sectPr")));
}

TEST(Subdocument, SaysThatALandscapeFileStandsOnPortraitPages) {
  const std::string portrait = R"(<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>)";
  const std::string landscape = R"(<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>)";
  const std::string turned = "<w:p><w:pPr>" + landscape + "</w:pPr></w:p>";
  EXPECT_EQ(codes(inserted(p("{{ con }}") + portrait, p("x") + landscape)), "T403");
  EXPECT_EQ(codes(inserted(turned + p("{{ con }}") + portrait, p("x") + landscape)), "T403");
  EXPECT_EQ(codes(inserted(p("{{ con }}") + turned + portrait, p("x") + landscape)), "");
  EXPECT_EQ(codes(inserted(p("{{ con }}") + landscape, p("x") + portrait)), "");
  EXPECT_EQ(codes(inserted(p("{% section landscape %}") + p("{{ con }}") + p("{% endsection %}") +
                               p("y") + portrait,
                           p("x") + landscape)),
            "");
}

TEST(Subdocument, UsesAStyleThatLooksTheSame) {
  const std::string bold = "<w:rPr><w:b/></w:rPr>";
  const Outcome outcome = of(with_styles(p("{{ con }}"), style("Muc", bold)),
                             with_styles(styled("Muc", "x"), style("Muc", bold)));
  EXPECT_THAT(outcome.xml, HasSubstr("<w:pStyle w:val=\"Muc\"/>"));
  EXPECT_EQ(count(part_of(outcome.docx, "word/styles.xml"), "<w:style "), 1U);
}

TEST(Subdocument, BringsAStyleThatIsAbsentWithWhatItIsBasedOn) {
  const Outcome outcome =
      of(with_styles(p("{{ con }}"), style("Khac", "")),
         with_styles(styled("Muc", "x"),
                     style("Goc", "<w:rPr><w:i/></w:rPr>") +
                         style("Muc", "<w:basedOn w:val=\"Goc\"/><w:rPr><w:b/></w:rPr>")));
  const std::string styles = part_of(outcome.docx, "word/styles.xml");
  EXPECT_THAT(styles, HasSubstr("w:styleId=\"Muc\""));
  EXPECT_THAT(styles, HasSubstr("<w:basedOn w:val=\"Goc\"/>"));
  EXPECT_THAT(styles, HasSubstr("<w:i/>"));
}

TEST(Subdocument, RenamesAStyleThatLooksDifferent) {
  const Outcome outcome =
      of(with_styles(p("{{ con }}"), style("Muc", "<w:rPr><w:b/></w:rPr>")),
         with_styles(styled("Muc", "x"), style("Muc", "<w:rPr><w:i/></w:rPr>")));
  EXPECT_THAT(outcome.xml, HasSubstr("<w:pStyle w:val=\"Muc_2\"/>"));
  const std::string styles = part_of(outcome.docx, "word/styles.xml");
  EXPECT_THAT(styles,
              HasSubstr("w:styleId=\"Muc_2\" w:customStyle=\"1\"><w:name "
                        "w:val=\"Muc (2)\"/><w:rPr><w:i/></w:rPr>"));
  EXPECT_THAT(styles, HasSubstr("w:styleId=\"Muc\"><w:name w:val=\"Muc\"/><w:rPr><w:b/></w:rPr>"));
}

TEST(Subdocument, RenamesAStyleWhoseBaseLooksDifferent) {
  const std::string muc = style("Muc", "<w:basedOn w:val=\"Goc\"/>");
  const Outcome outcome =
      of(with_styles(p("{{ con }}"), muc + style("Goc", "<w:rPr><w:b/></w:rPr>")),
         with_styles(styled("Muc", "x"), muc + style("Goc", "<w:rPr><w:i/></w:rPr>")));
  EXPECT_THAT(outcome.xml, HasSubstr("<w:pStyle w:val=\"Muc_2\"/>"));
  EXPECT_THAT(part_of(outcome.docx, "word/styles.xml"), HasSubstr("<w:basedOn w:val=\"Goc_2\"/>"));
}

TEST(Subdocument, KeepsItsDefaultsWhereTheyAreDifferent) {
  const auto defaults = [](const std::string& size) {
    return "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"" + size +
           "\"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type=\"paragraph\" "
           "w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>";
  };
  const Outcome outcome =
      of(with_styles(p("{{ con }}"), defaults("26")), with_styles(p("x"), defaults("20")));
  EXPECT_EQ(outcome.xml.substr(outcome.xml.find("<w:p>")),
            "<w:p><w:pPr><w:pStyle w:val=\"Normal_2\"/></w:pPr><w:r><w:t "
            "xml:space=\"preserve\">x</w:t></w:r></w:p></w:body></w:document>");
  EXPECT_THAT(
      part_of(outcome.docx, "word/styles.xml"),
      HasSubstr("<w:name w:val=\"Normal (2)\"/><w:pPr/><w:rPr><w:sz w:val=\"20\"/></w:rPr>"));
  EXPECT_EQ(
      of(with_styles(p("{{ con }}"), defaults("26")), with_styles(p("x"), defaults("26"))).xml,
      inserted(p("{{ con }}"), p("x")).xml);
}

TEST(Subdocument, SurvivesStylesThatAreBasedOnThemselves) {
  const Outcome outcome = of(
      with_styles(p("{{ con }}"), ""),
      with_styles(styled("A", "x"),
                  style("A", "<w:basedOn w:val=\"B\"/>") + style("B", "<w:basedOn w:val=\"A\"/>")));
  EXPECT_EQ(outcome.text, "x¶");
}

std::string list_of(const std::string& text) {
  return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"4\"/></w:numPr></w:pPr>" +
         run(text) + "</w:p>";
}

ExtraPart lists(const std::string& sign) {
  return {"word/numbering.xml",
          "numbering",
          "<w:numbering" + std::string(namespaces) +
              "><w:abstractNum w:abstractNumId=\"1\"><w:nsid w:val=\"00000001\"/><w:lvl "
              "w:ilvl=\"0\"><w:lvlText w:val=\"" +
              sign +
              "\"/></w:lvl></w:abstractNum><w:num w:numId=\"4\"><w:abstractNumId "
              "w:val=\"1\"/></w:num></w:numbering>"};
}

TEST(Subdocument, BringsItsLists) {
  const Outcome outcome =
      of(word_file(list_of("a") + p("{{ con }}") + p("{{ con }}"), {lists("%1.")}),
         word_file(list_of("x") + list_of("y"), {lists("%1)")}));
  EXPECT_EQ(count(outcome.xml, "<w:numId w:val=\"4\"/>"), 1U);
  EXPECT_EQ(count(outcome.xml, "<w:numId w:val=\"5\"/>"), 2U);
  EXPECT_EQ(count(outcome.xml, "<w:numId w:val=\"6\"/>"), 2U);  // starts again
  const std::string numbering = part_of(outcome.docx, "word/numbering.xml");
  EXPECT_THAT(numbering, HasSubstr("<w:num w:numId=\"6\"><w:abstractNumId w:val=\"3\"/></w:num>"));
  EXPECT_EQ(count(numbering, "w:val=\"%1)\""), 2U);
  EXPECT_EQ(count(numbering, "<w:nsid w:val=\"00000001\"/>"), 1U);
  EXPECT_LT(numbering.rfind("<w:abstractNum "), numbering.find("<w:num "));
}

TEST(Subdocument, BringsItsListsToATemplateWithout) {
  const Outcome outcome = of(word_file(p("{{ con }}")), word_file(list_of("x"), {lists("%1)")}));
  EXPECT_THAT(part_of(outcome.docx, "word/numbering.xml"), HasSubstr("<w:num w:numId=\"1\">"));
  EXPECT_THAT(part_of(outcome.docx, "word/_rels/document.xml.rels"),
              HasSubstr("relationships/numbering\" Target=\"/word/numbering.xml\""));
  EXPECT_THAT(part_of(outcome.docx, "[Content_Types].xml"), HasSubstr("/word/numbering.xml"));
}

ExtraPart notes() {
  return {"word/footnotes.xml",
          "footnotes",
          "<w:footnotes" + std::string(namespaces) +
              "><w:footnote w:id=\"2\"><w:p><w:r><w:footnoteReference w:id=\"2\"/></w:r>" +
              run("nguồn") + "</w:p></w:footnote></w:footnotes>"};
}

TEST(Subdocument, BringsItsNotes) {
  const std::string noted = paragraph_of("<w:r><w:footnoteReference w:id=\"2\"/></w:r>");
  const Outcome fresh = of(word_file(p("{{ con }}")), word_file(noted, {notes()}));
  EXPECT_THAT(fresh.xml, HasSubstr("<w:footnoteReference w:id=\"1\"/>"));
  EXPECT_EQ(text_of_xml(part_of(fresh.docx, "word/footnotes.xml")), "¶¶nguồn¶");
  const Outcome both = of(word_file(p("{{ con }}") + p("{{ con }}") + noted, {notes()}),
                          word_file(noted, {notes()}));
  EXPECT_EQ(text_of_xml(part_of(both.docx, "word/footnotes.xml")), "nguồn¶nguồn¶nguồn¶");
  EXPECT_THAT(both.xml, HasSubstr("<w:footnoteReference w:id=\"3\"/>"));
}

ExtraPart relations(const std::string& inside) {
  return {"word/_rels/document.xml.rels",
          "",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
              inside + "</Relationships>"};
}

TEST(Subdocument, BringsItsPartsAndLinks) {
  const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  const Outcome outcome =
      of(word_file(p("{{ con }}")),
         word_file("<w:p xmlns:r=\"x\"><w:hyperlink r:id=\"rId1\"/><w:r><w:object r:id=\"rId2\"/>"
                   "<w:object r:id=\"rId2\"/></w:r></w:p>",
                   {relations("<Relationship Id=\"rId1\" Type=\"" + type +
                              "hyperlink\" Target=\"https://vi.du/\" TargetMode=\"External\"/>"
                              "<Relationship Id=\"rId2\" Type=\"" +
                              type + "oleObject\" Target=\"embeddings/a.bin\"/>"),
                    {"word/embeddings/a.bin", "", "nội dung"}}));
  EXPECT_THAT(outcome.xml, HasSubstr("<w:hyperlink r:id=\"baocao1\"/>"));
  EXPECT_EQ(count(outcome.xml, "<w:object r:id=\"baocao2\"/>"), 2U);
  EXPECT_EQ(part_of(outcome.docx, "word/embeddings/baocao1.bin"), "nội dung");
  const std::string links = part_of(outcome.docx, "word/_rels/document.xml.rels");
  EXPECT_THAT(links, HasSubstr("Target=\"https://vi.du/\" TargetMode=\"External\""));
  EXPECT_THAT(links, HasSubstr("Target=\"/word/embeddings/baocao1.bin\""));
}

TEST(Subdocument, DropsAReferenceToNothing) {
  const Outcome outcome = of(word_file(p("{{ con }}")),
                             word_file("<w:p xmlns:r=\"x\"><w:hyperlink r:id=\"rId1\"/></w:p>"));
  EXPECT_THAT(outcome.xml, HasSubstr("<w:hyperlink/>"));
}

TEST(Subdocument, NamesItsBookmarksAnew) {
  const std::string mark =
      "<w:p><w:bookmarkStart w:id=\"0\" w:name=\"muc\"/><w:bookmarkEnd w:id=\"0\"/></w:p>";
  const Outcome outcome =
      inserted(mark + p("{{ con }}"),
               mark +
                   "<w:p><w:hyperlink w:anchor=\"muc\"/><w:r><w:instrText> REF muc \\h "
                   "</w:instrText></w:r></w:p>");
  EXPECT_THAT(
      outcome.xml,
      HasSubstr("<w:bookmarkStart w:id=\"1\" w:name=\"muc_2\"/><w:bookmarkEnd w:id=\"1\"/>"));
  EXPECT_THAT(outcome.xml, HasSubstr("w:anchor=\"muc_2\""));
  EXPECT_THAT(outcome.xml, HasSubstr(" REF muc_2 \\h "));
}

TEST(Subdocument, GetsFreshDrawingIds) {
  const std::string drawing =
      paragraph_of("<w:r><w:drawing><wp:docPr id=\"7\"/></w:drawing></w:r>");
  const Outcome outcome = inserted(drawing + p("{{ con }}") + p("{{ con }}"), drawing);
  for (const char* id : {"7", "8", "9"}) {
    EXPECT_EQ(count(outcome.xml, "<wp:docPr id=\"" + std::string(id) + "\""), 1U) << id;
  }
}

TEST(Subdocument, LeavesItsCommentsBehind) {
  const Outcome outcome = inserted(p("{{ con }}"),
                                   "<w:p><w:commentRangeStart w:id=\"1\"/>" + run("x") +
                                       "<w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference "
                                       "w:id=\"1\"/></w:r></w:p>");
  EXPECT_THAT(outcome.xml, Not(HasSubstr("comment")));
}

TEST(Subdocument, SaysWhyAFileCannotBeInserted) {
  EXPECT_EQ(codes(of(word_file(p("{{ con }}")), "không phải zip")), "T401");
  EXPECT_EQ(codes(of(word_file(p("{{ con }}")), "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")), "T401");
  const Outcome absent = of(word_file(p("{{ {'docx': 'khac.docx'} }}")), "");
  ASSERT_EQ(codes(absent), "T401");
  EXPECT_THAT(absent.faults[0].message, HasSubstr("khac.docx\": không có tệp"));
  EXPECT_EQ(absent.faults[0].span.address, "đoạn 1, ký tự 1");
  EXPECT_EQ(codes(rendered(word_file(p("{{ con }}")), model())), "T401");  // no files here
}

TEST(Subdocument, StandsInTheBodyOnly) {
  const std::string header = "<w:hdr" + std::string(namespaces) + ">" + p("{{ con }}") + "</w:hdr>";
  EXPECT_EQ(
      codes(of(word_file(p("a"), {{"word/header1.xml", "header", header}}), word_file(p("x")))),
      "T402");
}

TEST(Subdocument, GivesTheSameBytesAgain) {
  const base::Bytes file = word_file(p("{{ con }}") + p("{{ con }}"));
  const base::Bytes con = word_file(list_of("x") + styled("Heading1", "y"), {lists("%1)")});
  EXPECT_EQ(of(file, con).docx, of(file, con).docx);
}

}  // namespace
}  // namespace baocao::docx
