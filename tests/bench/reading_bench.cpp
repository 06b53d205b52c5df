// reading_bench READER THREADS TEMPLATES UNITS WORKBOOK…: reads, binds and checks workbooks of
// can_bo as the program does, and prints the seconds of each step as JSON. READER is expat or
// scanner; UNITS is the list of units.
#include "base/file.hpp"
#include "base/parallel.hpp"
#include "check/check.hpp"
#include "input/legacy_text.hpp"
#include "input/reader.hpp"
#include "input/xlsx/reader.hpp"
#include "input/xlsx/workbook.hpp"
#include "table/bind.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

namespace {

using namespace baocao;
using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(const diag::Diagnostic& fault) {
  std::fprintf(stderr, "%s: %s\n", fault.span.file.c_str(), fault.message.c_str());
  std::exit(1);
}

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

std::vector<input::Sheet> value_or_fail(diag::Result<std::vector<input::Sheet>> sheets) {
  if (!sheets) {
    fail(sheets.error());
  }
  return std::move(*sheets);
}

// What input::read does with a workbook, but with expat.
std::vector<input::Sheet> read_with_expat(base::ByteView bytes, const std::string& path) {
  const auto zip = package::ZipReader::open(bytes, path);
  if (!zip) {
    fail(zip.error());
  }
  const input::xlsx::Source source{*zip, path, input::xlsx::Front::expat};
  const auto workbook = input::xlsx::find_workbook(source);
  diag::Sink sink;
  auto sheets = value_or_fail(input::xlsx::read(source, workbook->value(), sink));
  input::decode_legacy_text(sheets, sink);
  return sheets;
}

std::vector<input::Sheet> read_workbook(const std::string& path, input::xlsx::Front front) {
  const auto bytes = base::read_file(path);
  if (!bytes) {
    fail({.code = "J205", .message = "cannot be opened", .span = {.file = path}});
  }
  if (front == input::xlsx::Front::expat) {
    return read_with_expat(*bytes, path);
  }
  diag::Sink sink;
  return value_or_fail(input::read(*bytes, path, sink));
}

table::File units_of(const std::string& path) {
  table::File units;
  units.table = "don_vi";
  units.name = "don_vi.csv";
  diag::Sink sink;
  units.sheets = value_or_fail(input::read(*base::read_file(path), units.name, sink));
  return units;
}

std::vector<table::File> read_all(int argc,
                                  char** argv,
                                  input::xlsx::Front front,
                                  unsigned threads) {
  std::vector<table::File> files;
  files.push_back(units_of(argv[4]));
  for (int i = 5; i < argc; ++i) {
    table::File& file = files.emplace_back();
    file.table = "can_bo";
    file.name = std::filesystem::path(argv[i]).filename();
  }
  base::parallel_for(files.size() - 1, threads, [&](std::size_t i) {
    files[i + 1].sheets = read_workbook(argv[i + 5], front);
  });
  return files;
}

std::size_t cells_of(const std::vector<table::File>& files) {
  std::size_t cells = 0;
  for (const table::File& file : files) {
    for (const input::Sheet& sheet : file.sheets) {
      cells += file.table == "can_bo" ? sheet.cells().size() : 0;
    }
  }
  return cells;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 6) {
    std::fputs("reading_bench READER THREADS TEMPLATES UNITS WORKBOOK…\n", stderr);
    return 2;
  }
  const auto front =
      std::string(argv[1]) == "expat" ? input::xlsx::Front::expat : input::xlsx::Front::scanner;
  const auto threads = static_cast<unsigned>(std::atoi(argv[2]));
  diag::Sink faults;
  diag::Sink fatal;
  const auto schema = schema::Schema::load(std::string(argv[3]) + "/schema", fatal);
  if (!schema) {
    fail(schema.error());
  }
  const auto start = Clock::now();
  const std::vector<table::File> files = read_all(argc, argv, front, threads);
  const double read = seconds_since(start);
  const table::Dataset dataset = table::bind(*schema, files, faults, threads);
  const double bound = seconds_since(start);
  const expr::Context context{
      *base::Date::parse_iso("2026-09-30"), *base::Period::parse("Q3-2026"), {}};
  check::run(dataset, context, faults, fatal);
  const double checked = seconds_since(start);
  std::printf(
      "{\"cells\": %zu, \"rows\": %zu, \"faults\": %zu, \"read\": %.4f, \"bind\": %.4f, "
      "\"check\": %.4f, \"total\": %.4f, \"processor\": %.4f}\n",
      cells_of(files),
      dataset.tables.at("can_bo").rows,
      faults.all().size() + fatal.all().size(),
      read,
      bound - read,
      checked - bound,
      checked,
      static_cast<double>(std::clock()) / CLOCKS_PER_SEC);
  return 0;
}
