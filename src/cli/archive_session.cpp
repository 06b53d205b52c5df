#include "cli/archive_session.hpp"

#include "cli/console.hpp"
#include "diag/render.hpp"

#include <algorithm>

namespace baocao::cli {

Exit fail(const diag::Diagnostic& fault) {
  print_error(diag::text(fault));
  return errors;
}

std::optional<archive::Archive> open_archive(const Desk& desk, archive::Access access) {
  auto archive = archive::Archive::open(desk.archive, access);
  if (!archive) {
    fail(archive.error());
    return std::nullopt;
  }
  return std::move(*archive);
}

std::optional<archive::Period> find_period(const archive::Archive& archive,
                                           const std::string& resolution,
                                           const std::string& period) {
  auto all = archive.periods();
  if (!all) {
    fail(all.error());
    return std::nullopt;
  }
  std::erase_if(*all, [&](const archive::Period& each) {
    return each.key.period != period || (!resolution.empty() && each.key.resolution != resolution);
  });
  if (all->size() == 1) {
    return std::move(all->front());
  }
  if (all->empty()) {
    fail({.code = "A203",
          .message = "kho chưa mở kỳ \"" + period + "\"",
          .help = "xem các kỳ bằng lệnh archive list; mở kỳ bằng lệnh archive open"});
    return std::nullopt;
  }
  std::string names;
  for (const archive::Period& each : *all) {
    names += (names.empty() ? "" : ", ") + each.key.resolution;
  }
  fail({.code = "U112",
        .message = "kho có kỳ " + period + " của nhiều nghị quyết: " + names,
        .help = "thêm --resolution MÃ để chọn một nghị quyết"});
  return std::nullopt;
}

}  // namespace baocao::cli
