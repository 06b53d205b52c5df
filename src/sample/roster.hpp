// Rosters of communes in the forms of templates/sample/layouts.toml.
#pragma once

#include "diag/result.hpp"
#include "sample/grid.hpp"
#include "sample/people.hpp"
#include "sample/profile.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::sample {

// Code word → how it is written.
class Words {
 public:
  static diag::Result<Words> load(const std::filesystem::path& file);
  // The word itself when the file has no text for it.
  std::string text(std::string_view word, bool abbreviated) const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> texts_;  // full form, abbreviation
};

struct LayoutColumn {
  Head head;
  std::string field;  // empty: the column stays empty, unless it ticks
  std::string only;   // filled only for persons who hold this word
  std::string tick;   // "x" for persons who hold this word
};

struct Layout {
  std::string name;
  int share = 0;      // of 100 communes
  std::string sheet;  // empty: the form is CSV
  std::vector<std::string> title;
  std::size_t strong_line = 0;
  bool numbers = false;  // a row of column numbers
  bool groups = false;   // rows "I. KHỐI ĐẢNG"
  bool total = false;    // a row "Tổng số"
  std::vector<LayoutColumn> columns;
  std::vector<std::string> closing;
};

diag::Result<std::vector<Layout>> load_layouts(const std::filesystem::path& file);

// Habits of the office that fills the form.
struct Habits {
  bool capital_names = false;
  bool text_dates = false;  // dates typed as text
  bool abbreviations = false;
  bool restarts = false;     // STT starts again in each group
  bool hard_blanks = false;  // U+00A0 in some names
};

// The roster of one commune: `people` are those of `unit`, in order.
Grid roster(const Profile& profile,
            const Words& words,
            const Layout& layout,
            const Habits& habits,
            const std::vector<const Person*>& people);

}  // namespace baocao::sample
