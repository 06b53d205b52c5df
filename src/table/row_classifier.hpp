// Tells what each row below the header is.
#pragma once

#include "input/sheet.hpp"
#include "schema/schema.hpp"
#include "table/layout.hpp"
#include "table/row_kind.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace baocao::table {

class RowClassifier {
 public:
  RowClassifier(const input::Sheet& sheet, const schema::Table& table, const Layout& layout);

  // Rows must be asked for from top to bottom.
  RowKind classify(std::uint32_t row);

  // Text of the group row asked for last, without its numeral; "I", "A", "1" or empty before it.
  const std::string& group() const { return group_; }

  const std::string& numeral() const { return numeral_; }

  // The header of this very table again, on a new page, or its row of column numbers.
  std::optional<RowKind> repeats_header(std::uint32_t row) const;

 private:
  struct Contents {
    std::vector<const input::Cell*> cells;  // not blank, running number left out
    std::size_t used = 0;                   // of them in columns of fields
    bool numbered = false;                  // a running number stands in front
    bool named = false;                     // the column of names is filled
  };

  void load(std::uint32_t row);
  // The header printed again, or its row of column numbers; nothing for any other row.
  bool is_group(const Contents& contents);
  bool spans_columns(const input::Cell& cell) const;
  RowKind classify_open(const Contents& contents);

  const input::Sheet& sheet_;
  const Layout& layout_;
  Contents contents_;                // of the row at hand
  std::vector<std::uint64_t> wide_;  // first cells of areas merged over several columns, ascending
  std::vector<char> used_columns_;
  std::vector<char> name_columns_;
  std::vector<char> number_columns_;  // of the running number
  bool has_name_ = false;
  bool after_header_ = true;
  bool closed_ = false;
  std::string group_;
  std::string numeral_;
};

}  // namespace baocao::table
