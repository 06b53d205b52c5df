// Typed reading of one TOML table. Faults go to the sink, all at once; a key that nobody asked
// for is one of them (J102, with the nearest key as a suggestion).
#pragma once

#include "base/date.hpp"
#include "base/ratio.hpp"
#include "config/node.hpp"
#include "diag/diagnostic.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::config {

class Fields {
 public:
  // `table` must outlive this. `where` names the table in messages: "[document]", "[[indicator]]
  // 5a".
  Fields(const Node& table, std::string file, std::string where, diag::Sink& sink);

  // Required values: a missing or ill-typed one is reported and the default is returned.
  std::string string(std::string_view key);
  std::int64_t integer(std::string_view key);
  base::Date date(std::string_view key);
  std::vector<std::string> strings(std::string_view key);  // a list, or one string

  std::optional<std::string> optional_string(std::string_view key);
  std::optional<std::int64_t> optional_integer(std::string_view key);
  std::optional<base::Ratio> optional_number(std::string_view key);  // integer or decimal, exact
  std::optional<bool> optional_boolean(std::string_view key);
  std::optional<base::Date> optional_date(std::string_view key);
  std::vector<std::string> optional_strings(std::string_view key);

  // The value itself, marked as known; null when absent.
  const Node* node(std::string_view key);
  // A sub-table; null when absent.
  const Node* table(std::string_view key);
  // [[key]]: the tables of an array, in order.
  std::vector<const Node*> tables(std::string_view key);
  // The keys of this table in the order of the file: for tables whose keys are free names.
  // Marks all of them as known.
  std::vector<std::string> keys();

  // Reports every key that was never asked for. Call it last.
  void finish();

  diag::Span span(std::string_view key) const;  // place of a key's value, or of the table
  void fault(diag::Code code, std::string_view key, std::string message, std::string help);

  const std::string& file() const { return file_; }

 private:
  const Node* take(std::string_view key);
  void missing(std::string_view key, std::string_view expected);
  void ill_typed(std::string_view key, std::string_view expected);

  const Node& table_;
  std::string file_;
  std::string where_;
  diag::Sink& sink_;
  std::vector<std::string> known_;
};

}  // namespace baocao::config
