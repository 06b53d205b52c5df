#include "archive/database.hpp"
#include "base/file.hpp"
#include "base/sha256.hpp"
#include "unit/archive/example.hpp"

namespace baocao::archive {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::UnorderedElementsAre;
using Kind = base::Period::Kind;

class Retained : public ArchiveTest {
 protected:
  // The persons are stored rather than deflated, so that they could be read in the file.
  Retained() : archive(with_period()), sent(package("05665", 1, "An")) {
    package::ZipWriter writer;
    writer.add("inputs/can-bo.csv", persons);
    writer.add("outputs/bao-cao.docx", "bc");
    zip = writer.finish();
    sent.zip = zip;
    EXPECT_TRUE(archive.register_package(sent, Locked::refuse, act(), sink));
  }

  static constexpr const char* persons = "q7Zx!Nguyễn;Văn%Bình@84#Kp";
  Archive archive;
  NewPackage sent;
  base::Bytes zip;
};

TEST_F(Retained, RostersFiveYearsAfterTheYearOfThePeriod) {
  EXPECT_THAT(archive.expired(day("2031-12-31")).value(), IsEmpty());
  const std::vector<Expired> expired = archive.expired(day("2032-01-01")).value();
  ASSERT_THAT(expired, ElementsAre(Field(&Expired::name, "inputs/can-bo.csv")));
  EXPECT_EQ(expired[0].key, key);
  EXPECT_EQ(expired[0].unit, "05665");
  EXPECT_EQ(expired[0].role, "input");
  EXPECT_EQ(expired[0].source, "package " + base::sha256_hex(zip));
}

TEST_F(Retained, ForgettingRemovesThePersonsAndKeepsTheRest) {
  const std::vector<Figure> figures = sent.figures;
  ASSERT_THAT(base::read_file(path).value(), HasSubstr(persons));
  EXPECT_THAT(archive.forget(act("2031-12-31T08:00:00"), sink).value(), IsEmpty());
  EXPECT_THAT(archive.forget(act("2032-01-02T08:00:00"), sink).value(), SizeIs(1));

  EXPECT_THAT(base::read_file(path).value(), Not(HasSubstr(persons)));
  EXPECT_EQ(code_of(archive.package_bytes(base::sha256_hex(zip))), "A212");
  EXPECT_EQ(archive.figures({})->at(0).figure, figures[0]);
  EXPECT_EQ(archive.log()->back().action, "forget");
  EXPECT_EQ(archive.log()->back().subject, base::sha256_hex(zip));
  EXPECT_THAT(archive.verify().value(), IsEmpty());
  EXPECT_THAT(archive.forget(act("2032-01-02T08:00:00"), sink).value(), IsEmpty());
  EXPECT_TRUE(archive.register_package(sent, Locked::refuse, act(), sink)->already_there);
}

TEST_F(Retained, WhatTheLogDoesNotExcuseIsMissing) {
  Database(path, Database::Mode::existing)
      .run("UPDATE package_entry SET blob = NULL WHERE role = 'input'");
  const std::vector<diag::Diagnostic> faults = archive.verify().value();
  ASSERT_THAT(faults, SizeIs(1));
  EXPECT_EQ(faults[0].code, diag::Code("A223"));
}

TEST_F(Retained, EqualContentsStayWhileOneIsWithinItsTerm) {
  Period year = period();
  year.key.period = "2027";
  ASSERT_TRUE(archive.open_period(year, act(), sink));
  NewPackage later = sent;
  package::ZipWriter writer;
  writer.add("inputs/can-bo.csv", persons);
  const base::Bytes other = writer.finish();
  later.key = year.key;
  later.zip = other;
  ASSERT_TRUE(archive.register_package(later, Locked::refuse, act(), sink));
  EXPECT_THAT(archive.forget(act("2032-06-01T08:00:00"), sink).value(), SizeIs(1));
  EXPECT_EQ(archive.package_bytes(base::sha256_hex(other)), other);
  EXPECT_THAT(archive.verify().value(), IsEmpty());
}

TEST_F(Retained, TermsAreSetByRoleAndKindOfPeriod) {
  EXPECT_EQ(archive.retention("input", Kind::quarter).value(), 5);
  EXPECT_EQ(archive.retention("report", Kind::quarter).value(), std::nullopt);
  ASSERT_TRUE(archive.set_retention({"report", Kind::quarter, 20}, act(), sink));
  ASSERT_TRUE(archive.set_retention({"input", Kind::quarter, std::nullopt}, act(), sink));
  EXPECT_EQ(archive.retention("report", Kind::quarter).value(), 20);
  EXPECT_EQ(archive.retention("report", Kind::year).value(), std::nullopt);
  EXPECT_THAT(archive.expired(day("2047-01-01")).value(),
              ElementsAre(Field(&Expired::role, "report")));
  EXPECT_EQ(code_of(archive.set_retention({"report", Kind::year, -1}, act(), sink)), "A216");
  EXPECT_EQ(code_of(archive.set_retention({"", Kind::year, 1}, act(), sink)), "A216");
  EXPECT_THAT(archive.verify().value(), IsEmpty());
  Database(path, Database::Mode::existing).run("UPDATE retention SET years = 0");
  EXPECT_THAT(archive.verify().value(), SizeIs(2));
}

TEST_F(Retained, FilesOfRunsEndLikewise) {
  ASSERT_TRUE(archive.set_retention({"job", Kind::quarter, 1}, act(), sink));
  ASSERT_TRUE(archive.add_run({.key = key,
                               .unit = "19",
                               .program = "baocao 1.0",
                               .definitions = definitions,
                               .files = {{"job.toml", "job", "x"}, {"b.docx", "report", "y"}}},
                              act(),
                              sink));
  EXPECT_THAT(archive.forget(act("2028-01-01T08:00:00"), sink).value(),
              ElementsAre(Field(&Expired::source, "run 1")));
  EXPECT_EQ(code_of(archive.run_file(1, "job.toml")), "A212");
  EXPECT_EQ(archive.run_file(1, "b.docx"), "y");
  EXPECT_THAT(archive.verify().value(), IsEmpty());
}

TEST_F(Retained, ListsOfPersonsOfARunEndWithTheRosters) {
  ASSERT_TRUE(archive.add_run({.key = key,
                               .unit = "19",
                               .program = "baocao 1.0",
                               .definitions = definitions,
                               .files = {{"can-bo.csv", "input", "x"},
                                         {"outputs/danh-sach-noi-bo.xlsx", "internal", "y"},
                                         {"outputs/bao-cao.docx", "report", "z"}}},
                              act(),
                              sink));
  EXPECT_THAT(archive.expired(day("2032-01-01")).value(),
              UnorderedElementsAre(Field(&Expired::name, "inputs/can-bo.csv"),
                                   Field(&Expired::name, "can-bo.csv"),
                                   Field(&Expired::name, "outputs/danh-sach-noi-bo.xlsx")));
}

TEST_F(Retained, PersonsHaveKeysOfThisArchiveAlone) {
  const std::string key_of_one = archive.person_key("019185000123").value();
  EXPECT_THAT(key_of_one, SizeIs(64));
  EXPECT_EQ(archive.person_key("019185000123"), key_of_one);
  EXPECT_NE(archive.person_key("019185000124"), key_of_one);
  EXPECT_NE(base::sha256_hex("019185000123"), key_of_one);
  ASSERT_TRUE(Archive::create(folder / "khac.db", act()));
  const Archive other = Archive::open(folder / "khac.db", Access::read).value();
  EXPECT_NE(other.person_key("019185000123"), key_of_one);
}

}  // namespace
}  // namespace baocao::archive
