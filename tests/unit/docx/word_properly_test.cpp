// What Word needs besides the text: notes, lists, header rows, fields, pictures.
#include "docx/template.hpp"
#include "word_files.hpp"

#include <gmock/gmock.h>

namespace baocao::docx {
namespace {

using report::List;
using report::Map;
using report::Value;
using testing::HasSubstr;
using testing::Not;

Value model() {
  return Map{{"so", Value(3)},
             {"dung", Value(true)},
             {"sai", Value(false)},
             {"hinh_1", Value(Map{{"image", "a.png"}, {"width", 20}, {"height", 20}})},
             {"hinh_2", Value(Map{{"image", "b.png"}})},
             {"hinh_xau", Value(Map{{"image", "khong-co.png"}})},
             {"ma", Value(Map{{"qr", "https://vi.du/ä"}, {"width", 25}})},
             {"xa", Value(List{Map{{"ten", "A"}, {"n", 1}}, Map{{"ten", "B"}, {"n", 2}}})}};
}

// A PNG of 200 × 100 pixels as far as its header goes; both files hold the same bytes.
diag::Result<base::Bytes> file_of(const std::string& name) {
  if (name == "khong-co.png") {
    return diag::Failure(diag::Diagnostic{.code = "T506", .message = "không có"});
  }
  base::Bytes png("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\xC8\0\0\0\x64", 24);
  return png + "\x08\x02";
}

Outcome of(const base::Bytes& file) {
  Outcome outcome = rendered(file, model(), {.files = file_of});
  for (const diag::Diagnostic& fault : outcome.faults) {
    ADD_FAILURE() << fault.code.id() << " " << fault.message << " " << fault.span.address;
  }
  return outcome;
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) {
    ++found;
  }
  return found;
}

const std::string reference = "<w:r><w:footnoteReference w:id=\"5\"/></w:r>";

base::Bytes with_note(const std::string& body, const std::string& note) {
  return word_file(
      body,
      {{"word/footnotes.xml",
        "footnotes",
        "<w:footnotes" + std::string(namespaces) +
            "><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p/></w:footnote><w:footnote "
            "w:type=\"continuationSeparator\" w:id=\"0\"><w:p/></w:footnote><w:footnote "
            "w:id=\"5\">" +
            note + "</w:footnote></w:footnotes>"}});
}

TEST(Word, WritesANoteForEachPassOfALoop) {
  const Outcome outcome = of(with_note(
      p("{% for x in xa %}") + paragraph_of(run("{{ x.ten }}") + reference) + p("{% endfor %}"),
      p("về {{ x.ten }}, {{ loop.index }}")));
  EXPECT_THAT(outcome.xml, HasSubstr("<w:footnoteReference w:id=\"1\"/>"));
  EXPECT_THAT(outcome.xml, HasSubstr("<w:footnoteReference w:id=\"2\"/>"));
  const std::string notes = part_of(outcome.docx, "word/footnotes.xml");
  EXPECT_EQ(text_of_xml(notes), "¶¶về A, 1¶về B, 2¶");
  EXPECT_THAT(notes, HasSubstr("<w:footnote w:type=\"separator\" w:id=\"-1\">"));
  EXPECT_THAT(notes, HasSubstr("<w:footnote w:id=\"2\">"));
  EXPECT_THAT(notes, testing::EndsWith("</w:footnotes>"));
}

TEST(Word, DropsTheNoteOfATextThatIsNotPrinted) {
  const Outcome outcome = of(with_note(
      paragraph_of(run("{% if sai %}a") + reference + run("{% endif %}b")), p("chú thích")));
  EXPECT_EQ(text_of_xml(part_of(outcome.docx, "word/footnotes.xml")), "¶¶");
}

TEST(Word, KeepsNotesWithoutTags) {
  const Outcome outcome = of(with_note(paragraph_of(run("a") + reference), p("chú thích")));
  EXPECT_THAT(outcome.xml, HasSubstr("<w:footnoteReference w:id=\"1\"/>"));
  EXPECT_EQ(text_of_xml(part_of(outcome.docx, "word/footnotes.xml")), "¶¶chú thích¶");
}

TEST(Word, FillsATemplateWhoseOnlyTagIsInAnAttribute) {
  const Outcome outcome =
      rendered_body("<w:p><w:r><w:pict string=\"{{ so }}\"/></w:r></w:p>", model());
  EXPECT_THAT(outcome.xml, HasSubstr("<w:pict string=\"3\"/>"));
}

TEST(Word, SurvivesANoteThatRefersToItself) {
  const Outcome outcome =
      of(with_note(paragraph_of(run("a") + reference), paragraph_of(run("b") + reference)));
  EXPECT_EQ(text_of_xml(part_of(outcome.docx, "word/footnotes.xml")), "¶¶b¶");
}

TEST(Word, SaysInWhichPassANoteHasAFault) {
  const Outcome outcome = rendered(
      with_note(p("{% for x in xa %}") + paragraph_of(run("a") + reference) + p("{% endfor %}"),
                p("{{ x.tem }}")),
      model());
  ASSERT_EQ(outcome.faults.size(), 1U);
  EXPECT_EQ(outcome.faults[0].span.part, "word/footnotes.xml");
  EXPECT_EQ(outcome.faults[0].span.address, "chú thích 1 › đoạn 1, ký tự 1");
  EXPECT_THAT(outcome.faults[0].message, HasSubstr("for x in xa, lượt 1"));
}

std::string numbered(const std::string& text, int list = 4) {
  return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"" + std::to_string(list) +
         "\"/></w:numPr></w:pPr>" + run(text) + "</w:p>";
}

base::Bytes with_lists(const std::string& body) {
  return word_file(body,
                   {{"word/numbering.xml",
                     "numbering",
                     "<w:numbering" + std::string(namespaces) +
                         "><w:abstractNum w:abstractNumId=\"9\"/><w:num w:numId=\"4\">"
                         "<w:abstractNumId w:val=\"9\"/></w:num></w:numbering>"}});
}

std::string styled(const std::string& text) {
  return "<w:p><w:pPr><w:pStyle w:val=\"Muc2\"/><w:jc w:val=\"left\"/></w:pPr>" + run(text) +
         "</w:p>";
}

TEST(Word, StartsAListOfAStyleAgainInEachPass) {
  const std::string numbering =
      "<w:numbering" + std::string(namespaces) +
      "><w:abstractNum w:abstractNumId=\"9\"><w:lvl w:ilvl=\"0\"><w:start "
      "w:val=\"1\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"3\"/></w:lvl></w:abstractNum>"
      "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"9\"/></w:num></w:numbering>";
  const std::string style =
      "<w:styles" + std::string(namespaces) +
      "><w:style w:styleId=\"Muc1\"><w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr><w:ind "
      "w:left=\"7\"/></w:pPr></w:style><w:style w:styleId=\"Muc2\"><w:basedOn "
      "w:val=\"Muc1\"/><w:pPr><w:numPr><w:ilvl "
      "w:val=\"1\"/></w:numPr></w:pPr></w:style></w:styles>";
  const Outcome outcome = of(word_file_of(
      p("{% for x in xa %}") + p("Xã {{ x.ten }}") + styled("việc") + p("{% endfor %}") +
          styled("sau"),
      {{"word/numbering.xml", "numbering", numbering}, {"word/styles.xml", "styles", style}}));
  const auto list = [](const std::string& number) {
    return "<w:pStyle w:val=\"Muc2\"/><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"" + number +
           "\"/></w:numPr><w:ind w:left=\"7\"/><w:jc w:val=\"left\"/>";
  };
  EXPECT_EQ(count(outcome.xml, list("4")), 1U);
  EXPECT_EQ(count(outcome.xml, list("5")), 2U);  // goes on behind the loop
  EXPECT_THAT(part_of(outcome.docx, "word/numbering.xml"),
              HasSubstr("<w:lvlOverride w:ilvl=\"1\"><w:startOverride w:val=\"3\"/>"));
}

TEST(Word, StartsAListAgainInEachPass) {
  const Outcome outcome =
      of(with_lists(p("{% for x in xa %}") + p("Xã {{ x.ten }}") + numbered("việc một") +
                    numbered("việc hai") + p("{% endfor %}")));
  EXPECT_EQ(count(outcome.xml, "<w:numId w:val=\"4\"/>"), 2U);
  EXPECT_EQ(count(outcome.xml, "<w:numId w:val=\"5\"/>"), 2U);
  EXPECT_THAT(part_of(outcome.docx, "word/numbering.xml"),
              HasSubstr("<w:num w:numId=\"5\"><w:abstractNumId w:val=\"9\"/><w:lvlOverride "
                        "w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
                        "</w:numbering>"));
}

TEST(Word, StartsTheListOfAnInnerLoopAgain) {
  const Outcome outcome =
      of(with_lists(p("{% for x in xa %}") + p("Xã") + p("{% for y in xa %}") +
                    numbered("{{ y.ten }}") + p("{% endfor %}") + p("{% endfor %}")));
  EXPECT_EQ(count(outcome.xml, "<w:numId w:val=\"4\"/>"), 2U);
  EXPECT_EQ(count(outcome.xml, "<w:numId w:val=\"5\"/>"), 2U);
}

TEST(Word, LetsAListGoOnThatIsTheLoop) {
  const Outcome outcome =
      of(with_lists(p("{% for x in xa %}") + numbered("{{ x.ten }}") + p("{% endfor %}")));
  EXPECT_EQ(count(outcome.xml, "<w:numId w:val=\"4\"/>"), 2U);
  EXPECT_THAT(part_of(outcome.docx, "word/numbering.xml"), Not(HasSubstr("startOverride")));
}

TEST(Word, RepeatsTheHeaderOfATableThatALoopFills) {
  const std::string xml = of(word_file(table({row({"Tên"}),
                                              row({"{%tr for x in xa %}"}),
                                              row({"{{ x.ten }}"}),
                                              row({"{%tr endfor %}"})})))
                              .xml;
  EXPECT_THAT(xml,
              HasSubstr("<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr/><w:p><w:r><w:t "
                        "xml:space=\"preserve\">Tên"));
  EXPECT_EQ(count(xml, "w:tblHeader"), 1U);
  EXPECT_THAT(of(word_file(table({row({"{{ so }}"}), row({"a"})}))).xml,
              Not(HasSubstr("w:tblHeader")));
}

TEST(Word, AsksForFreshContents) {
  const std::vector<ExtraPart> settings{
      {"word/settings.xml",
       "settings",
       "<w:settings" + std::string(namespaces) + "><w:zoom/><w:compat/></w:settings>"}};
  const std::string field =
      "<w:p><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-3\" </w:instrText></w:r></w:p>";
  const auto settings_of = [&](const std::string& body) {
    return part_of(of(word_file(body, settings)).docx, "word/settings.xml");
  };
  EXPECT_THAT(settings_of(field + p("{{ so }}")),
              HasSubstr("<w:zoom/><w:updateFields w:val=\"true\"/><w:compat/>"));
  EXPECT_THAT(settings_of(p("{{ so }}")), Not(HasSubstr("updateFields")));
}

TEST(Word, FitsPicturesAndStoresTheSameBytesOnce) {
  const Outcome outcome = of(word_file(p("a{{ hinh_1 }}b") + p("{{ hinh_2 }}")));
  EXPECT_EQ(outcome.text, "ab¶¶");
  // 200 × 100 pixels in a box of 20 × 20 mm, and at 96 pixels an inch.
  EXPECT_THAT(outcome.xml, HasSubstr("<wp:extent cx=\"720000\" cy=\"360000\"/>"));
  EXPECT_THAT(outcome.xml, HasSubstr("<wp:extent cx=\"1905000\" cy=\"952500\"/>"));
  EXPECT_THAT(outcome.xml, HasSubstr("<wp:docPr id=\"1\""));
  EXPECT_THAT(outcome.xml, HasSubstr("<wp:docPr id=\"2\""));
  const std::string relations = part_of(outcome.docx, "word/_rels/document.xml.rels");
  EXPECT_EQ(count(relations, "<Relationship "), 1U);
  EXPECT_THAT(relations, HasSubstr("Target=\"/word/media/baocao1.png\""));
  EXPECT_THAT(part_of(outcome.docx, "[Content_Types].xml"),
              HasSubstr("<Default Extension=\"png\" ContentType=\"image/png\"/>"));
  EXPECT_EQ(part_of(outcome.docx, "word/media/baocao1.png"), file_of("a.png").value());
}

TEST(Word, DrawsQrCodes) {
  const Outcome outcome = of(word_file(p("{{ ma }}{{ 'x' | qr(10) }}")));
  EXPECT_THAT(outcome.xml, HasSubstr("cx=\"900000\" cy=\"900000\""));
  EXPECT_THAT(outcome.xml, HasSubstr("descr=\"https://vi.du/ä\""));
  EXPECT_THAT(part_of(outcome.docx, "word/media/baocao1.png"), testing::StartsWith("\x89PNG"));
  EXPECT_THAT(part_of(outcome.docx, "word/media/baocao2.png"), testing::StartsWith("\x89PNG"));
}

TEST(Word, RefusesPicturesThatAreNone) {
  const auto fault = [](const std::string& body) {
    const Outcome outcome = rendered(word_file(body), model(), {.files = file_of});
    return outcome.faults.empty() ? "" : std::string(outcome.faults[0].code.id());
  };
  EXPECT_EQ(fault(p("{{ hinh_xau }}")), "T564");
  EXPECT_EQ(fault(p("{{ '' | qr }}")), "T564");
  EXPECT_EQ(fault(p("{{ 'a.png' | hinh(0) }}")), "T517");
  EXPECT_THAT(rendered_body(p("{{ hinh_1 }}"), model()).faults.size(), 1U);
}

}  // namespace
}  // namespace baocao::docx
