// A job → the package its unit hands up (docs/goi-nop.md).
#pragma once

#include "job/compute.hpp"
#include "job/load.hpp"
#include "submission/package.hpp"
#include "submission/signature.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace baocao::job {

struct SubmitRequest {
  std::uint64_t revision = 1;
  std::string version;  // of the program
  std::optional<submission::SigningKey> signing;
  base::Bytes receiver_pem;             // certificate to encrypt to; empty: not encrypted
  std::set<std::string> extracts = {};  // input files that are not as delivered (cut.hpp)
};

struct Submission {
  submission::Manifest manifest;
  base::Bytes bytes;  // to write; an encrypted package when there is a receiver
};

// What stands against handing the job up, by code: errors that are open (G201), warnings without a
// reason in [acknowledge] (G202); reasons for warnings there are not are told (G206, notes).
void check_ready(const Loaded& loaded, diag::Sink& faults);

// Packs the inputs as delivered, the figures that those inputs alone give and the unit's documents;
// proves that the figures are the ones of `computed` and that the package opens. All faults go to
// `fatal`, the first is returned: the above, inputs from outside the job folder (G204) or changed
// since they were read (G205), another count than before (G207), faults of templates, keys and
// certificates.
diag::Result<Submission> make_submission(const Loaded& loaded,
                                         const Computed& computed,
                                         const SubmitRequest& request,
                                         const Options& options,
                                         diag::Sink& fatal);

}  // namespace baocao::job
