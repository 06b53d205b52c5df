#include "desk/receive.hpp"

#include "base/parallel.hpp"
#include "base/sha256.hpp"
#include "desk/days.hpp"

#include <array>
#include <atomic>
#include <utility>

namespace baocao::desk {
namespace {

Verified read_and_verify(const Delivery& delivery,
                         const Periods& periods,
                         const Demands& demands,
                         const job::Options& options) {
  auto bytes = delivery.bytes();
  if (bytes) {
    return verify(*bytes, delivery.file, periods, demands, options);
  }
  Verified unread;
  unread.file = delivery.file;
  unread.faults.add(bytes.error());
  return unread;
}

submission::Results results_of(const std::vector<archive::Figure>& figures) {
  submission::Results results;
  for (const archive::Figure& f : figures) {
    results.rows.push_back({f.indicator,
                            f.unit,
                            f.definition,
                            submission::Amounts{f.n, f.d, f.u1, f.u2, f.u1 + f.u2 + f.open}});
  }
  return results;
}

// Enters what was verified.
class Entry {
 public:
  Entry(archive::Archive& archive,
        const Periods& periods,
        archive::Locked locked,
        const archive::Act& act)
      : archive_(archive), periods_(periods), locked_(locked), act_(act) {}

  Received enter(Verified verified) {
    Received received;
    received.file = verified.file;
    received.sha256 = verified.zip.empty() ? "" : base::sha256_hex(verified.zip);
    received.manifest = std::move(verified.manifest);
    received.faults = std::move(verified.faults);
    if (received.faults.has_errors()) {
      return received;
    }
    verified.entry.zip = verified.zip;
    const auto receipt = archive_.register_package(verified.entry, locked_, act_, received.faults);
    if (!receipt) {
      received.faults.add(receipt.error());
      return received;
    }
    received.outcome = receipt->already_there ? Outcome::already_there : Outcome::accepted;
    received.late = day_of(act_.at) > periods_.find(verified.entry.key)->period.due;
    if (receipt->superseded) {
      received.superseded = receipt->superseded->revision;
      received.changes =
          submission::differences(results_of(receipt->old_figures), verified.results);
    }
    return received;
  }

 private:
  archive::Archive& archive_;
  const Periods& periods_;
  archive::Locked locked_;
  const archive::Act& act_;
};

}  // namespace

std::string_view name(Outcome outcome) {
  constexpr std::array<std::string_view, 3> names{"accepted", "already_there", "refused"};
  return names[static_cast<std::size_t>(outcome)];
}

diag::Result<std::vector<Received>> receive(archive::Archive& archive,
                                            const std::vector<Delivery>& deliveries,
                                            const Demands& demands,
                                            archive::Locked locked,
                                            const archive::Act& act,
                                            const job::Options& options) {
  const auto periods = Periods::load(archive);
  if (!periods) {
    return diag::Failure(periods.error());
  }
  std::vector<Verified> verified(deliveries.size());
  std::atomic<std::size_t> done{0};
  base::parallel_for(deliveries.size(), options.threads, [&](std::size_t i) {
    verified[i] = read_and_verify(deliveries[i], *periods, demands, options);
    if (options.progress) {
      options.progress(++done, deliveries.size());
    }
  });
  Entry entry(archive, *periods, locked, act);
  std::vector<Received> received;
  for (Verified& each : verified) {
    received.push_back(entry.enter(std::move(each)));
  }
  return received;
}

}  // namespace baocao::desk
