// What faults quote of cells, made fit to be read by anybody.
#pragma once

#include "diag/diagnostic.hpp"

namespace baocao::diag {

// Any cell may hold the number of somebody's identity card: a column slipped, a note was typed into
// a name. Hides such numbers in all that the faults say (text::hide_id_numbers); names of files
// and sheets stay, for they must be found. For whoever reads cells, before others see the faults.
Sink without_id_numbers(Sink&& sink);

}  // namespace baocao::diag
