#include "cli/console.hpp"

#include "diag/render.hpp"

#include <chrono>
#include <cstdio>

#include <unistd.h>

namespace baocao::cli {
namespace {

double seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

void print(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

void print_error(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
}

void print_faults(std::span<const diag::Diagnostic> faults, const std::string& folder) {
  for (diag::Diagnostic fault : faults) {
    if (!folder.empty() && !fault.span.file.empty() && !fault.span.file.starts_with(folder)) {
      fault.span.file = folder + "/" + fault.span.file;
    }
    print_error(diag::text(fault));
  }
}

Progress::Progress(std::string what)
    : what_(std::move(what)), terminal_(::isatty(STDERR_FILENO) == 1), started_(seconds()) {}

Progress::~Progress() {
  if (terminal_ && shown_ > 0) {
    print_error("\r\033[K");
  }
}

void Progress::update(std::size_t done, std::size_t of) {
  const std::lock_guard guard(lock_);
  if (!terminal_ || done <= shown_) {
    return;
  }
  shown_ = done;
  const double left =
      (seconds() - started_) / static_cast<double>(done) * static_cast<double>(of - done);
  print_error("\r\033[K" + what_ + ": " + std::to_string(done * 100 / of) + "% (" +
              std::to_string(done) + "/" + std::to_string(of) + "), còn khoảng " +
              std::to_string(static_cast<long>(left + 0.5)) + " giây");
}

}  // namespace baocao::cli
