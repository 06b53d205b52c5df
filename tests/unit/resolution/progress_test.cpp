#include "resolution/progress.hpp"

#include "diag/render.hpp"
#include "tasks.hpp"

#include <algorithm>
#include <map>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::resolution {
namespace {

using base::Date;
using base::Period;
using testing::ElementsAre;
using testing::IsEmpty;

// One task "a" of the province with the given keys, one row of nhiem_vu with the given fields.
std::string state(const std::string& keys,
                  const std::string& fields,
                  const std::string& as_of = "2026-09-30",
                  const std::string& period = "2026-Q3") {
  diag::Sink sink;
  const Pack pack = pack_of("[[task]]\nid = \"a\"\ntitle = \"t\"\n" + keys, sink);
  const table::Dataset dataset =
      progress_of(fields.empty() ? "" : "{ don_vi = \"t\", ma = \"a\", " + fields + " }");
  const auto all = Progress(pack, dataset, *Period::parse(period), day(as_of)).of(0);
  return all.size() == 1 ? std::string(name(all.front().state)) : "?";
}

std::string done(const std::string& on) {
  return "nam = 2026, ket_qua = \"hoan_thanh\", ngay_hoan_thanh = " + on;
}

const std::string under_way = "nam = 2026, ket_qua = \"dang_thuc_hien\"";
const std::string not_started = "nam = 2026, ket_qua = \"chua_thuc_hien\"";

TEST(Progress, DoneByTheLastDayIsOnTime) {
  EXPECT_EQ(state("due = 2026-06-30", done("2026-06-30")), "done_on_time");
  EXPECT_EQ(state("due = 2026-06-30", done("2026-07-01")), "done_late");
  EXPECT_EQ(state("due = 2026-12-31", done("2026-07-01")), "done_on_time");
  EXPECT_EQ(state("every = \"year\"", done("2026-07-01")), "done_on_time");
}

TEST(Progress, ADateKnownToTheMonthMayLeaveItOpen) {
  EXPECT_EQ(state("due = 2026-06-30", done("\"6/2026\"")), "done_on_time");
  EXPECT_EQ(state("due = 2026-06-30", done("\"7/2026\"")), "done_late");
  EXPECT_EQ(state("due = 2026-06-15", done("\"6/2026\"")), "done");
}

TEST(Progress, DoneWithoutADayIsNeitherOnTimeNorLate) {
  EXPECT_EQ(state("due = 2026-06-30", "nam = 2026, ket_qua = \"hoan_thanh\""), "done");
  EXPECT_EQ(state("always = true", done("2026-07-01")), "done");
  EXPECT_EQ(state("", done("2026-07-01")), "done");
}

TEST(Progress, DueOnTheAsOfDayIsNotLate) {
  EXPECT_EQ(state("due = 2026-09-30", under_way), "due_soon");
  EXPECT_EQ(state("due = 2026-09-29", under_way), "overdue");
}

TEST(Progress, TheNextQuarterEndsOnItsLastDay) {
  EXPECT_EQ(state("due = 2026-12-31", not_started), "due_soon");
  EXPECT_EQ(state("due = 2027-01-01", not_started), "not_due");
  EXPECT_EQ(state("due = 2026-12-31", under_way, "2026-06-30", "2026-Q2"), "not_due");
  EXPECT_EQ(state("due = 2026-12-31", under_way, "2026-07-01", "2026-Q3"), "due_soon");
}

TEST(Progress, WithoutALastDayTheReportSaysHowItIs) {
  EXPECT_EQ(state("", under_way), "under_way");
  EXPECT_EQ(state("", not_started), "not_started");
  EXPECT_EQ(state("always = true", under_way), "under_way");
  EXPECT_EQ(state("after = \"Quy định\"", not_started), "not_due");
}

TEST(Progress, WithoutARowThereIsNoReport) {
  EXPECT_EQ(state("due = 2026-06-30", ""), "no_report");
  EXPECT_EQ(state("always = true", ""), "no_report");
  EXPECT_EQ(state("after = \"Quy định\"", ""), "no_report");
}

TEST(Progress, ARepeatedTaskIsJudgedByTheRowOfItsPeriod) {
  const std::string q2 = "nam = 2026, ky = \"q2\", ket_qua = \"hoan_thanh\"";
  const std::string q3 = "nam = 2026, ky = \"q3\", ket_qua = \"hoan_thanh\"";
  const std::string last_year = "nam = 2025, ket_qua = \"hoan_thanh\"";
  EXPECT_EQ(state("every = \"quarter\"", q2), "no_report");
  EXPECT_EQ(state("every = \"quarter\"", q3), "done");
  EXPECT_EQ(state("always = true", q2), "no_report");
  EXPECT_EQ(state("always = true", q3), "done");
  EXPECT_EQ(state("every = \"year\"", last_year), "no_report");
  EXPECT_EQ(state("every = \"year\"", q2), "done");
  EXPECT_EQ(state("due = 2026-12-31", last_year), "done");
}

TEST(Progress, WhatIsDoneAfterTheAsOfDayIsNotDoneYet) {
  EXPECT_EQ(state("due = 2026-12-31", done("2026-10-01")), "due_soon");
  EXPECT_EQ(state("due = 2026-06-30", done("2026-10-01")), "overdue");
  EXPECT_EQ(state("", done("2026-10-01")), "under_way");
}

TEST(Progress, TheRowOfTheLastPeriodCounts) {
  diag::Sink sink;
  const Pack pack = pack_of("[[task]]\nid = \"a\"\ntitle = \"t\"\ndue = 2027-12-31\n", sink);
  const table::Dataset dataset = progress_of(
      R"({ ma = "a", nam = 2026, ky = "q3", ket_qua = "hoan_thanh", ngay_hoan_thanh = 2026-09-01 },
         { ma = "a", nam = 2026, ky = "q1", ket_qua = "dang_thuc_hien" })");
  const auto all = Progress(pack, dataset, *Period::parse("2026"), day("2026-12-31")).of(0);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].state, TaskState::done_on_time);
  ASSERT_TRUE(all[0].report);
  EXPECT_EQ(all[0].report->row, 0U);
}

