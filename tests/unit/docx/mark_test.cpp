// Faults as comments of Word.
#include "docx/mark.hpp"

#include "docx/lint.hpp"
#include "word_files.hpp"

#include <gmock/gmock.h>

namespace baocao::docx {
namespace {

using report::Map;
using report::Value;
using testing::HasSubstr;
using testing::Not;

base::Bytes marked_file(const base::Bytes& file) {
  const auto faults = lint(file, "mau.docx", report::shape_of(Map{{"ten", "A"}, {"so", 3}}));
  return marked(file, "mau.docx", faults).value_or("");
}

std::string body_of(const base::Bytes& file) {
  return part_of(file, "word/document.xml");
}

std::string comments_of(const base::Bytes& file) {
  return part_of(file, "word/baocao-comments.xml");
}

std::string anchored(const std::string& runs, int id) {
  const std::string n = std::to_string(id);
  return "<w:commentRangeStart w:id=\"" + n + "\"/>" + runs + "<w:commentRangeEnd w:id=\"" + n +
         "\"/><w:r><w:commentReference w:id=\"" + n + "\"/></w:r>";
}

TEST(Mark, AnchorsACommentAtTheTagOverItsRuns) {
  const base::Bytes out =
      marked_file(word_file(paragraph_of(run("Xã {{ te", "<w:b/>") + run("m }}, {{ ten }}"))));
  EXPECT_THAT(body_of(out),
              HasSubstr(run("Xã ", "<w:b/>") + anchored(run("{{ te", "<w:b/>") + run("m }}"), 0) +
                        run(", {{ ten }}")));
  EXPECT_THAT(comments_of(out), HasSubstr("w:id=\"0\" w:author=\"baocao\" w:initials=\"bc\""));
  EXPECT_THAT(comments_of(out), HasSubstr("[T511] không có tên &quot;tem&quot;"));
  EXPECT_THAT(comments_of(out), HasSubstr("Cách sửa: ý bạn là &quot;ten&quot;?"));
  EXPECT_THAT(comments_of(out), Not(HasSubstr("w:date")));
  EXPECT_THAT(part_of(out, "[Content_Types].xml"),
              HasSubstr("PartName=\"/word/baocao-comments.xml\""));
  EXPECT_THAT(part_of(out, "word/_rels/document.xml.rels"),
              HasSubstr("Target=\"/word/baocao-comments.xml\""));
}

TEST(Mark, KeepsTheTextOfARunWithSeveralFaults) {
  const base::Bytes file = word_file(p("a {{ b }} c {{ d }} e {{ ten | f }} {% if so"));
  const base::Bytes out = marked_file(file);
  EXPECT_EQ(text_of_xml(body_of(out)), text_of_xml(body_of(file)));
  EXPECT_THAT(body_of(out),
              HasSubstr(anchored(run("{{ b }}"), 0) + run(" c ") + anchored(run("{{ d }}"), 1)));
  EXPECT_THAT(body_of(out), HasSubstr(anchored(run("{% if so"), 3)));
}

TEST(Mark, KeepsTheCommentsThatAreThere) {
  const ExtraPart comments{"word/comments.xml",
                           "comments",
                           "<w:comments" + std::string(namespaces) + "><w:comment w:id=\"7\">" +
                               p("cũ") + "</w:comment></w:comments>"};
  const base::Bytes out = marked_file(word_file(p("{{ la }}"), {comments}));
  const std::string xml = part_of(out, "word/comments.xml");
  EXPECT_THAT(xml, HasSubstr("cũ"));
  EXPECT_THAT(xml, HasSubstr("w:id=\"8\""));
  EXPECT_THAT(body_of(out), HasSubstr(anchored(run("{{ la }}"), 8)));
}

TEST(Mark, TellsFaultsOfOtherPartsAtTheTopOfTheBody) {
  const ExtraPart header{"word/header1.xml",
                         "header",
                         "<w:hdr" + std::string(namespaces) + ">" + p("{{ la }}") + "</w:hdr>"};
  const base::Bytes out = marked_file(word_file(p("đầu") + p("sau"), {header}));
  EXPECT_THAT(body_of(out), HasSubstr("<w:p>" + anchored(run("đầu"), 0) + "</w:p>"));
  EXPECT_THAT(comments_of(out), HasSubstr("word/header1.xml › đoạn 1, ký tự 1: {{ la }}"));
}

TEST(Mark, AnchorsFaultsOfATextBoxAtItsParagraph) {
  const std::string box =
      "<w:r><w:pict><w:txbxContent>" + p("{{ la }}") + "</w:txbxContent></w:pict></w:r>";
  const base::Bytes out = marked_file(word_file(paragraph_of(box)));
  EXPECT_THAT(body_of(out), HasSubstr("<w:p>" + anchored(box, 0) + "</w:p>"));
}

TEST(Mark, LeavesASoundTemplateAsItIs) {
  const base::Bytes file = word_file(p("{{ ten }}"));
  const base::Bytes out = marked_file(file);
  EXPECT_EQ(body_of(out), body_of(file));
  EXPECT_EQ(comments_of(out), "");
}

}  // namespace
}  // namespace baocao::docx
