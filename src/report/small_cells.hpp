// Counts of so few persons that they tell of single ones (job.toml, [privacy] small_cells_below):
// the sign they carry in documents, and how many of them a table has. Nothing is hidden: a figure
// that could be had as a difference of two others is marked only where it stands itself.
#pragma once

#include "report/model.hpp"

#include <string>
#include <vector>

namespace baocao::report {

// "*" for a count of persons from 1 to the limit - 1; "" for any other, and without a limit.
std::string small_sign(const Input& input, const Value& persons);

// Whether the counts of a definition are of persons: it says so itself, or the rows it counts name
// one person each. Amounts that a table gives ready-made are not known to be persons.
bool counts_persons(const indicator::Definition& definition, const schema::Schema& schema);

// The signs of n, d and chua_ro of an indicator or figure: n_sao, d_sao, chua_ro_sao.
void add_signs(Map& map, const Input& input, const indicator::Definition& definition);

// `o_nho`: the limit and the note that belongs under a table with signs.
Value small_cell_words(const Input& input);

struct MarkedTable {
  std::string title;
  std::size_t cells = 0;  // that carry the sign
};

// The tables of a model that have such cells: each composition, the indicators (n, d and the
// unknown), the units below (n and d of each indicator).
std::vector<MarkedTable> marked_tables(const Value& model);

}  // namespace baocao::report