TEST(Progress, OfSeveralLastDaysTheFirstOpenOneIsAsked) {
  const std::string keys = "due = [2026-06-30, 2028-12-31]";
  const std::string second = "nam = 2028, ket_qua = \"hoan_thanh\", ngay_hoan_thanh = 2028-05-05";
  EXPECT_EQ(state(keys, under_way), "overdue");
  EXPECT_EQ(state(keys, done("2026-06-01"), "2026-06-30", "2026-Q2"), "done_on_time");
  EXPECT_EQ(state(keys, done("2026-06-01")), "no_report");               // of the second one
  EXPECT_EQ(state(keys, second, "2028-09-30", "2028-Q3"), "no_report");  // of the first one
}

TEST(Progress, AUnitReportsOnTheTasksOfItsLevel) {
  diag::Sink sink;
  const Pack pack = pack_of(R"([[task]]
id = "a"
title = "của tỉnh"
[[task]]
id = "b"
title = "của xã"
levels = ["xa"]
[[task]]
id = "c"
title = "của tỉnh và xã"
levels = ["tinh", "xa"]
[[task]]
id = "d"
title = "của tỉnh, có xã báo cáo"
)",
                            sink);
  const table::Dataset dataset =
      progress_of(R"({ don_vi = "x", ma = "d", ket_qua = "hoan_thanh" })");
  const Progress progress(pack, dataset, *Period::parse("2026"), day("2026-12-31"));
  const auto ids = [&](std::uint16_t unit) {
    std::vector<std::string> found;
    for (const TaskFinding& finding : progress.of(unit)) {
      found.push_back(finding.task->id + " " + std::string(name(finding.state)));
    }
    return found;
  };
  EXPECT_THAT(ids(0), ElementsAre("a no_report", "c no_report", "d no_report"));
  EXPECT_THAT(ids(1), ElementsAre("b no_report", "c no_report", "d done"));
}

std::vector<std::string> faults_of(const std::string& keys, const std::string& rows) {
  diag::Sink sink;
  const Pack pack = pack_of("[[task]]\nid = \"II.2-1\"\ntitle = \"t\"\n" + keys, sink);
  task_reports(pack, progress_of(rows), day("2026-09-30"), sink);
  std::vector<std::string> texts;
  for (const diag::Diagnostic& fault : sink.all()) {
    texts.push_back(std::string(fault.code.id()) + " " + fault.message + " | " + fault.help +
                    " | " + std::to_string(fault.span.row) + " " + fault.unit);
  }
  return texts;
}

TEST(TaskReports, K331AnUnknownTask) {
  EXPECT_THAT(
      faults_of(
          "",
          R"({ ma = "II.2-1", ket_qua = "hoan_thanh" }, { ma = "II.2.1", ket_qua = "hoan_thanh" },
                       { ma = "nhiệm vụ khác", ket_qua = "hoan_thanh" })"),
      ElementsAre(
          "K331 nghị quyết không có nhiệm vụ mang mã \"II.2.1\" | ý bạn là \"II.2-1\"? | 1 t",
          "K331 nghị quyết không có nhiệm vụ mang mã \"nhiệm vụ khác\" | ghi mã của một "
          "nhiệm vụ trong tasks.toml của nghị quyết | 1 t"));
}

