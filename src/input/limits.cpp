#include "input/limits.hpp"

#include <utility>

namespace baocao::input {

diag::Diagnostic over_limit(std::string what, diag::Span span) {
  return {.code = "F207",
          .message = "tệp vượt mức cho phép: " + std::move(what),
          .help = "xóa hàng, cột thừa hoặc tách dữ liệu thành nhiều tệp nhỏ hơn",
          .span = std::move(span)};
}

}  // namespace baocao::input
