#include "pdf/summary.hpp"

#include "base/file.hpp"
#include "base/parallel.hpp"
#include "unit/pdf/poppler.hpp"
#include "unit/pdf/sample_model.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::pdf {
namespace {

using testing::HasSubstr;

const FontFiles& fonts() {
  static const FontFiles files = FontFiles::find().value();
  return files;
}

Summary of_pack(const std::string& level) {
  const std::string file = "summary-" + level + ".toml";
  const auto toml = base::read_file(std::filesystem::path(BAOCAO_SOURCE_DIR) /
                                    "templates/resolutions/thai-nguyen-cbcx" / file);
  diag::Sink sink;
  auto summary = Summary::load(toml.value(), file, sink);
  EXPECT_TRUE(sink.all().empty()) << sink.all().front().message;
  return std::move(summary).value();
}

std::string paragraph(const std::string& text) {
  return "title = \"x\"\n[[block]]\nkind = \"paragraph\"\ntext = '" + text + "'\n";
}

diag::Result<base::Bytes> rendered(const std::string& toml, const report::Value& model) {
  diag::Sink sink;
  const auto summary = Summary::load(toml, "summary.toml", sink);
  EXPECT_TRUE(sink.all().empty()) << sink.all().front().message;
  return summary->render(model, fonts());
}

std::vector<diag::Diagnostic> faults_of(const std::string& toml) {
  diag::Sink sink;
  EXPECT_FALSE(Summary::load(toml, "summary.toml", sink));
  return sink.all();
}

std::string code_of(const std::string& toml, const report::Value& model) {
  const auto pdf = rendered(toml, model);
  return pdf ? "none" : std::string(pdf.error().code.id());
}

TEST(ProvinceSummary, HasTwoPagesFor92Communes) {
  const auto pdf = of_pack("tinh").render(sample::model("tinh", 92), fonts());
  ASSERT_TRUE(pdf) << pdf.error().message;
  EXPECT_EQ(page_count(*pdf), 2);
  const std::string text = extracted_text(*pdf);
  EXPECT_THAT(text, HasSubstr("ĐẢNG CỘNG SẢN VIỆT NAM"));
  EXPECT_THAT(text, HasSubstr("Trang 2/2"));
}

TEST(ProvinceSummary, SaysTheSameInCardsSentenceAndTable) {
  const report::Value model = sample::model("tinh", 92);
  const std::string text = extracted_text(of_pack("tinh").render(model, fonts()).value());
  int met = 0;
  for (const sample::Target& target : sample::targets) {
    met += std::string_view(sample::verdict(target)) == "met" ? 1 : 0;
  }
  EXPECT_THAT(text, HasSubstr("0" + std::to_string(met) + " đạt, "));
  EXPECT_THAT(text, HasSubstr("201/276"));
  EXPECT_THAT(text, HasSubstr("72,8%"));
}

TEST(CommuneSummary, PrintsNoShareThatContradictsItsVerdict) {
  report::Map model = *sample::model("xa", 0).map();
  sample::Target target = sample::targets[9];
  target.n = 7498;
  target.d = 10000;
  target.unknown = 0;
  for (auto& [name, value] : model) {
    value = name == "chi_tieu" ? report::Value(report::List{sample::indicator(target)}) : value;
  }
  const std::string text = extracted_text(of_pack("xa").render(model, fonts()).value());
  EXPECT_THAT(text, HasSubstr("74,98%"));
  EXPECT_THAT(text, HasSubstr("chưa đạt"));
}

TEST(CommuneSummary, HasOnePage) {
  const auto pdf = of_pack("xa").render(sample::model("xa", 0), fonts());
  ASSERT_TRUE(pdf) << pdf.error().message;
  EXPECT_EQ(page_count(*pdf), 1);
  EXPECT_THAT(extracted_text(*pdf), HasSubstr("xã Văn Lang có"));
}

TEST(Summary, GivesTheSameBytesOnAnyThread) {
  const Summary summary = of_pack("tinh");
  const report::Value model = sample::model("tinh", 92);
  const base::Bytes first = summary.render(model, fonts()).value();
  std::vector<base::Bytes> others(6);
  base::parallel_for(
      others.size(), 3, [&](std::size_t i) { others[i] = summary.render(model, fonts()).value(); });
  EXPECT_THAT(others, testing::Each(testing::Eq(first)));
}

TEST(Summary, ComposesTextThatCameDecomposed) {
  const report::Value model = report::Map{{"ten",
                                           "Đa\xCC\xA3i Phu\xCC\x81"
                                           "c"}};
  const auto pdf = rendered(paragraph("Xã {{ ten }}"), model);
  ASSERT_TRUE(pdf) << pdf.error().message;
  EXPECT_THAT(extracted_text(*pdf), HasSubstr("Xã Đại Phúc"));
}

TEST(Summary, RefusesALetterThatWouldBeBlank) {
  const report::Value model = report::Map{{"ten", "\xE2\x9C\x93"}};
  const auto pdf = rendered(paragraph("Xã {{ ten }}"), model);
  ASSERT_FALSE(pdf);
  EXPECT_EQ(pdf.error().code.id(), "P103");
  EXPECT_EQ(pdf.error().span.file, "summary.toml");
  EXPECT_EQ(pdf.error().span.line, 4U);
}

TEST(Summary, RefusesBytesThatAreNotUtf8) {
  EXPECT_EQ(code_of(paragraph("{{ ten }}"), report::Map{{"ten", "\xFF\xFE"}}), "P103");
}

TEST(Summary, NamesTheExpressionThatHasNoValue) {
  const auto pdf = rendered(paragraph("{{ tonng }}"), report::Map{{"tong", 1}});
  ASSERT_FALSE(pdf);
  EXPECT_THAT(pdf.error().message, HasSubstr("tonng"));
  EXPECT_EQ(pdf.error().span.line, 4U);
}

TEST(Summary, RefusesRowsThatAreNoList) {
  const std::string toml =
      "title = \"x\"\n[[block]]\nkind = \"table\"\nrows = \"tong\"\n"
      "[[block.column]]\ntitle = \"A\"\ntext = \"b\"\n";
  EXPECT_EQ(code_of(toml, report::Map{{"tong", 1}}), "P113");
}

TEST(Summary, RefusesAHeatRowWithAMissingCell) {
  const std::string toml =
      "title = \"x\"\n[[block]]\nkind = \"heat_table\"\ncorner = \"Xã\"\ncolumns = \"cot_\"\n"
      "head = \"{{ cot }}\"\nrows = \"hang_\"\nlabel = \"a\"\ncells = \"hang\"\n"
      "value = \"{{ o }}\"\ntone = \"none\"\nactual = \"o\"\ntarget = \"o\"\n";
  const report::List row = {1, 2};
  const report::Value good =
      report::Map{{"cot_", report::List{"1a", "1b"}}, {"hang_", report::List{row}}};
  EXPECT_EQ(code_of(toml, good), "none");
  const report::Value bad =
      report::Map{{"cot_", report::List{"1a", "1b", "2"}}, {"hang_", report::List{row}}};
  EXPECT_EQ(code_of(toml, bad), "P113");
}

TEST(Summary, LeavesOutBlocksWhoseConditionFails) {
  const std::string toml =
      paragraph("thấy") + "[[block]]\nkind = \"paragraph\"\nwhen = \"dat > 1\"\ntext = 'ẩn'\n";
  const std::string text = extracted_text(rendered(toml, report::Map{{"dat", 1}}).value());
  EXPECT_THAT(text, HasSubstr("thấy"));
  EXPECT_THAT(text, testing::Not(HasSubstr("ẩn")));
}

TEST(SummaryFile, ReportsAllFaultsWithTheirPlaces) {
  const auto faults = faults_of(
      "title = \"{{ a + }}\"\n"
      "[[block]]\nkind = \"paragraf\"\n"
      "[[block]]\nkind = \"paragraph\"\ntext = \"x\"\nalign = \"center\"\nszie = 3\n"
      "[[block]]\nkind = \"cards\"\n[[block.card]]\nvalue = \"{{ 1 \"\nlabel = \"b\"\n"
      "[[block]]\nkind = \"table\"\nrows = \"r\"\n[[block.column]]\ntitle = \"A\"\n");
  std::vector<std::string> seen;
  for (const auto& fault : faults) {
    seen.push_back(std::string(fault.code.id()) + ":" + std::to_string(fault.span.line));
  }
  EXPECT_THAT(seen,
              testing::ElementsAre("P111:1", "P112:3", "P112:7", "J102:8", "P111:12", "P112:18"));
  EXPECT_THAT(faults[1].help, HasSubstr("paragraph"));
}

TEST(SummaryFile, NeedsATitle) {
  const auto faults = faults_of("[[block]]\nkind = \"page_break\"\n");
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].code.id(), "J103");
}

}  // namespace
}  // namespace baocao::pdf
