// What a row below the header is: a record, or one of the many other rows of printed lists.
#pragma once

#include "input/sheet.hpp"
#include "schema/schema.hpp"
#include "table/layout.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace baocao::table {

enum class RowKind : std::uint8_t {
  record,
  blank,     // nothing, or only a running number
  header,    // the header again, or its row of column numbers
  group,     // "I. KHỐI ĐẢNG"
  subtotal,  // "Tổng cộng"
  closing,   // place and date, "Người lập bảng", signatures: the list has ended
};

// "-", "…", "." and white space say nothing.
bool is_blank(std::string_view text);

class RowClassifier {
 public:
  RowClassifier(const input::Sheet& sheet, const schema::Table& table, const Layout& layout);

  // Rows must be asked for from top to bottom.
  RowKind classify(std::uint32_t row);

  // Text of the group row asked for last, without its numeral; "I", "A", "1" or empty before it.
  const std::string& group() const { return group_; }

  const std::string& numeral() const { return numeral_; }

 private:
  struct Contents {
    std::vector<const input::Cell*> cells;  // not blank, running number left out
    std::size_t used = 0;                   // of them in columns of fields
    bool numbered = false;                  // a running number stands in front
    bool named = false;                     // the column of names is filled
  };

  Contents contents(std::uint32_t row) const;
  bool repeats_header(std::uint32_t row) const;
  bool is_group(const Contents& contents);
  bool spans_columns(const input::Cell& cell) const;
  RowKind classify_open(const Contents& contents);

  const input::Sheet& sheet_;
  const Layout& layout_;
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
