// Measures the Word engine on a template and JSON data: docx_bench TEMPLATE DATA MODE COUNT [OUT]
//   compiled: compiled once, rendered COUNT times     fresh: read and compiled each time
//   threads: as compiled, on two threads              rows: one document, "hang" with COUNT rows
// Prints seconds of the processor, seconds of the wall clock, and the largest memory in KB.
#include "base/file.hpp"
#include "docx/template.hpp"
#include "report/json.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

using namespace baocao;  // NOLINT(google-build-using-namespace)

base::Bytes read(const char* path) {
  return base::read_file(path).value_or("");
}

docx::Template compiled(const base::Bytes& file) {
  diag::Sink faults;
  auto made = docx::Template::compile(file, "mau.docx", faults);
  if (!made) {
    std::fprintf(stderr, "%s\n", made.error().message.c_str());
    std::exit(1);
  }
  return std::move(*made);
}

std::size_t render(const docx::Template& from, const report::Value& data, const char* out) {
  diag::Sink faults;
  const auto docx = from.render(data, {.lenient = false, .most_steps = UINT64_MAX}, faults);
  if (!docx) {
    std::fprintf(stderr, "%s\n", docx.error().message.c_str());
    std::exit(1);
  }
  if (out != nullptr && !base::write_file(out, *docx)) {
    std::exit(1);
  }
  return docx->size();
}

// The rows of the data again and again; they share their memory, so that what is measured is the
// engine's.
report::Value with_rows(const report::Value& data, std::size_t count) {
  report::Map map = *data.map();
  for (auto& [name, value] : map) {
    if (name == "hang") {
      const report::List few = *value.list();
      report::List many;
      many.reserve(count);
      for (std::size_t i = 0; i < count; ++i) {
        many.push_back(few[i % few.size()]);
      }
      value = report::Value(std::move(many));
    }
  }
  return map;
}

void repeat(const docx::Template& from, const report::Value& data, int count) {
  for (int i = 0; i < count; ++i) {
    render(from, data, nullptr);
  }
}

void run(std::string_view mode, char** argv, int count) {
  const base::Bytes file = read(argv[1]);
  const report::Value data = report::parse_json(read(argv[2]), argv[2]).value_or(report::Value());
  if (mode == "fresh") {
    for (int i = 0; i < count; ++i) {
      render(compiled(read(argv[1])), data, nullptr);
    }
    return;
  }
  const docx::Template once = compiled(file);
  if (mode == "rows") {
    render(once, with_rows(data, static_cast<std::size_t>(count)), argv[5]);
  } else if (mode == "threads") {
    std::thread other([&] { repeat(once, data, count / 2); });
    repeat(once, data, count - count / 2);
    other.join();
  } else {
    repeat(once, data, count);
  }
}

// Kilobytes. getrusage() would tell the memory of the program that started this one.
long largest_memory() {
  std::ifstream status("/proc/self/status");
  std::string word;
  long kilobytes = 0;
  while (status >> word) {
    if (word == "VmHWM:") {
      status >> kilobytes;
    }
  }
  return kilobytes;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) {
    std::fprintf(stderr, "docx_bench TEMPLATE DATA compiled|fresh|threads|rows COUNT [OUT]\n");
    return 2;
  }
  const auto start = std::chrono::steady_clock::now();
  const std::clock_t began = std::clock();
  run(argv[3], argv, std::atoi(argv[4]));
  const double processor = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  std::printf("%.4f %.4f %ld\n", processor, wall.count(), largest_memory());
}