TEST(TaskReports, K332ARepeatedTaskWithoutItsPeriod) {
  const std::string no_year = R"({ ma = "II.2-1", ket_qua = "hoan_thanh" })";
  const std::string no_quarter = R"({ ma = "II.2-1", nam = 2026, ket_qua = "hoan_thanh" })";
  const std::string year_fault =
      "K332 nhiệm vụ \"II.2-1\" lặp lại nhưng dòng này không ghi năm | ghi năm (và quý, nếu là "
      "nhiệm vụ hằng quý) mà kết quả này nói đến | 1 t";
  EXPECT_THAT(faults_of("every = \"year\"", no_year), ElementsAre(year_fault));
  EXPECT_THAT(faults_of("always = true", no_year), ElementsAre(year_fault));
  EXPECT_THAT(faults_of("due = [2026-12-31, 2028-12-31]", no_year), ElementsAre(year_fault));
  EXPECT_THAT(
      faults_of("every = \"quarter\"", no_quarter),
      ElementsAre("K332 nhiệm vụ \"II.2-1\" làm hằng quý nhưng dòng này không ghi quý | ghi "
                  "quý mà kết quả này nói đến | 1 t"));
  EXPECT_THAT(faults_of("", no_year), IsEmpty());
  EXPECT_THAT(faults_of("every = \"year\"", no_quarter), IsEmpty());
}

TEST(TaskReports, K333APeriodAfterTheAsOfDay) {
  EXPECT_THAT(
      faults_of("", R"({ ma = "II.2-1", nam = 2026, ky = "q4", ket_qua = "hoan_thanh" },
                       { ma = "II.2-1", nam = 2026, ky = "q3", ket_qua = "hoan_thanh" })"),
      ElementsAre("K333 quý IV năm 2026 bắt đầu sau ngày chốt số liệu 30/9/2026 | xem lại năm, quý "
                  "của dòng này; chỉ ghi kết quả đến ngày chốt | 1 t"));
}

TEST(TaskReports, K334WhatWasDoneIsDoneNoMore) {
  const std::string rows = R"({ ma = "II.2-1", nam = 2026, ky = "q1", ket_qua = "hoan_thanh" },
                              { ma = "II.2-1", nam = 2026, ky = "q2", ket_qua = "dang_thuc_hien" })";
  EXPECT_THAT(
      faults_of("", rows),
      ElementsAre("K334 nhiệm vụ \"II.2-1\" ở kỳ trước ghi đã hoàn thành, nay ghi chưa | xem "
                  "lại hai dòng; dòng của kỳ sau được dùng | 1 t"));
  EXPECT_THAT(faults_of("always = true", rows), IsEmpty());
}

// What the wording of the states says, day by day.
TaskState slow_state(Date due, std::optional<Date> done_on, Date as_of) {
  const bool is_done = done_on && *done_on <= as_of;
  if (is_done) {
    return *done_on > due ? TaskState::done_late : TaskState::done_on_time;
  }
  if (as_of > due) {
    return TaskState::overdue;
  }
  int new_quarters = 0;  // first days of quarters after as_of, up to the last day
  for (Date at = as_of.plus_days(1); at <= due; at = at.plus_days(1)) {
    new_quarters += at.day() == 1 && at.month() % 3 == 1 ? 1 : 0;
  }
  return new_quarters <= 1 ? TaskState::due_soon : TaskState::not_due;
}

TEST(Progress, AgreesWithTheWordingAroundEveryDate) {
  std::mt19937 random(20260930);
  const auto between = [&random](int least, int most) {
    return std::uniform_int_distribution<int>(least, most)(random);
  };
  const Date middle = day("2028-02-29");
  std::map<TaskState, int> seen;
  for (int i = 0; i < 4000; ++i) {
    const Date as_of = middle.plus_days(between(-400, 400));
    const Date due = as_of.plus_days(between(0, 3) == 0 ? between(-1, 1) : between(-200, 300));
    const Date done_on = due.plus_days(between(-2, 2) * between(1, 60));
    const bool is_done = between(0, 1) == 1;
    const std::string row =
        "ket_qua = " + std::string(is_done ? "\"hoan_thanh\", ngay_hoan_thanh = " + done_on.iso()
                                           : "\"dang_thuc_hien\"");
    const TaskState expected =
        slow_state(due, is_done ? std::optional(done_on) : std::nullopt, as_of);
    ++seen[expected];
    ASSERT_EQ(state("due = " + due.iso(), row, as_of.iso(), std::to_string(as_of.year())),
              name(expected))
        << "hạn " << due.iso() << ", xong " << row << ", chốt " << as_of.iso();
  }
  EXPECT_EQ(seen.size(), 5U);  // the test reached each of them
}

}  // namespace
}  // namespace baocao::resolution
