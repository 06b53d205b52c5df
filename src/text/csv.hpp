// Fields of CSV files that others open in Excel.
#pragma once

#include <string>

namespace baocao::text {

// Quoted where needed. Data fields of CSV never start a formula in the program that opens the file.
std::string csv_field(const std::string& text);

}  // namespace baocao::text
