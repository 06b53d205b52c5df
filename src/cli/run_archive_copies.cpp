#include "base/file.hpp"
#include "cli/archive_session.hpp"
#include "cli/archive_verbs.hpp"
#include "cli/clock.hpp"
#include "cli/console.hpp"
#include "diag/render.hpp"

#include <filesystem>

namespace baocao::cli {
namespace {

// The act, or nothing after its fault was printed.
std::optional<archive::Act> act_or_fault(const Desk& desk) {
  auto act = act_for(desk);
  if (!act) {
    print_error(diag::text(act.error()));
    return std::nullopt;
  }
  return std::move(*act);
}

void print_expired(const std::vector<archive::Expired>& expired) {
  for (const archive::Expired& each : expired) {
    print("  " + each.key.resolution + "  " + each.key.period + "  " + each.unit + "  " +
          each.name + "\n");
  }
}

}  // namespace

int backup(const ArchiveCommand& command, const archive::Archive& archive) {
  if (const auto copied = archive.backup(command.out); !copied) {
    return fail(copied.error());
  }
  print("Đã chép kho ra " + command.out + ".\n");
  return done;
}

int export_files(const ArchiveCommand& command, archive::Archive& archive) {
  const auto act = act_or_fault(command.desk);
  if (!act) {
    return wrong_usage;
  }
  diag::Sink warned;
  if (const auto noted = archive.note_export("export " + command.out, *act, warned); !noted) {
    return fail(noted.error());
  }
  print_faults(warned.all(), "");
  std::size_t files = 0;
  const auto taken = archive.export_files(
      [&](const std::string& name, base::ByteView bytes) -> diag::Result<void> {
        const std::filesystem::path path = std::filesystem::path(command.out) / name;
        if (!base::write_file(path, bytes)) {
          return diag::Failure(
              diag::Diagnostic{.code = "U105",
                               .message = "không ghi được tệp \"" + path.generic_string() + "\"",
                               .help = "kiểm tra quyền ghi và chỗ trống của thư mục"});
        }
        ++files;
        return {};
      });
  if (!taken) {
    return fail(taken.error());
  }
  print("Đã xuất " + std::to_string(files) + " tệp vào " + command.out +
        "; việc xuất đã ghi vào nhật ký.\n");
  return done;
}

int forget(const ArchiveCommand& command, archive::Archive& archive) {
  const auto act = act_or_fault(command.desk);
  const auto day = day_for(command.desk);
  if (!act || !day) {
    return wrong_usage;
  }
  if (!command.yes) {
    const auto expired = archive.expired(*day);
    if (!expired) {
      return fail(expired.error());
    }
    print_expired(*expired);
    print("Có " + std::to_string(expired->size()) +
          " tệp hết thời hạn bảo quản. Chưa xóa gì; thêm --yes để xóa.\n");
    return done;
  }
  diag::Sink warned;
  const auto forgotten = archive.forget(*act, warned);
  if (!forgotten) {
    return fail(forgotten.error());
  }
  print_faults(warned.all(), "");
  print_expired(*forgotten);
  print("Đã xóa nội dung " + std::to_string(forgotten->size()) +
        " tệp; số liệu, văn bản và mã băm vẫn còn.\n");
  return done;
}

}  // namespace baocao::cli
