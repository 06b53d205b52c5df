// All tables of one job, typed, with the place each row came from.
#pragma once

#include "diag/diagnostic.hpp"
#include "schema/schema.hpp"
#include "table/account.hpp"
#include "table/column.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::table {

// One bound sheet.
struct Source {
  std::string file;
  std::string sheet;
  // Per field of the table: 0-based sheet columns it was read from (first = the one to show).
  std::vector<std::vector<std::uint32_t>> columns;
  std::vector<std::string> headers;   // per field: the header as the user sees it
  std::optional<std::uint16_t> unit;  // of the whole sheet, when known from title or file name
};

struct Origin {
  std::uint32_t source = 0;  // index into Table::sources
  std::uint32_t row = 0;     // 0-based row of the sheet
};

struct Table {
  const schema::Table* schema = nullptr;
  bool supplied = false;  // the job names files for this table
  std::size_t rows = 0;
  std::vector<Column> columns;      // one per schema field, same order
  std::vector<std::uint16_t> unit;  // unit number per row; no_unit when unknown
  std::vector<Origin> origin;
  std::vector<Source> sources;
  // per_person tables: row of can_bo, or no_person when it could not be linked.
  std::vector<std::uint32_t> person;

  static constexpr std::uint16_t no_unit = 0xFFFF;
  static constexpr std::uint32_t no_person = 0xFFFFFFFF;

  const Column* find(std::string_view field) const;
  // Address of a value, for diagnostics and drill-down.
  diag::Span span(std::size_t row, std::string_view field = {}) const;
};

// A unit of the hierarchy, read from the table don_vi.
struct Unit {
  std::string code;
  std::string name;       // "Văn Lang"
  std::string full_name;  // "Xã Văn Lang"
  std::string kind = {};  // key of the code list loai_don_vi: tinh, xa, phuong, dac_khu
  std::optional<std::uint16_t> parent = {};
  std::size_t row = 0;  // in don_vi
};

class Units {
 public:
  std::vector<Unit> all;  // in file order; parents may stand anywhere
  std::optional<std::uint16_t> find_code(std::string_view code) const;
  // By code, full name or bare name, accents kept. Nothing when unknown or ambiguous.
  std::optional<std::uint16_t> find_text(std::string_view text) const;
  // `unit` and everything below it, ascending.
  std::vector<std::uint16_t> subtree(std::uint16_t unit) const;
  bool is_leaf(std::uint16_t unit) const;
};

struct Dataset {
  const schema::Schema* schema = nullptr;
  Units units;
  std::map<std::string, Table, std::less<>> tables;  // every table of the schema, supplied or not
  std::vector<SheetAccount> accounts;                // of every sheet, in the order of reading

  const Table* find(std::string_view name) const;
};

}  // namespace baocao::table
