// The faults of a template and the names it needs, without rendering it.
#include "docx/lint.hpp"

#include "word_files.hpp"

#include <gmock/gmock.h>

namespace baocao::docx {
namespace {

using report::List;
using report::Map;
using report::UseKind;
using report::Value;
using testing::ElementsAre;
using testing::IsEmpty;

report::ShapePtr model() {
  return report::shape_of(
      Map{{"ten", "Thái Nguyên"}, {"so", 3}, {"xa", List{Map{{"ten", "A"}, {"n", 5}}}}});
}

std::vector<diag::Diagnostic> found(const std::string& body,
                                    const report::ShapePtr& names = model()) {
  return lint(word_file(body), "mau.docx", names);
}

std::vector<std::string> codes(const std::string& body, const report::ShapePtr& names = model()) {
  std::vector<std::string> out;
  for (const diag::Diagnostic& fault : found(body, names)) {
    out.emplace_back(fault.code.id());
  }
  return out;
}

TEST(Lint, FindsNothingInASoundTemplate) {
  EXPECT_THAT(codes(p("{{ ten }} {% for x in xa if x.n > 3 %}{{ loop.index }}{{ x.ten }}{% else %}"
                      "{{ so }}{% endfor %}{% set t = so %}{% with u = t + 1 %}{{ u }}{% endwith %}"
                      "{% set d %}a{% endset %}{{ d.upper() }}"
                      "{% set ns = namespace(a=0) %}{% set ns.b = 1 %}{{ ns.b }}")),
              IsEmpty());
}

TEST(Lint, TellsFaultsOfSyntaxNamesAndFiltersAtOnceAndInOrder) {
  EXPECT_THAT(codes(p("{{ ten") + p("{{ tem }}") + p("{{ so|sso }}") + p("{% if so %}")),
              ElementsAre("T551", "T511", "T513", "T555"));
}

TEST(Lint, KnowsWhereNamesEnd) {
  EXPECT_THAT(codes(p("{% for x in xa %}{{ x.n }}{% endfor %}") + p("{{ x.n }}")),
              ElementsAre("T511"));
  EXPECT_THAT(codes(p("{% for x in xa %}a{% else %}{{ x.n }}{% endfor %}")), ElementsAre("T511"));
  EXPECT_THAT(codes(p("{% with a = 1 %}{{ a }}{% endwith %}{{ a }}")), ElementsAre("T511"));
  EXPECT_THAT(codes(p("{% if so %}{% set a = 1 %}{% endif %}{{ a }}")), IsEmpty());
}

// T559 says that it goes; its names are of no interest.
TEST(Lint, JudgesNoNamesInWhatACommentTakesAway) {
  EXPECT_THAT(codes(table({row({"a"}), row({"{#tr bỏ #}{{ x }}"})})), ElementsAre("T559"));
  EXPECT_THAT(codes(table({row({"a", "{#tc bỏ #}{{ x }}"})})), ElementsAre("T559"));
  EXPECT_THAT(codes(p("{#p bỏ #}{{ x }}") + p("{# giữ #}{{ x }}")), ElementsAre("T559", "T511"));
}

TEST(Lint, JudgesTheItemsOfALoop) {
  EXPECT_THAT(codes(p("{% for x in xa %}{{ x.tenn }}{{ x.n.a }}{% endfor %}")),
              ElementsAre("T512", "T512"));
  EXPECT_THAT(codes(p("{% for x in xa | sap_xep('n') %}{{ x.tenn }}{% endfor %}")),
              ElementsAre("T512"));
  EXPECT_THAT(codes(p("{% for x in so %}{{ x.gi_do }}{% endfor %}")), ElementsAre("T560"));
}

TEST(Lint, ForgivesNamesInBranchesThatAskForThem) {
  EXPECT_THAT(codes(p("{% if moi is defined %}{{ moi }}{% endif %}")), IsEmpty());
  EXPECT_THAT(
      codes(p("{% for x in xa %}{% if x.moi is defined %}{{ x.moi }}{% endif %}{% endfor %}")),
      IsEmpty());
  EXPECT_THAT(codes(p("{% if moi is defined %}{% endif %}{{ moi }}")), ElementsAre("T511"));
}

TEST(Lint, HasOneFaultForOneSlip) {
  EXPECT_THAT(codes(p("{% fo x in xa %}{{ x.n }}{% endfor %}")), ElementsAre("T552"));
  EXPECT_THAT(codes(p("{% for x in xa %}{{ x.n }}{% endfo %}")), ElementsAre("T552"));
  EXPECT_THAT(codes(p("{% for x in xa ") + p("{{ x.n }}") + p("{% endfor %}")),
              ElementsAre("T551"));
  EXPECT_THAT(codes(p("{% for x of xa %}{{ x.n }}{% endfor %}")), ElementsAre("T553"));
  EXPECT_THAT(codes(p("{% for x in (xa %}{{ x.n }}{% endfor %}")), ElementsAre("T554"));
  EXPECT_THAT(codes(p("{% set a = %}{{ a }}")), ElementsAre("T554"));
}

TEST(Lint, WithoutAModelLetsAnyNameBe) {
  EXPECT_THAT(codes(p("{{ gi_do.a }} {% for x in y %}{{ x.z | so }}{% endfor %}"), nullptr),
              IsEmpty());
  EXPECT_THAT(codes(p("{{ gi_do | soo }}{{ loop.index }}"), nullptr), ElementsAre("T513", "T511"));
}

const std::string note_body = p("{% for x in xa %}{{ x.ten }}") +
                              paragraph_of(R"(<w:r><w:footnoteReference w:id="2"/></w:r>)") +
                              p("{% endfor %}");

ExtraPart notes(const std::string& text) {
  return {"word/footnotes.xml",
          "footnotes",
          "<w:footnotes" + std::string(namespaces) + "><w:footnote w:id=\"2\">" + p(text) +
              "</w:footnote></w:footnotes>"};
}

TEST(Lint, JudgesNotesByTheNamesAtTheirReference) {
  EXPECT_THAT(lint(word_file(note_body, {notes("{{ x.n }}")}), "mau.docx", model()), IsEmpty());
  const auto faults = lint(word_file(note_body, {notes("{{ x.m }}")}), "mau.docx", model());
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].span.part, "word/footnotes.xml");
  EXPECT_EQ(faults[0].span.address, "chú thích 1 › đoạn 1, ký tự 1");
}

