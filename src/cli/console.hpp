// Where the program talks to a person: results on stdout, faults and progress on stderr.
#pragma once

#include "diag/diagnostic.hpp"

#include <cstddef>
#include <mutex>
#include <span>
#include <string>
#include <string_view>

namespace baocao::cli {

void print(std::string_view text);        // stdout
void print_error(std::string_view text);  // stderr

// Faults as text; `folder` goes before the file names, which are relative to the job.
void print_faults(std::span<const diag::Diagnostic> faults, const std::string& folder);

// One line on stderr, "đang lập báo cáo: 45% (42/93), còn khoảng 3 giây", only on a terminal.
class Progress {
 public:
  explicit Progress(std::string what);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();
  void update(std::size_t done, std::size_t of);

 private:
  std::string what_;
  bool terminal_;
  double started_;
  std::size_t shown_ = 0;
  std::mutex lock_;
};

}  // namespace baocao::cli
