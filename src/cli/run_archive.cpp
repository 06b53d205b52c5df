#include "cli/archive_session.hpp"
#include "cli/archive_verbs.hpp"
#include "cli/clock.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/session.hpp"
#include "desk/listing.hpp"
#include "desk/periods.hpp"
#include "diag/render.hpp"
#include "job/definitions.hpp"
#include "text/dates.hpp"

namespace baocao::cli {
namespace {

using Verb = ArchiveCommand::Verb;

int list(const ArchiveCommand& command, const archive::Archive& archive) {
  const auto periods = archive.periods();
  const auto packages =
      archive.packages({.resolution = command.resolution, .period = command.period});
  const auto runs = archive.runs({command.resolution, command.period});
  if (!periods || !packages || !runs) {
    return fail(!periods ? periods.error() : packages ? runs.error() : packages.error());
  }
  print(command.json ? desk::list_json(*periods, *packages, *runs)
                     : desk::list_text(*periods, *packages, *runs));
  return done;
}

int show(const ArchiveCommand& command, const archive::Archive& archive) {
  const auto shown = desk::show(archive, command.package);
  if (!shown) {
    return fail(shown.error());
  }
  print(command.json ? desk::show_json(*shown) : desk::show_text(*shown));
  return done;
}

int log(const archive::Archive& archive) {
  const auto records = archive.log();
  if (!records) {
    return fail(records.error());
  }
  for (const archive::LogRecord& record : *records) {
    print(desk::record_json(record));
  }
  return done;
}

int verify(const ArchiveCommand& command, const archive::Archive& archive) {
  const auto faults = archive.verify(command.head);
  const auto head = archive.head();
  if (!faults || !head) {
    return fail(faults ? head.error() : faults.error());
  }
  print_faults(*faults, "");
  if (!faults->empty()) {
    print("Kho có " + std::to_string(faults->size()) + " chỗ không còn nguyên vẹn.\n");
    return errors;
  }
  print("Kho còn nguyên vẹn. Mã cuối nhật ký (ghi lại để đối chiếu lần sau):\n" + *head + "\n");
  return done;
}

int lock(const ArchiveCommand& command, archive::Archive& archive) {
  const auto act = act_for(command.desk);
  if (!act) {
    print_error(diag::text(act.error()));
    return wrong_usage;
  }
  const auto period = find_period(archive, command.resolution, command.period);
  if (!period) {
    return errors;
  }
  diag::Sink sink;
  if (const auto locked = archive.lock(period->key, *act, sink); !locked) {
    return fail(locked.error());
  }
  print_faults(sink.all(), "");
  print("Đã khóa kỳ " + period->key.period + " của " + period->key.resolution + ".\n");
  return sink.all().empty() ? done : warnings;
}

// The set of definitions in force, kept for years.
diag::Result<std::string> keep_definitions(archive::Archive& archive,
                                           const job::Options& options,
                                           const std::string& resolution,
                                           const archive::Act& act,
                                           diag::Sink& sink) {
  auto files = job::definition_files(options.templates, resolution);
  if (!files) {
    return diag::Failure(files.error());
  }
  std::vector<archive::NamedBytes> named;
  for (auto& [name, bytes] : *files) {
    named.push_back({name, std::move(bytes)});
  }
  return archive.add_definitions(named, act, sink);
}

int open_period(const OpenPeriodCommand& command,
                const job::Computed& computed,
                const job::Options& options,
                base::Date due,
                const archive::Act& act) {
  // A file that an interrupted run left empty becomes the archive; one there is (A109) is used.
  const auto made = archive::Archive::create(command.desk.archive, act);
  if (!made && made.error().code != diag::Code("A109")) {
    return fail(made.error());
  }
  auto archive = open_archive(command.desk, archive::Access::write);
  if (!archive) {
    return errors;
  }
  diag::Sink sink;
  archive::Period period = desk::period_of(computed, due, command.forms);
  auto definitions = keep_definitions(*archive, options, period.key.resolution, act, sink);
  if (!definitions) {
    return fail(definitions.error());
  }
  period.definitions = std::move(*definitions);
  if (const auto opened = archive->open_period(period, act, sink); !opened) {
    return fail(opened.error());
  }
  print_faults(sink.all(), "");
  print("Đã mở kỳ " + period.key.period + " của " + period.key.resolution + ": " +
        std::to_string(period.units.size()) + " đơn vị phải nộp, hạn " +
        text::short_date(period.due) + ".\n");
  return sink.all().empty() ? done : warnings;
}

}  // namespace

int run(const OpenPeriodCommand& command) {
  const auto act = act_for(command.desk);
  const auto due = text::parse_date(command.due);
  if (!act || !due || !due->exact()) {
    print_error(diag::text(
        act ? diag::Diagnostic{.code = "U111",
                               .message = "hạn nộp \"" + command.due + "\" không phải là một ngày",
                               .help = "ghi ngày dạng 10/10/2026"}
            : act.error()));
    return wrong_usage;
  }
  const job::Options options = options_for(command.common);
  const auto loaded = load(command.job, options);
  const auto computed = loaded ? compute(*loaded, options) : nullptr;
  return computed ? open_period(command, *computed, options, due->first, *act) : errors;
}

int run(const ArchiveCommand& command) {
  const bool writes = command.verb == Verb::lock || command.verb == Verb::export_files ||
                      command.verb == Verb::forget;
  auto archive =
      open_archive(command.desk, writes ? archive::Access::write : archive::Access::read);
  if (!archive) {
    return errors;
  }
  switch (command.verb) {
    case Verb::list:
      return list(command, *archive);
    case Verb::show:
      return show(command, *archive);
    case Verb::log:
      return log(*archive);
    case Verb::verify:
      return verify(command, *archive);
    case Verb::lock:
      return lock(command, *archive);
    case Verb::backup:
      return backup(command, *archive);
    case Verb::export_files:
      return export_files(command, *archive);
    case Verb::forget:
      return forget(command, *archive);
    case Verb::rerun:
      return rerun(command, *archive);
    case Verb::compare:
      return compare(command, *archive);
    case Verb::trend:
      break;
  }
  return trend(command, *archive);
}

}  // namespace baocao::cli
