// What a column's header means in a table of the schema.
#pragma once

#include "schema/schema.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::table {

// How a column gives the value of a field.
enum class Role : std::uint8_t {
  whole,   // the cell holds the value
  part,    // one of the columns that together hold it: "Họ đệm" + "Tên"
  mark,    // a tick says `word`: one column per level
  split,   // the cell holds the value, and by standing here says something else as well
  filled,  // that something else: a birth date under "Nữ" says `word`
};

struct HeaderMatch {
  enum class Kind : std::uint8_t { unknown, ignored, field };

  Kind kind = Kind::unknown;
  std::size_t field = 0;
  Role role = Role::whole;
  std::uint16_t word = 0;  // mark
  std::size_t part = 0;    // part
  bool doubtful = false;   // the word is only an alias
  bool settled = false;    // by [columns] of the job
  bool foreign = false;    // known only without the unknown header above it
  // A date column under a word of another field: {Nam | Nữ} below "Ngày sinh".
  std::optional<std::size_t> split_field = {};
};

struct NearHeader {
  std::string header;
  std::size_t field = 0;
};

class HeaderMatcher {
 public:
  // `settled`: [columns] of the job, header → field key; it wins over the schema's headers.
  HeaderMatcher(const schema::Table& table, const std::map<std::string, std::string>& settled);

  // `levels`: text::header_key of the header's levels, outermost first.
  HeaderMatch match(std::span<const std::string> levels) const;

  // Whether one header alone is known: the quick test that finds the header row.
  bool knows(std::string_view key) const;

  // Nearest known header, for "ý bạn là …?".
  std::optional<NearHeader> nearest(std::string_view header) const;

  const schema::Table& table() const { return table_; }

 private:
  std::optional<HeaderMatch> match_path(std::string_view key) const;
  std::optional<HeaderMatch> match_below(std::size_t field, std::string_view last) const;
  std::optional<HeaderMatch> match_outer(std::span<const std::string> levels) const;
  bool says_nothing(std::string_view level) const;
  HeaderMatch below(HeaderMatch match, std::span<const std::string> outer) const;
  std::optional<HeaderMatch> match_bare_word(std::string_view last) const;

  const schema::Table& table_;
  std::map<std::string, std::size_t, std::less<>> settled_;
  std::map<std::string, HeaderMatch, std::less<>> parts_;
  std::set<std::string, std::less<>> groups_;
};

}  // namespace baocao::table
