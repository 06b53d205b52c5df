// What a row below the header is: a record, or one of the many other rows of printed lists.
#pragma once

#include <cstdint>

namespace baocao::table {

enum class RowKind : std::uint8_t {
  record,
  blank,           // nothing, or only a running number
  header,          // the header again, on a new page
  column_numbers,  // "A", "1", "(2)" below the header
  group,           // "I. KHỐI ĐẢNG"
  subtotal,        // "Tổng cộng"
  closing,         // place and date, "Người lập bảng", signatures: the list has ended
  nameless,        // data, but nobody's name: left out, with a fault
};

}  // namespace baocao::table
