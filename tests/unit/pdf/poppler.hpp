// Reads our PDF files with poppler's programs, so that they are judged by another reader than us.
#pragma once

#include "base/bytes.hpp"
#include "base/file.hpp"

#include <cstdio>
#include <filesystem>
#include <string>

#include <gtest/gtest.h>

namespace baocao::pdf {

// A file of the running test, removed at the end.
class ScratchFile {
 public:
  explicit ScratchFile(const std::string& extension, base::ByteView bytes = {}) {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    path_ = std::filesystem::path(testing::TempDir()) /
            (std::string(test->test_suite_name()) + "." + test->name() + extension);
    EXPECT_TRUE(base::write_file(path_, bytes));
  }

  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;

  ~ScratchFile() { std::filesystem::remove(path_); }

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline std::string output_of(const std::string& command) {
  std::string output;
  FILE* pipe = popen((command + " 2>/dev/null").c_str(), "r");
  char buffer[4096];
  for (std::size_t got = 0; (got = fread(buffer, 1, sizeof buffer, pipe)) > 0;) {
    output.append(buffer, got);
  }
  EXPECT_EQ(pclose(pipe), 0) << command;
  return output;
}

inline std::string extracted_text(base::ByteView pdf, const std::string& options = "-layout") {
  const ScratchFile file(".pdf", pdf);
  return output_of("pdftotext " + options + " '" + file.path().string() + "' -");
}

inline int page_count(base::ByteView pdf) {
  const ScratchFile file(".pdf", pdf);
  const std::string info = output_of("pdfinfo '" + file.path().string() + "'");
  return std::stoi(info.substr(info.find("Pages:") + 6));
}

}  // namespace baocao::pdf
