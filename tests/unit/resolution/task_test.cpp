#include "resolution/task.hpp"

#include "diag/render.hpp"
#include "tasks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::resolution {
namespace {

using base::Period;
using testing::ElementsAre;
using testing::HasSubstr;

Task task_of(const std::string& keys) {
  diag::Sink sink;
  Pack pack = pack_of("[[task]]\nid = \"a\"\ntitle = \"t\"\n" + keys, sink);
  EXPECT_TRUE(sink.all().empty()) << diag::text(sink.all().front());
  return pack.tasks.front();
}

std::string deadline(const std::string& keys, const std::string& period, const std::string& as_of) {
  const auto all = occurrences(task_of(keys), *Period::parse(period), day(as_of));
  return all.back().deadline ? all.back().deadline->iso() : "none";
}

TEST(Task, FallsDueOnItsLastDay) {
  EXPECT_EQ(deadline("due = 2026-06-30", "2026-Q3", "2026-09-30"), "2026-06-30");
  EXPECT_EQ(deadline("stage = [2026, 2028]", "2026-Q3", "2026-09-30"), "2028-12-31");
  EXPECT_EQ(deadline("", "2026-Q3", "2026-09-30"), "none");
  EXPECT_EQ(deadline("always = true", "2026-Q3", "2026-09-30"), "none");
  EXPECT_EQ(deadline("periodic = true", "2026-Q3", "2026-09-30"), "none");
  EXPECT_EQ(deadline("after = \"Quy định\"", "2026-Q3", "2026-09-30"), "none");
}

TEST(Task, OfEachYearFallsDueAtTheEndOfTheYearOfTheReport) {
  EXPECT_EQ(deadline("every = \"year\"", "2027-Q1", "2027-03-31"), "2027-12-31");
  EXPECT_EQ(deadline("every = \"quarter\"", "2026-Q3", "2026-08-15"), "2026-09-30");
  EXPECT_EQ(deadline("every = \"quarter\"", "2026", "2026-12-31"), "2026-12-31");
}

TEST(Task, OfAReportClosedAFewDaysLaterIsThatOfTheReport) {
  EXPECT_EQ(deadline("every = \"year\"", "2026", "2027-01-05"), "2026-12-31");
  EXPECT_EQ(deadline("every = \"quarter\"", "2026-Q3", "2026-10-03"), "2026-09-30");
}

TEST(Task, IsNotRepeatedOutsideItsYears) {
  EXPECT_EQ(deadline("every = \"year\"\nstage = [2026, 2028]", "2025", "2025-12-31"), "2026-12-31");
  EXPECT_EQ(deadline("every = \"year\"\nstage = [2026, 2028]", "2030", "2030-12-31"), "2028-12-31");
  EXPECT_EQ(deadline("every = \"year\"", "2031", "2031-12-31"), "2030-12-31");
}

TEST(Task, OfEachYearEndsOnItsLastDay) {
  EXPECT_EQ(deadline("every = \"year\"\ndue = 2030-06-30", "2030", "2030-03-31"), "2030-06-30");
  EXPECT_EQ(deadline("every = \"year\"\ndue = 2030-06-30", "2029", "2029-03-31"), "2029-12-31");
}

TEST(Task, WithSeveralLastDaysIsAskedForEach) {
  const auto all = occurrences(
      task_of("due = [2028-06-30, 2030-12-31]"), *Period::parse("2028"), day("2028-12-31"));
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].deadline, day("2028-06-30"));
  EXPECT_TRUE(all[0].covers(day("2026-01-01"), day("2026-12-31")));
  EXPECT_TRUE(all[0].covers(day("2028-10-01"), day("2028-12-31")));
  EXPECT_FALSE(all[1].covers(day("2028-10-01"), day("2028-12-31")));
  EXPECT_TRUE(all[1].covers(day("2029-01-01"), day("2029-12-31")));
  EXPECT_TRUE(all[1].covers(day("2031-01-01"), day("2031-12-31")));
}

TEST(Task, TheNextQuarterEndsThreeToSixMonthsAhead) {
  EXPECT_EQ(end_of_next_quarter(day("2026-09-30")), day("2026-12-31"));
  EXPECT_EQ(end_of_next_quarter(day("2026-07-01")), day("2026-12-31"));
  EXPECT_EQ(end_of_next_quarter(day("2026-10-01")), day("2027-03-31"));
  EXPECT_EQ(end_of_next_quarter(day("2026-12-31")), day("2027-03-31"));
}

struct Fault {
  const char* keys;
  const char* code;
  const char* message;
};

class TaskFault : public testing::TestWithParam<Fault> {};

TEST_P(TaskFault, IsToldAtItsLine) {
  diag::Sink sink;
  pack_of(std::string("[[task]]\nid = \"a\"\ntitle = \"t\"\n") + GetParam().keys, sink);
  ASSERT_EQ(sink.all().size(), 1U);
  const diag::Diagnostic& fault = sink.all().front();
  EXPECT_EQ(fault.code.id(), GetParam().code);
  EXPECT_THAT(fault.message, HasSubstr(GetParam().message));
  EXPECT_EQ(fault.span.file, "tasks.toml");
  EXPECT_GT(fault.span.line, 0U);
  EXPECT_GT(fault.span.line_column, 0U);
}

INSTANTIATE_TEST_SUITE_P(
    All,
    TaskFault,
    testing::Values(Fault{"due = \"31/12/2026\"", "E435", "hạn cuối phải là một ngày"},
                    Fault{"due = [2030-12-31, 2028-12-31]", "E435", "theo thứ tự"},
                    Fault{"due = [2028-06-30, 2028-12-31]", "E435", "những năm khác nhau"},
                    Fault{"stage = [2028, 2026]", "E435", "năm đầu và năm cuối"},
                    Fault{"stage = 2026", "E435", "năm đầu và năm cuối"},
                    Fault{"every = \"month\"", "E435", "không hiểu \"month\""},
                    Fault{"levels = [\"huyen\"]", "E435", "không có cấp lập báo cáo \"huyen\""},
                    Fault{"always = true\ndue = 2026-12-31", "E435", "trái nhau"},
                    Fault{"due = 2026-12-31\nstage = [2026, 2028]", "E435", "trái nhau"},
                    Fault{"always = true\nevery = \"year\"", "E435", "trái nhau"},
                    Fault{"dua = 2026-12-31", "J102", "dua"},
                    Fault{"[[task]]\nid = \"a\"\ntitle = \"u\"", "E431", "đã dùng"}));

}  // namespace
}  // namespace baocao::resolution
