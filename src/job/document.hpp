// What goes on the paper of one unit: the level's defaults, the job's settings over them.
#pragma once

#include "job/load.hpp"
#include "report/model.hpp"

namespace baocao::job {

// "Xã Văn Lăng" inside a sentence: "xã Văn Lăng".
std::string in_sentence(const table::Unit& unit);

report::Document document_for(const Loaded& loaded, std::uint16_t unit);

}  // namespace baocao::job