TEST(Lint, TellsWhatIsNoWordFile) {
  const auto faults = lint("không phải zip", "mau.docx", nullptr);
  ASSERT_EQ(faults.size(), 1U);
}

TEST(Lint, FindsBrokenTagsInAttributes) {
  EXPECT_THAT(codes(R"(<w:p><w:r><w:drawing><wp:docPr id="1" name="h" descr="{{ ten"/></w:drawing>)"
                    R"(</w:r></w:p>)"),
              ElementsAre("T551"));
}

TEST(Variables, HaveTheTypesTheirUsesTell) {
  const auto all = variables(
      word_file(
          p("{{ ten }}{% if co %}{{ so | phan_tram }}{% endif %}"
            "{% for x in xa | sap_xep('ten') %}{{ x.ten }}{{ x.n + 1 }}{% endfor %}"
            "{% for c in chu %}{{ c }}{% endfor %}{{ ngay | ngay_dai }}{% set t = 1 %}{{ t }}")),
      "mau.docx");
  ASSERT_TRUE(all);
  std::vector<std::pair<std::string, UseKind>> told;
  for (const Variable& variable : *all) {
    told.emplace_back(variable.name, variable.kind);
  }
  EXPECT_THAT(told,
              ElementsAre(std::pair("ten", UseKind::printed),
                          std::pair("co", UseKind::condition),
                          std::pair("so", UseKind::number),
                          std::pair("xa", UseKind::list),
                          std::pair("chu", UseKind::list),
                          std::pair("ngay", UseKind::date)));
  const Variable& item = (*all)[3].members.at(0);
  EXPECT_EQ(item.name, "[]");
  EXPECT_EQ(item.kind, UseKind::map);
  ASSERT_EQ(item.members.size(), 2U);
  EXPECT_EQ(item.members[1].name, "n");
  EXPECT_EQ(item.members[1].kind, UseKind::number);
  EXPECT_EQ((*all)[4].members.at(0).kind, UseKind::printed);
  EXPECT_EQ((*all)[2].address, "đoạn 1, ký tự 21");
}

}  // namespace
}  // namespace baocao::docx
