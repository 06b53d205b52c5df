// A small archive in a folder of its own, and packages to put into it.
#pragma once

#include "archive/archive.hpp"
#include "package/zip_writer.hpp"

#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>

namespace baocao::archive {

inline Act act(std::string at = "2026-10-05T08:30:00", std::string why = {}) {
  return {.at = std::move(at), .who = "Nguyễn Văn A", .why = std::move(why)};
}

inline base::Date day(std::string_view iso) {
  return base::Date::parse_iso(iso).value();
}

class ArchiveTest : public testing::Test {
 protected:
  ArchiveTest() {
    std::string pattern = (std::filesystem::temp_directory_path() / "baocao-XXXXXX").string();
    folder = ::mkdtemp(pattern.data());
    path = folder / "kho.db";
  }

  ~ArchiveTest() override { std::filesystem::remove_all(folder); }

  Archive created() const {
    EXPECT_TRUE(Archive::create(path, act()));
    return Archive::open(path, Access::write).value();
  }

  // With the period 2026-Q3 open for the units 05665 and 05668.
  Archive with_period() {
    Archive archive = created();
    definitions = archive.add_definitions({{"indicators.toml", "# 5a"}}, act(), sink).value();
    EXPECT_TRUE(archive.open_period(period(), act(), sink));
    return archive;
  }

  Period period() const {
    return {.key = key,
            .as_of = day("2026-09-30"),
            .due = day("2026-10-10"),
            .definitions = definitions,
            .units = {{"05665", "Xã Văn Lăng"}, {"05668", "Xã Đồng Hỷ"}},
            .forms = {"can_bo"}};
  }

  // `persons` stands for the roster that the package carries.
  NewPackage package(std::string unit, std::int64_t revision, const std::string& persons) {
    package::ZipWriter writer;
    writer.add("META-INF/manifest.json", "{\"unit\":\"" + unit + "\"}");
    writer.add("inputs/don-vi.csv", std::string(3000, 'u'));
    writer.add("inputs/can-bo.csv", persons);
    writer.add("outputs/bao-cao.docx", std::string(2000, 'b') + unit);
    zips.push_back(std::make_unique<base::Bytes>(writer.finish()));
    return {.file = unit + ".zip",
            .key = key,
            .unit = unit,
            .revision = revision,
            .as_of = day("2026-09-30"),
            .program = "baocao 1.0",
            .definitions = definitions,
            .persons = 2,
            .roles = {{"inputs/don-vi.csv", "input", "don_vi"},
                      {"inputs/can-bo.csv", "input", "can_bo"},
                      {"outputs/bao-cao.docx", "report", ""}},
            .figures = {{.indicator = "5a", .definition = "d5a", .unit = unit, .n = 2, .d = 3},
                        {.indicator = "7", .definition = "d7", .unit = unit, .n = {5, 2}, .d = 4}},
            .findings = {{"N204", "warning", "can-bo.csv", "", "D17", 1}},
            .zip = *zips.back()};
  }

  std::string code_of(const auto& result) const {
    return result ? "" : std::string(result.error().code.id());
  }

  std::filesystem::path folder;
  std::filesystem::path path;
  diag::Sink sink;
  PeriodKey key = {"thai-nguyen-cbcx", "2026-Q3"};
  std::string definitions;
  std::vector<std::unique_ptr<base::Bytes>> zips;  // what NewPackage::zip points to
};

}  // namespace baocao::archive
