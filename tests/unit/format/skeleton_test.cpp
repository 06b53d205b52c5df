#include "unit/format/documents.hpp"

#include <cstdlib>
#include <fstream>

#include <gmock/gmock.h>

namespace baocao::format {
namespace {

using testing::IsEmpty;

class EveryTemplate : public testing::TestWithParam<std::tuple<std::string, std::string>> {};

TEST_P(EveryTemplate, IsRightByItsOwnProfile) {
  const auto& [id, type] = GetParam();
  for (const base::Bytes& docx : {skeleton(id, type), document(id, type)}) {
    for (const diag::Diagnostic& fault : findings(docx, id)) {
      ADD_FAILURE() << fault.code.id() << " " << fault.message << " at " << fault.span.address
                    << ": " << fault.value;
    }
  }
}

TEST_P(EveryTemplate, CompilesWithoutFaults) {
  const auto& [id, type] = GetParam();
  diag::Sink faults;
  EXPECT_TRUE(docx::Template::compile(skeleton(id, type), "t.docx", faults));
  EXPECT_THAT(faults.all(), IsEmpty());
}

TEST_P(EveryTemplate, HasTheSameBytesEachTime) {
  const auto& [id, type] = GetParam();
  EXPECT_EQ(skeleton(id, type), skeleton(id, type));
}

INSTANTIATE_TEST_SUITE_P(All,
                         EveryTemplate,
                         testing::Combine(testing::Values(party, old_party, state),
                                          testing::Values("BC", "KH", "TTr", "CV", "TB")));

TEST(Skeleton, SaysWhichTypesThereAre) {
  diag::Sink faults;
  const auto none = load_skeleton(templates(), "XY", faults);
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code.id(), "D903");
  EXPECT_THAT(none.error().help, testing::HasSubstr("BC, CV, KH, TB, TTr"));
}

TEST(Skeleton, GivesTheRequestItsOwnWord) {
  EXPECT_THAT(text(document(party, "TTr")), testing::HasSubstr("Kính trình: Tỉnh ủy"));
  EXPECT_THAT(text(document(old_party, "TTr")), testing::HasSubstr("Kính gửi: Tỉnh ủy"));
  EXPECT_THAT(text(document(party, "BC")), testing::Not(testing::HasSubstr("Kính")));
}

TEST(Skeleton, EndsRecipientsAsTheProfileWants) {
  EXPECT_THAT(text(document(party)), testing::HasSubstr("- Các chi bộ trực thuộc;"));
  EXPECT_THAT(text(document(old_party)), testing::HasSubstr("- Các chi bộ trực thuộc,"));
}

}  // namespace
}  // namespace baocao::format
