// Any bytes as a package, its manifest, its results: what is accepted has one form and comes back.
#include "fuzz/target.hpp"
#include "submission/package.hpp"
#include "submission/results.hpp"
#include "submission/seal.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace baocao;
  const std::string bytes = fuzz::bytes_of(data, size);
  diag::Sink faults;
  const auto manifest = submission::read_manifest(bytes, "a.zip", faults);
  fuzz::demand(manifest.has_value() != faults.has_errors(), "a refusal has a fault");
  fuzz::demand(!manifest || submission::to_json(*manifest) == bytes, "a manifest has one form");

  if (const auto results = submission::read_results(bytes, "a.zip")) {
    fuzz::demand(submission::differences(*results, *results).empty(), "results equal themselves");
  }

  diag::Sink refusals;
  if (const auto package = submission::open(bytes, "a.zip", refusals)) {
    const std::string again = submission::write(*package);
    const auto second = submission::open(again, "b.zip", refusals);
    fuzz::demand(second && second->manifest_json == package->manifest_json, "a package survives");
    fuzz::demand(!submission::is_sealed(bytes), "a package is not sealed as well");
  }
  return 0;
}
