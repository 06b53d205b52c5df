#include "job/same_counts.hpp"

#include "submission/results.hpp"

namespace baocao::job {

void demand_same_counts(const std::string& counted,
                        const std::string& again,
                        const std::string& file,
                        diag::Sink& fatal) {
  const auto before = submission::read_results(counted, file);
  const auto now = submission::read_results(again, file);
  if (!before || !now) {
    fatal.add(before ? now.error() : before.error());
    return;
  }
  auto lines = submission::differences(*before, *now);
  if (!lines.empty()) {
    fatal.add({.code = "G207",
               .message = "gói không cho ra đúng con số của thư mục công việc nên không được ghi",
               .help = "chạy lại; nếu vẫn vậy, gửi thông báo này cho người phát triển",
               .span = {.file = file},
               .notes = std::move(lines)});
  }
}

}  // namespace baocao::job
