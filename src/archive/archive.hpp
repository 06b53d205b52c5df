// The archive: one SQLite file that holds periods, packages, figures and definitions, each change a
// transaction with a record in a log chained by hash. docs/kho-luu-tru.md describes the file.
//
// Every change takes who, when and why. A time before the last record's is taken as that one, with
// the warning A202. Faults of the file itself: A101…A111; of what is asked: A201…A217.
#pragma once

#include "archive/package_records.hpp"
#include "archive/records.hpp"
#include "archive/run_records.hpp"
#include "diag/result.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baocao::archive {

struct Store;

enum class Access : std::uint8_t { read, write };

// Whether a change may touch a period that is locked; if so the act must say why.
enum class Locked : std::uint8_t { refuse, revise };

// One program at a time writes; another waits a few seconds, then is told (A104).
class Archive {
 public:
  // Refused where there is a file already (A109), unless it is empty.
  static diag::Result<void> create(const std::filesystem::path& path, const Act& act);

  // An archive of an older schema is brought up to date first. What a crash left half-written is
  // undone, so that even reading may write.
  static diag::Result<Archive> open(const std::filesystem::path& path, Access access);

  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  // Gives the hash of the set: SHA-256 of a line "<sha256>  <name>" for each file, in byte order of
  // the names. The same set twice is one.
  diag::Result<std::string> add_definitions(const std::vector<NamedBytes>& files,
                                            const Act& act,
                                            diag::Sink& sink);
  diag::Result<std::vector<NamedBytes>> definitions(std::string_view hash) const;

  // `period.lock` is not looked at. The very same period again changes nothing; A204 for another of
  // that name.
  diag::Result<void> open_period(const Period& period, const Act& act, diag::Sink& sink);
  // Other dates, units, forms or definitions of an open period. Units that have sent packages stay.
  diag::Result<void> change_period(const Period& period,
                                   Locked locked,
                                   const Act& act,
                                   diag::Sink& sink);
  // No package is taken or returned from now on, but as a revision with a reason.
  diag::Result<void> lock(const PeriodKey& key, const Act& act, diag::Sink& sink);
  diag::Result<Period> period(const PeriodKey& key) const;
  diag::Result<std::vector<Period>> periods() const;  // by resolution, then period

  // Takes the package as accepted; an accepted one of a lower revision is superseded by it. The
  // very same package again changes nothing, whatever became of it since.
  diag::Result<Receipt> register_package(const NewPackage& package,
                                         Locked locked,
                                         const Act& act,
                                         diag::Sink& sink);
  // The unit has to hand in a higher revision. `act.why` is what it is told.
  diag::Result<void> return_package(std::string_view sha256,
                                    Locked locked,
                                    const Act& act,
                                    diag::Sink& sink);
  // By resolution, period, unit, revision.
  diag::Result<std::vector<Package>> packages(const PackageFilter& filter) const;
  // The zip as it was delivered, its hash proved (A212 when parts of it were forgotten).
  diag::Result<base::Bytes> package_bytes(std::string_view sha256) const;
  // By resolution, period, unit, revision, indicator.
  diag::Result<std::vector<StoredFigure>> figures(const FigureFilter& filter) const;
  diag::Result<std::vector<Finding>> findings(std::string_view sha256) const;

  // Gives the number of the run.
  diag::Result<std::int64_t> add_run(const NewRun& run, const Act& act, diag::Sink& sink);
  // Of a resolution and period (empty: all), in the order they were made.
  diag::Result<std::vector<Run>> runs(const PeriodKey& filter) const;
  diag::Result<base::Bytes> run_file(std::int64_t run, std::string_view name) const;

  // Rosters ("input", "extract") are kept five years, everything else for ever, unless set here.
  diag::Result<void> set_retention(const Retention& retention, const Act& act, diag::Sink& sink);
  diag::Result<std::optional<std::int64_t>> retention(std::string_view role,
                                                      base::Period::Kind kind) const;
  diag::Result<std::vector<Expired>> expired(base::Date today) const;
  // Removes what is expired on the day of the act, and overwrites its pages. Figures, names and
  // hashes stay. Gives what was removed.
  diag::Result<std::vector<Expired>> forget(const Act& act, diag::Sink& sink);

  // The only form in which the number of an ID card may be kept: SHA-256 of the archive's salt and
  // the number. Equal numbers can be told within one archive, not between two.
  diag::Result<std::string> person_key(std::string_view id_number) const;

  // Notes who took what out of the archive.
  diag::Result<void> note_export(const std::string& what, const Act& act, diag::Sink& sink);
  // A copy of one state of the archive, while others go on using it. Refused where there is a file
  // already (A111).
  diag::Result<void> backup(const std::filesystem::path& path) const;
  // Everything as plain files: packages, files of runs, definitions, figures and findings as CSV,
  // the log as JSON lines. `take` gets the name (relative, "/" between folders) and the bytes of
  // each; its fault ends the export.
  using TakeFile = std::function<diag::Result<void>(const std::string& name, base::ByteView bytes)>;
  diag::Result<void> export_files(const TakeFile& take) const;

  diag::Result<std::vector<LogRecord>> log() const;
  // Hash of the last record. Whoever notes it elsewhere can prove later that nothing before it was
  // changed.
  diag::Result<std::string> head() const;

  // All faults at once (A221…A227): structure of the file, the chain, every table against the log,
  // every content against its hash, every package rebuilt. `known_head` (or "") must be in the
  // chain.
  diag::Result<std::vector<diag::Diagnostic>> verify(std::string_view known_head = {}) const;

 private:
  explicit Archive(std::unique_ptr<Store> store);
  std::unique_ptr<Store> store_;
};

}  // namespace baocao::archive
