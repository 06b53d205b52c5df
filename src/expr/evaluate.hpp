// Runs bound expressions over the columns of a dataset.
#pragma once

#include "expr/bind.hpp"
#include "table/dataset.hpp"

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

namespace baocao::expr {

class Frame;  // expr/operand.hpp

// A dataset with its rows grouped by person and by unit, once, for all expressions that ask for it.
// Read-only: threads may share it. The dataset must outlive it.
class View {
 public:
  explicit View(const table::Dataset& dataset);

  static constexpr std::uint32_t no_row = 0xFFFFFFFF;

  // `table` is an index in Schema::tables(); null when the dataset has no such table.
  const table::Table* table(std::size_t table) const { return tables_[table].table; }

  std::size_t rows(std::size_t table) const;

  const schema::Schema& schema() const { return *dataset_.schema; }

  const table::Dataset& dataset() const { return dataset_; }

  // Row of don_vi that describes the unit of a row; no_row when the unit is unknown.
  std::uint32_t unit_row(std::size_t table, std::size_t row) const;
  // Rows of `table` that belong to a person (row of can_bo) or to a unit (number), ascending.
  std::span<const std::uint32_t> of_person(std::size_t table, std::size_t person) const;
  std::span<const std::uint32_t> of_unit(std::size_t table, std::uint16_t unit) const;
  // Unit number of each row of any table; of a row of don_vi, the unit it describes.
  std::span<const std::uint16_t> units(std::size_t table) const;

  std::uint16_t unit_of(std::size_t table, std::size_t row) const { return units(table)[row]; }

 private:
  // Rows grouped by a key, when first asked for: those of key k are rows[start[k]] …
  // rows[start[k + 1] - 1].
  struct Groups {
    std::once_flag made;
    std::vector<std::uint32_t> start;
    std::vector<std::uint32_t> rows;
  };

  struct Grouped {
    const table::Table* table = nullptr;
    std::vector<std::uint16_t> unit;  // of don_vi only: the units its rows describe
    std::unique_ptr<Groups> by_person = std::make_unique<Groups>();
    std::unique_ptr<Groups> by_unit = std::make_unique<Groups>();
  };
  template <class Key>
  static std::span<const std::uint32_t> of(Groups& groups,
                                           std::size_t key,
                                           std::size_t keys,
                                           std::span<const Key> key_of_row);

  const table::Dataset& dataset_;
  std::size_t persons_ = 0;
  std::vector<Grouped> tables_;
};

// One value per row of the expression's table. Everything that depends on a table the job does not
// supply is unknown.
std::vector<Truth> evaluate(const Condition& condition, const View& view);
std::vector<Interval> evaluate(const Amount& amount, const View& view);

// Says in Vietnamese why a condition is what it is for a row: "Trình độ chuyên môn: Đại học < Thạc
// sĩ", "thiếu Ngày sinh". Never an ID number. Condition and view must outlive it.
class Explainer {
 public:
  Explainer(const Condition& condition, const View& view);
  ~Explainer();
  Explainer(Explainer&&) noexcept;
  Explainer& operator=(Explainer&&) noexcept;

  std::string reason(std::size_t row);

 private:
  const Condition* condition_;
  std::unique_ptr<Frame> frame_;
};

}  // namespace baocao::expr
