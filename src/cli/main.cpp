#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"

#include <exception>
#include <string>
#include <variant>

int main(int argc, char** argv) {
  using namespace baocao::cli;  // NOLINT(google-build-using-namespace)
  try {
    const auto parsed = parse_arguments(argc, argv);
    if (const auto* leave = std::get_if<Leave>(&parsed)) {
      print(leave->out);
      print_error(leave->err);
      return leave->status;
    }
    return std::visit([](const auto& command) { return run(command); }, std::get<Command>(parsed));
  } catch (const std::exception& fault) {
    print_error(
        "lỗi bên trong chương trình: " + std::string(fault.what()) +
        "\n   = cách sửa: gửi thông báo này cho người phát triển; không có tệp nào bị ghi dở\n");
    return internal_fault;
  }
}
