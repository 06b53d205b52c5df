// Whether a delivered package may be entered: is it what its manifest says, is it expected, and do
// its inputs give the figures and documents it hands up?
#pragma once

#include "archive/package_records.hpp"
#include "base/bytes.hpp"
#include "base/date.hpp"
#include "desk/periods.hpp"
#include "diag/diagnostic.hpp"
#include "job/load.hpp"
#include "submission/manifest.hpp"
#include "submission/results.hpp"

#include <string>

namespace baocao::desk {

// What the desk demands of every package.
struct Demands {
  base::Bytes trusted_pem;      // not empty: signed by somebody these certificates vouch for
  base::Bytes key_pem;          // of the desk, to open packages encrypted for it; may be empty
  base::Bytes certificate_pem;  // of the desk, with the key
  base::Date day;               // on which signatures are judged
  std::string version;          // of this program
};

struct Verified {
  std::string file;               // as the user named it
  base::Bytes zip;                // unencrypted
  submission::Manifest manifest;  // meaningless when the package could not be opened
  submission::Results results;    // as recomputed
  archive::NewPackage entry;      // entry.zip is left to the caller
  diag::Sink faults;              // with an error: the package is refused

  bool is_good() const { return !faults.has_errors(); }
};

// All faults at once, those of its inputs too. Refused, beside what submission::open, unseal and
// verify_signature refuse: sealed, and no key was given (G300); a period nobody opened (G301); a
// unit not expected (G302); another as-of date (G303) or other definitions (G304) than the
// period's; a job file that is about something else (G305); inputs that give no figures (G306);
// errors nobody excepted (G307); figures (G308), documents (G309) or counts (G310) that the inputs
// do not give; a warning nobody acknowledged (G311).
Verified verify(base::ByteView bytes,
                const std::string& file,
                const Periods& periods,
                const Demands& demands,
                const job::Options& options);

}  // namespace baocao::desk
