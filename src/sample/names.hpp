// Made names: parts with weights from templates/sample/names.csv. No name belongs to a real person
// but by chance.
#pragma once

#include "diag/result.hpp"
#include "sample/random.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::sample {

class NameBook {
 public:
  static diag::Result<NameBook> load(const std::filesystem::path& file);

  // `sex`: nam or nu; `ethnic`: code word of dan_toc. A group without parts of its own takes those
  // of the Kinh.
  std::string make(std::string_view sex, std::string_view ethnic, Random& random) const;

 private:
  struct Parts {
    std::vector<std::string> texts;
    std::vector<int> weights;
  };

  const std::string& part(const std::string& kind,
                          std::string_view sex,
                          std::string_view ethnic,
                          Random& random) const;

  std::map<std::string, Parts, std::less<>> parts_;  // "given nu kinh"
};

}  // namespace baocao::sample
