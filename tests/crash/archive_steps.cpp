// archive_steps ARCHIVE STEP: one change of an archive, then "done"; or what stands in it.
// tests/crash/survive.py kills it at every write.
#include "archive/archive.hpp"
#include "package/zip_writer.hpp"

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <string>

namespace {

using namespace baocao;
using archive::Archive;

const archive::Act act = {.at = "2026-10-05T08:30:00", .who = "Nguyễn Văn A", .why = "thử"};
const archive::PeriodKey key = {"thai-nguyen-cbcx", "2026-Q3"};

template <class T>
T value_or_fail(diag::Result<T> result) {
  if (!result) {
    std::printf(
        "%s %s\n", std::string(result.error().code.id()).c_str(), result.error().message.c_str());
    std::exit(3);
  }
  if constexpr (!std::is_void_v<T>) {
    return std::move(*result);
  }
}

std::string definitions(Archive& archive, diag::Sink& sink) {
  return value_or_fail(archive.add_definitions({{"indicators.toml", "# 5a"}}, act, sink));
}

void open_period(Archive& archive, diag::Sink& sink) {
  const auto day = [](const char* iso) { return base::Date::parse_iso(iso).value(); };
  value_or_fail(archive.open_period({.key = key,
                                     .as_of = day("2026-09-30"),
                                     .due = day("2026-10-10"),
                                     .definitions = definitions(archive, sink),
                                     .units = {{"05665", "Xã Văn Lăng"}, {"05668", "Xã Đồng Hỷ"}},
                                     .forms = {"can_bo"}},
                                    act,
                                    sink));
}

// Bytes that deflate cannot make fewer, so that a package fills many pages.
base::Bytes noise(unsigned seed) {
  base::Bytes bytes;
  for (int i = 0; i < 40000; ++i) {
    seed = seed * 1664525U + 1013904223U;
    bytes.push_back(static_cast<char>(seed >> 24U));
  }
  return bytes;
}

void take(Archive& archive, diag::Sink& sink, const std::string& unit, std::int64_t revision) {
  package::ZipWriter writer;
  writer.add("META-INF/manifest.json", "{\"unit\":\"" + unit + "\"}");
  writer.add("inputs/can-bo.csv", noise(static_cast<unsigned>(revision)));
  writer.add("outputs/bao-cao.docx", noise(7));
  const base::Bytes zip = writer.finish();
  value_or_fail(archive.register_package(
      {.file = unit + ".zip",
       .key = key,
       .unit = unit,
       .revision = revision,
       .as_of = base::Date::parse_iso("2026-09-30").value(),
       .program = "baocao 1.0",
       .definitions = definitions(archive, sink),
       .persons = 2,
       .roles = {{"inputs/can-bo.csv", "input", "can_bo"}, {"outputs/bao-cao.docx", "report", ""}},
       .figures = {{.indicator = "5a", .definition = "d5a", .unit = unit, .n = 2, .d = 3},
                   {.indicator = "7", .definition = "d7", .unit = unit, .n = {5, 2}, .d = 4}},
       .findings = {{"N204", "warning", "can-bo.csv", "", "D17", 1}},
       .zip = zip},
      archive::Locked::refuse,
      act,
      sink));
}

void send_back(Archive& archive, diag::Sink& sink) {
  const auto sent = value_or_fail(archive.packages({.unit = "05668"}));
  value_or_fail(archive.return_package(sent.at(0).sha256, archive::Locked::refuse, act, sink));
}

void add_run(Archive& archive, diag::Sink& sink) {
  value_or_fail(archive.add_run(
      {.key = key,
       .unit = "19",
       .program = "baocao 1.0",
       .definitions = definitions(archive, sink),
       .packages = {value_or_fail(archive.packages({.unit = "05665"})).at(1).sha256},
       .files = {{"job.toml", "job", "period"}, {"bao-cao.docx", "report", noise(9)}}},
      act,
      sink));
}

void forget(Archive& archive, diag::Sink& sink) {
  archive::Act later = act;
  later.at = "2040-01-01T08:00:00";
  value_or_fail(archive.forget(later, sink));
}

// Faults, head and packages, a line each.
void show(const Archive& archive) {
  for (const diag::Diagnostic& fault : value_or_fail(archive.verify())) {
    std::printf("fault %s %s\n", std::string(fault.code.id()).c_str(), fault.message.c_str());
  }
  std::printf("head %s\n", value_or_fail(archive.head()).c_str());
  for (const archive::Package& package : value_or_fail(archive.packages({}))) {
    const auto zip = archive.package_bytes(package.sha256);
    std::printf("package %s %s %s\n",
                package.sha256.c_str(),
                package.unit.c_str(),
                zip ? "whole" : std::string(zip.error().code.id()).c_str());
  }
}

const std::map<std::string, std::function<void(Archive&, diag::Sink&)>> steps = {
    {"definitions", [](Archive& archive, diag::Sink& sink) { definitions(archive, sink); }},
    {"open", open_period},
    {"first", [](Archive& archive, diag::Sink& sink) { take(archive, sink, "05665", 1); }},
    {"second", [](Archive& archive, diag::Sink& sink) { take(archive, sink, "05668", 1); }},
    {"revision", [](Archive& archive, diag::Sink& sink) { take(archive, sink, "05665", 2); }},
    {"return", send_back},
    {"run", add_run},
    {"forget", forget},
    {"lock",
     [](Archive& archive, diag::Sink& sink) { value_or_fail(archive.lock(key, act, sink)); }},
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("archive_steps ARCHIVE STEP\n", stderr);
    return 2;
  }
  const std::filesystem::path path = argv[1];
  const std::string step = argv[2];
  if (step == "create") {
    value_or_fail(Archive::create(path, act));
  } else if (step == "show") {
    show(value_or_fail(Archive::open(path, archive::Access::read)));
    return 0;
  } else {
    Archive archive = value_or_fail(Archive::open(path, archive::Access::write));
    diag::Sink sink;
    if (step == "backup") {
      value_or_fail(archive.backup(path.parent_path() / "sao-luu.db"));
    } else {
      steps.at(step)(archive, sink);
    }
  }
  std::puts("done");
  return 0;
}
