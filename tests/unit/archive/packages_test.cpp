#include "archive/database.hpp"
#include "base/sha256.hpp"
#include "unit/archive/example.hpp"

namespace baocao::archive {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;

TEST_F(ArchiveTest, KeepsAPackageByteForByte) {
  Archive archive = with_period();
  const NewPackage sent = package("05665", 1, "An,Bình");
  const Receipt receipt = archive.register_package(sent, Locked::refuse, act(), sink).value();
  EXPECT_FALSE(receipt.already_there);
  EXPECT_FALSE(receipt.superseded);

  const std::vector<Package> kept = archive.packages({}).value();
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept[0].sha256, base::sha256_hex(sent.zip));
  EXPECT_EQ(kept[0].key, key);
  EXPECT_EQ(kept[0].unit, "05665");
  EXPECT_EQ(kept[0].received_at, "2026-10-05T08:30:00");
  EXPECT_EQ(kept[0].size, static_cast<std::int64_t>(sent.zip.size()));
  EXPECT_EQ(kept[0].state, State::accepted);
  EXPECT_THAT(kept[0].forms, ElementsAre("can_bo", "don_vi"));
  EXPECT_EQ(archive.package_bytes(kept[0].sha256), sent.zip);
  EXPECT_EQ(archive.findings(kept[0].sha256), sent.findings);
  EXPECT_EQ(code_of(archive.package_bytes("0000")), "A210");
  EXPECT_EQ(code_of(archive.findings("0000")), "A210");
}

TEST_F(ArchiveTest, KeepsFiguresExactly) {
  Archive archive = with_period();
  const NewPackage sent = package("05665", 1, "An");
  ASSERT_TRUE(archive.register_package(sent, Locked::refuse, act(), sink));
  const std::vector<StoredFigure> figures = archive.figures({}).value();
  ASSERT_EQ(figures.size(), 2U);
  EXPECT_EQ(figures[0].figure, sent.figures[0]);
  EXPECT_EQ(figures[1].figure, sent.figures[1]);
  EXPECT_EQ(figures[1].figure.n, base::Ratio(5, 2));
  EXPECT_EQ(figures[0].period, "2026-Q3");
  EXPECT_EQ(figures[0].sender, "05665");
  EXPECT_THAT(archive.figures({.indicator = "7"}).value(),
              ElementsAre(Field(&StoredFigure::figure, sent.figures[1])));
  EXPECT_THAT(archive.figures({.packages = {.period = "2026-Q2"}}).value(), IsEmpty());
}

TEST_F(ArchiveTest, TakesTheSamePackageOnce) {
  Archive archive = with_period();
  const NewPackage sent = package("05665", 1, "An");
  ASSERT_TRUE(archive.register_package(sent, Locked::refuse, act(), sink));
  const std::string head = archive.head().value();
  EXPECT_TRUE(archive.register_package(sent, Locked::refuse, act(), sink)->already_there);
  EXPECT_EQ(archive.packages({})->size(), 1U);
  EXPECT_EQ(archive.head(), head);
}

TEST_F(ArchiveTest, LetsAHigherRevisionSupersede) {
  Archive archive = with_period();
  const NewPackage first = package("05665", 1, "An");
  ASSERT_TRUE(archive.register_package(first, Locked::refuse, act(), sink));
  const NewPackage second = package("05665", 3, "An,Bình");
  const Receipt receipt = archive.register_package(second, Locked::refuse, act(), sink).value();
  ASSERT_TRUE(receipt.superseded);
  EXPECT_EQ(receipt.superseded->revision, 1);
  EXPECT_EQ(receipt.superseded->state, State::superseded);
  EXPECT_EQ(receipt.old_figures, first.figures);
  EXPECT_THAT(archive.packages({.state = State::accepted}).value(),
              ElementsAre(Field(&Package::revision, 3)));
  EXPECT_THAT(archive.figures({}).value(), testing::Each(Field(&StoredFigure::revision, 3)));
  EXPECT_EQ(archive.package_bytes(receipt.superseded->sha256), first.zip);
}

TEST_F(ArchiveTest, RefusesALowerOrEqualRevisionOfOtherBytes) {
  Archive archive = with_period();
  ASSERT_TRUE(archive.register_package(package("05665", 2, "An"), Locked::refuse, act(), sink));
  for (const std::int64_t revision : {1, 2}) {
    EXPECT_EQ(code_of(archive.register_package(
                  package("05665", revision, "Bình"), Locked::refuse, act(), sink)),
              "A208");
  }
  EXPECT_EQ(archive.packages({})->size(), 1U);
}

TEST_F(ArchiveTest, RefusesWhatItDoesNotExpect) {
  Archive archive = with_period();
  const auto code = [&](const NewPackage& odd) {
    return code_of(archive.register_package(odd, Locked::refuse, act(), sink));
  };
  EXPECT_EQ(code(package("09999", 1, "An")), "A206");
  NewPackage other_period = package("05665", 1, "An");
  other_period.key.period = "2026-Q4";
  EXPECT_EQ(code(other_period), "A203");
  NewPackage other_definitions = package("05665", 1, "An");
  other_definitions.definitions = "0000";
  EXPECT_EQ(code(other_definitions), "A209");
  NewPackage other_date = package("05665", 1, "An");
  other_date.as_of = day("2026-09-29");
  EXPECT_EQ(code(other_date), "A217");
  NewPackage two_results = package("05665", 1, "An");
  two_results.figures.push_back(two_results.figures[0]);
  EXPECT_EQ(code(two_results), "A110");
  EXPECT_THAT(archive.packages({}).value(), IsEmpty());
  EXPECT_THAT(archive.verify().value(), IsEmpty());
}

