#include "format/looks.hpp"

#include <gtest/gtest.h>

namespace baocao::format {
namespace {

// One paragraph with one run, under styles, a list and a theme.
struct Sheet {
  pugi::xml_document styles;
  pugi::xml_document numbering;
  pugi::xml_document theme;
  pugi::xml_document body;

  explicit Sheet(const char* styles_xml, const char* body_xml) {
    styles.load_string(styles_xml);
    numbering.load_string(
        R"(<w:numbering><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>)");
    theme.load_string(
        R"(<a:theme><a:themeElements><a:fontScheme><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>)");
    body.load_string(body_xml);
  }

  Looks looks() const {
    return {styles.document_element(), numbering.document_element(), theme.document_element()};
  }

  RunLook run() const { return looks().run(find("w:r")); }

  ParagraphLook paragraph() const { return looks().paragraph(find("w:p")); }

  pugi::xml_node find(const char* name) const {
    return body.find_node([&](pugi::xml_node node) { return docx::is(node, name); });
  }
};

TEST(Looks, DefaultsThenStylesThenTheRunItself) {
  const Sheet sheet(
      R"(<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:sz w:val="26"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Body"><w:basedOn w:val="Normal"/><w:rPr><w:i/></w:rPr></w:style></w:styles>)",
      R"(<w:p><w:pPr><w:pStyle w:val="Body"/></w:pPr><w:r><w:rPr><w:u w:val="single"/></w:rPr></w:r></w:p>)");
  EXPECT_EQ(sheet.run().font, "Calibri");
  EXPECT_EQ(sheet.run().size, 26);
  EXPECT_TRUE(sheet.run().italic);
  EXPECT_TRUE(sheet.run().underlined);
  EXPECT_FALSE(sheet.run().bold);
}

TEST(Looks, BoldOfTwoLevelsCancelsAndDirectBoldDoesNot) {
  const char* styles =
      R"(<w:styles><w:style w:type="paragraph" w:styleId="P"><w:rPr><w:b/></w:rPr></w:style><w:style w:type="character" w:styleId="C"><w:rPr><w:b/></w:rPr></w:style></w:styles>)";
  const Sheet both(
      styles,
      R"(<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr><w:r><w:rPr><w:rStyle w:val="C"/></w:rPr></w:r></w:p>)");
  EXPECT_FALSE(both.run().bold);
  const Sheet direct(
      styles, R"(<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr><w:r><w:rPr><w:b/></w:rPr></w:r></w:p>)");
  EXPECT_TRUE(direct.run().bold);
}

TEST(Looks, ListIndentsUnlessTheParagraphSaysOtherwise) {
  const char* styles = "<w:styles/>";
  const Sheet listed(styles,
                     R"(<w:p><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr><w:r/></w:p>)");
  EXPECT_EQ(listed.paragraph().left, 720);
  EXPECT_EQ(listed.paragraph().first_line, -360);
  EXPECT_TRUE(listed.paragraph().listed);
  const Sheet own(
      styles,
      R"(<w:p><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr><w:ind w:left="0" w:firstLine="567"/></w:pPr><w:r/></w:p>)");
  EXPECT_EQ(own.paragraph().left, 0);
  EXPECT_EQ(own.paragraph().first_line, 567);
}

TEST(Looks, StylesBasedOnEachOtherEnd) {
  const Sheet circle(
      R"(<w:styles><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:rPr><w:sz w:val="30"/></w:rPr></w:style></w:styles>)",
      R"(<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r/></w:p>)");
  EXPECT_EQ(circle.run().size, 30);
}

TEST(Looks, TableStyleCountsForWhatStandsInTheTable) {
  const Sheet table(
      R"(<w:styles><w:style w:type="table" w:styleId="T"><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr></w:style></w:styles>)",
      R"(<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr><w:tr><w:tc><w:p><w:r/></w:p></w:tc></w:tr></w:tbl>)");
  EXPECT_EQ(table.run().size, 18);
  EXPECT_EQ(table.paragraph().align, Align::centre);
}

TEST(Looks, LengthsOfStrictFilesHaveUnits) {
  EXPECT_EQ(twips_of(std::string_view("567")), 567);
  EXPECT_EQ(twips_of(std::string_view("10mm")), 566);
  EXPECT_EQ(twips_of(std::string_view("1in")), 1440);
  EXPECT_EQ(twips_of(std::string_view("12.5pt")), 250);
  EXPECT_EQ(twips_of(std::string_view("99999999999999pt")), 0);
  EXPECT_EQ(twips_of(std::string_view("xyz")), 0);
}

}  // namespace
}  // namespace baocao::format
