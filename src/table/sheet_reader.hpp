// One sheet with a table → rows of a part.
#pragma once

#include "table/field_value.hpp"
#include "table/layout.hpp"
#include "table/part.hpp"
#include "table/row_classifier.hpp"

#include <optional>
#include <string>
#include <vector>

namespace baocao::table {

class SheetReader {
 public:
  // `unit`: of the whole sheet; `settled`: by [unit_of], so that no column can say otherwise.
  struct SheetUnit {
    std::optional<std::uint16_t> unit;
    bool settled = false;
  };

  SheetReader(const input::Sheet& sheet,
              const schema::Table& table,
              const UnitIndex& units,
              const Layout& layout,
              Part& part);

  // Down to the header of another table, whose row it gives, or to the end of the sheet.
  std::uint32_t read(const SheetUnit& unit, const HeaderMatcher& matcher);

 private:
  // What group rows have said so far about one field.
  struct GroupWord {
    std::size_t field = 0;
    std::optional<std::uint16_t> of_sheet;  // by the name of the sheet: "Khối Đảng"
    std::optional<std::uint16_t> word;
    std::string numeral;

    std::optional<std::uint16_t> value() const { return word ? word : of_sheet; }
  };

  void add_source(const SheetUnit& unit);
  RowKind read_row(RowClassifier& rows, RowCells& cells, const SheetUnit& unit);
  std::string read_group(const RowClassifier& rows);
  void account_for(RowKind kind, std::string text);
  bool names_somebody(const RowCells& row);
  void read_record(const RowCells& row, const SheetUnit& unit);
  std::uint16_t read_unit(const RowCells& row, const SheetUnit& unit);
  std::optional<Value> silent_value(std::size_t index, std::uint16_t unit);
  void fill(std::size_t index, FieldValue value, std::uint16_t unit);
  void report(const PlacedFault& fault, std::size_t field, bool missing, std::uint16_t unit);
  void report_blank(std::size_t field, std::uint16_t unit);
  void report_untitled(const RowCells& row);
  std::string consequence(std::size_t field) const;
  void hear_name(const RowCells& row, std::size_t index, FieldValue& value) const;
  std::optional<Value> word_behind_name(const RowCells& row, const schema::Field& field) const;
  diag::Span span(std::uint32_t column, const std::string& header) const;
  std::string unit_code(std::uint16_t unit) const;

  const input::Sheet& sheet_;
  const schema::Table& table_;
  const UnitIndex& units_;
  const Layout& layout_;
  Part& part_;
  std::vector<FieldReader> readers_;
  std::vector<GroupWord> groups_;
  FieldValue name_;           // of the row at hand
  std::vector<char> titled_;  // by column of the sheet; 1 as well once it was told
  std::optional<std::size_t> name_field_;
  std::optional<std::size_t> unit_field_;
  std::uint32_t row_ = 0;
};

}  // namespace baocao::table
