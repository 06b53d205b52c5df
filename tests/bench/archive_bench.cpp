// archive_bench FOLDER PERIODS: fills an archive in FOLDER with packages of 100 units a period, 60
// figures and about 150 KB each, and prints as JSON what that and the queries of the desk cost.
#include "archive/archive.hpp"
#include "package/zip_writer.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace {

using namespace baocao;
using archive::Archive;
using Clock = std::chrono::steady_clock;

constexpr int units = 100;
constexpr int indicators = 60;
const archive::Act act = {.at = "2026-10-05T08:30:00", .who = "A", .why = "đo"};
diag::Sink sink;

template <class T>
T value_or_fail(diag::Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "%s\n", result.error().message.c_str());
    std::exit(1);
  }
  if constexpr (!std::is_void_v<T>) {
    return std::move(*result);
  }
}

double seconds(const auto& work) {
  const auto start = Clock::now();
  work();
  return std::chrono::duration<double>(Clock::now() - start).count();
}

std::string code_of(int unit) {
  return std::to_string(10000 + unit);
}

// Bytes that deflate cannot make fewer, as a workbook's.
base::Bytes noise(unsigned seed, int size) {
  base::Bytes bytes;
  for (int i = 0; i < size; ++i) {
    seed = seed * 1664525U + 1013904223U;
    bytes.push_back(static_cast<char>(seed >> 24U));
  }
  return bytes;
}

archive::Period period_of(int number, const std::string& definitions) {
  const int year = 2026 + number / 4;
  archive::Period period{
      .key = {"thai-nguyen-cbcx", std::to_string(year) + "-Q" + std::to_string(1 + number % 4)},
      .as_of = base::Date::from_ymd(year, 3, 31).value(),
      .due = base::Date::from_ymd(year, 4, 10).value(),
      .definitions = definitions,
      .forms = {"can_bo"}};
  for (int unit = 0; unit < units; ++unit) {
    period.units.push_back({code_of(unit), "Xã " + std::to_string(unit)});
  }
  return period;
}

base::Bytes zip_of(unsigned seed) {
  package::ZipWriter writer;
  writer.add("META-INF/manifest.json", std::string(3000, 'm'));
  writer.add("inputs/can-bo.xlsx", noise(seed, 80000));
  writer.add("outputs/bao-cao.docx", noise(seed + 1, 40000));
  writer.add("outputs/tom-tat.pdf", noise(seed + 2, 30000));
  return writer.finish();
}

archive::NewPackage package_of(const archive::Period& period, int unit, base::ByteView zip) {
  archive::NewPackage package{.file = "goi.zip",
                              .key = period.key,
                              .unit = code_of(unit),
                              .revision = 1,
                              .as_of = period.as_of,
                              .program = "bench",
                              .definitions = period.definitions,
                              .persons = 600,
                              .roles = {{"inputs/can-bo.xlsx", "input", "can_bo"}},
                              .zip = zip};
  for (int number = 0; number < indicators; ++number) {
    package.figures.push_back({.indicator = std::to_string(number),
                               .definition = std::string(64, 'd'),
                               .unit = package.unit,
                               .n = number,
                               .d = 600});
  }
  return package;
}

// Seconds to register the packages of a period, without making them.
double take_period(Archive& archive, const archive::Period& period, int number) {
  value_or_fail(archive.open_period(period, act, sink));
  double total = 0;
  for (int unit = 0; unit < units; ++unit) {
    const base::Bytes zip = zip_of(static_cast<unsigned>(number * units + unit) * 7919U);
    const archive::NewPackage package = package_of(period, unit, zip);
    total += seconds([&] {
      value_or_fail(archive.register_package(package, archive::Locked::refuse, act, sink));
    });
  }
  return total;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("archive_bench FOLDER PERIODS\n", stderr);
    return 2;
  }
  const auto path = std::filesystem::path(argv[1]) / "archive_bench.db";
  std::filesystem::remove(path);
  value_or_fail(Archive::create(path, act));
  Archive archive = value_or_fail(Archive::open(path, archive::Access::write));
  const std::string definitions =
      value_or_fail(archive.add_definitions({{"indicators.toml", "# 1"}}, act, sink));
  double registered = 0;
  const int periods = std::atoi(argv[2]);
  for (int number = 0; number < periods; ++number) {
    registered = take_period(archive, period_of(number, definitions), number);
  }
  const archive::PeriodKey last = period_of(periods - 1, definitions).key;
  double kept = 0;
  for (const archive::Package& package : value_or_fail(archive.packages({}))) {
    kept += static_cast<double>(package.size);
  }
  std::printf("{\"periods\": %d, \"register_100\": %.3f, \"growth\": %.3f, ",
              periods,
              registered,
              static_cast<double>(std::filesystem::file_size(path)) / kept);
  std::printf("\"open\": %.4f, ",
              seconds([&] { value_or_fail(Archive::open(path, archive::Access::read)); }));
  std::printf("\"period\": %.4f, ", seconds([&] { value_or_fail(archive.period(last)); }));
  std::printf(
      "\"packages_of_period\": %.4f, ", seconds([&] {
        value_or_fail(archive.packages({.resolution = last.resolution, .period = last.period}));
      }));
  std::printf("\"figures_of_period\": %.4f, ", seconds([&] {
                value_or_fail(archive.figures(
                    {.packages = {.period = last.period, .state = archive::State::accepted}}));
              }));
  std::printf("\"figures_of_unit\": %.4f, ", seconds([&] {
                value_or_fail(archive.figures(
                    {.packages = {.unit = code_of(7), .state = archive::State::accepted}}));
              }));
  std::printf("\"figures_of_indicator\": %.4f, ",
              seconds([&] { value_or_fail(archive.figures({.indicator = "5"})); }));
  std::printf("\"verify\": %.3f}\n", seconds([&] { value_or_fail(archive.verify()); }));
  std::filesystem::remove(path);
  return 0;
}