TEST_F(ArchiveTest, RefusesAPackageThatItCouldNotGiveBack) {
  Archive archive = with_period();
  NewPackage commented = package("05665", 1, "An");
  base::Bytes zip(commented.zip);
  zip[zip.size() - 2] = 1;  // length of the comment that ends a zip
  zip += 'x';
  commented.zip = zip;
  EXPECT_EQ(code_of(archive.register_package(commented, Locked::refuse, act(), sink)), "A207");
  NewPackage cut = commented;
  cut.zip = cut.zip.substr(0, 100);
  EXPECT_EQ(code_of(archive.register_package(cut, Locked::refuse, act(), sink)), "F101");
}

TEST_F(ArchiveTest, SendsAPackageBackWithAReason) {
  Archive archive = with_period();
  const NewPackage sent = package("05665", 1, "An");
  ASSERT_TRUE(archive.register_package(sent, Locked::refuse, act(), sink));
  const std::string hash = archive.packages({})->at(0).sha256;
  const auto returned = [&](std::string why) {
    return code_of(archive.return_package(
        hash, Locked::refuse, act("2026-10-06T08:00:00", std::move(why)), sink));
  };
  EXPECT_EQ(returned(""), "A214");
  EXPECT_EQ(returned("thiếu trang 2"), "");
  EXPECT_EQ(archive.packages({})->at(0).state, State::returned);
  EXPECT_THAT(archive.figures({}).value(), IsEmpty());
  EXPECT_EQ(returned("lần nữa"), "A211");
  EXPECT_EQ(code_of(archive.return_package("0000", Locked::refuse, act(), sink)), "A210");

  // The returned one again is no new package; a higher revision is.
  EXPECT_TRUE(archive.register_package(sent, Locked::refuse, act(), sink)->already_there);
  ASSERT_TRUE(archive.register_package(package("05665", 2, "Bình"), Locked::refuse, act(), sink));
  EXPECT_EQ(archive.packages({.state = State::accepted})->size(), 1U);
}

TEST_F(ArchiveTest, TakesPackagesOfALockedPeriodOnlyWithAReason) {
  Archive archive = with_period();
  ASSERT_TRUE(archive.register_package(package("05665", 1, "An"), Locked::refuse, act(), sink));
  const std::string hash = archive.packages({})->at(0).sha256;
  ASSERT_TRUE(archive.lock(key, act(), sink));
  const NewPackage late = package("05665", 2, "Bình");
  EXPECT_EQ(code_of(archive.register_package(late, Locked::refuse, act(), sink)), "A205");
  EXPECT_EQ(code_of(archive.register_package(late, Locked::revise, act(), sink)), "A214");
  const Act reasoned = act("2026-10-21T08:00:00", "sửa theo kết luận kiểm tra");
  EXPECT_EQ(code_of(archive.return_package(hash, Locked::refuse, reasoned, sink)), "A205");
  EXPECT_TRUE(archive.register_package(late, Locked::revise, reasoned, sink));
  EXPECT_EQ(archive.log()->back().act.why, "sửa theo kết luận kiểm tra");
}

TEST_F(ArchiveTest, GivesNoPackageBackWithoutItsForgottenParts) {
  Archive archive = with_period();
  ASSERT_TRUE(archive.register_package(package("05665", 1, "An"), Locked::refuse, act(), sink));
  Database(path, Database::Mode::existing)
      .run("UPDATE package_entry SET blob = NULL WHERE form = 'can_bo'");
  EXPECT_EQ(code_of(archive.package_bytes(archive.packages({})->at(0).sha256)), "A212");
}

TEST_F(ArchiveTest, KeepsEqualContentsOfRevisionsOnce) {
  Archive archive = with_period();
  const auto incompressible = [](unsigned seed) {
    std::string bytes;
    for (int i = 0; i < 100000; ++i) {
      seed = seed * 1664525U + 1013904223U;
      bytes.push_back(static_cast<char>(seed >> 24U));
    }
    return bytes;
  };
  const std::string roster = incompressible(1);
  ASSERT_TRUE(archive.register_package(package("05665", 1, roster), Locked::refuse, act(), sink));
  const auto size = std::filesystem::file_size(path);
  NewPackage second = package("05665", 2, roster);
  package::ZipWriter writer;
  writer.add("inputs/can-bo.csv", roster);
  writer.add("outputs/bao-cao.docx", "mới");
  const base::Bytes zip = writer.finish();
  second.zip = zip;
  ASSERT_TRUE(archive.register_package(second, Locked::refuse, act(), sink));
  EXPECT_LT(std::filesystem::file_size(path) - size, 20000U);
  EXPECT_EQ(archive.package_bytes(base::sha256_hex(zip)), zip);
}

TEST_F(ArchiveTest, RebuildsOneContentDeflatedInTwoWays) {
  Archive archive = with_period();
  const std::string text = "An,Bình," + std::string(4000, 'x') + "Chi";
  NewPackage first = package("05665", 1, "");
  NewPackage second = package("05668", 1, "");
  package::PackedBytes entry = package::packed(text);
  package::ZipWriter deflating;
  deflating.add("inputs/can-bo.csv", entry);
  const base::Bytes small = deflating.finish();
  entry.is_deflated = false;
  entry.content = text;
  package::ZipWriter storing;
  storing.add("inputs/can-bo.csv", entry);
  const base::Bytes large = storing.finish();
  first.zip = small;
  second.zip = large;
  ASSERT_TRUE(archive.register_package(first, Locked::refuse, act(), sink));
  ASSERT_TRUE(archive.register_package(second, Locked::refuse, act(), sink));
  EXPECT_EQ(archive.package_bytes(base::sha256_hex(small)), small);
  EXPECT_EQ(archive.package_bytes(base::sha256_hex(large)), large);
}

}  // namespace
}  // namespace baocao::archive
