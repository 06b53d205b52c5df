// The archive: one SQLite file that holds periods, packages, figures and definitions, each change a
// transaction with a record in a log chained by hash. docs/kho-luu-tru.md describes the file.
//
// Every change takes who, when and why. A time before the last record's is taken as that one, with
// the warning A202. Faults of the file itself: A101…A109; of what is asked: A201…A217.
#pragma once

#include "archive/records.hpp"
#include "diag/result.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
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

  // Gives the hash of the set: as resolution::Pack::hash, over names and contents in byte order of
  // the names. The same set twice is one.
  diag::Result<std::string> add_definitions(const std::vector<NamedBytes>& files,
                                            const Act& act,
                                            diag::Sink& sink);
  diag::Result<std::vector<NamedBytes>> definitions(std::string_view hash) const;

  // `period.lock` is not looked at.
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
