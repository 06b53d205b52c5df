#include "sample/names.hpp"

#include "sample/data_file.hpp"

#include <charconv>

namespace baocao::sample {
namespace {

constexpr std::string_view majority = "kinh";

std::string key(std::string_view kind, std::string_view sex, std::string_view ethnic) {
  return std::string(kind).append(" ").append(sex).append(" ").append(ethnic);
}

}  // namespace

diag::Result<NameBook> NameBook::load(const std::filesystem::path& file) {
  const auto rows = read_rows(file, 5);
  if (!rows) {
    return diag::Failure(rows.error());
  }
  NameBook book;
  for (const auto& row : *rows) {
    int weight = 0;
    const std::string& digits = row[2];
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), weight);
    if (read.ec != std::errc() || weight <= 0) {
      return diag::Failure(contradiction(file, "trọng số \"" + digits + "\" không phải số dương"));
    }
    Parts& parts = book.parts_[key(row[0], row[3], row[4])];
    parts.texts.push_back(row[1]);
    parts.weights.push_back(weight);
  }
  std::vector<std::string> needed = {key("surname", "", majority)};
  for (const std::string_view sex : {"nam", "nu"}) {
    for (const std::string_view kind : {"middle1", "middle2", "given"}) {
      needed.push_back(key(kind, sex, majority));
    }
  }
  for (const std::string& parts : needed) {
    if (!book.parts_.contains(parts)) {
      return diag::Failure(contradiction(file, "thiếu phần tên \"" + parts + "\""));
    }
  }
  return book;
}

const std::string& NameBook::part(const std::string& kind,
                                  std::string_view sex,
                                  std::string_view ethnic,
                                  Random& random) const {
  auto found = parts_.find(key(kind, sex, ethnic));
  if (found == parts_.end()) {
    found = parts_.find(key(kind, sex, majority));
  }
  return found->second.texts[random.weighted(found->second.weights)];
}

std::string NameBook::make(std::string_view sex, std::string_view ethnic, Random& random) const {
  // Surnames are shared by both sexes.
  const std::string surname = part("surname", "", ethnic, random);
  std::string middle = part("middle1", sex, ethnic, random);
  while (middle == surname) {
    middle = part("middle1", sex, ethnic, random);
  }
  std::string given = part("given", sex, ethnic, random);
  while (given == middle || given == surname) {
    given = part("given", sex, ethnic, random);
  }
  std::string name = surname + " " + middle;
  if (random.percent(middle == "Thị" ? 55 : 6)) {
    const std::string second = part("middle2", sex, ethnic, random);
    if (second != middle && second != given && second != surname) {
      name += " " + second;
    }
  }
  return name + " " + given;
}

}  // namespace baocao::sample
