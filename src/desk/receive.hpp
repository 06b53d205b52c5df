// Takes packages into the archive: verified side by side, entered one by one in their order.
#pragma once

#include "archive/archive.hpp"
#include "desk/verify.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace baocao::desk {

struct Delivery {
  std::string file;                                  // as the user named it
  std::function<diag::Result<base::Bytes>()> bytes;  // called once, from any thread
};

enum class Outcome : std::uint8_t { accepted, already_there, refused };

std::string_view name(Outcome outcome);

struct Received {
  std::string file;
  Outcome outcome = Outcome::refused;
  std::string sha256;             // of the package; empty when it could not be read
  submission::Manifest manifest;  // of refused packages: as far as they could be opened
  bool late = false;              // accepted after the day the period's reports are due
  std::int64_t superseded = 0;    // revision whose place it takes; 0: none
  // What it changes of that revision, a line for each indicator (submission::differences).
  std::vector<std::string> changes;
  diag::Sink faults;
};

// In the order of the deliveries. A fault of the archive itself refuses the package it met.
// `locked` as for archive::Archive::register_package.
diag::Result<std::vector<Received>> receive(archive::Archive& archive,
                                            const std::vector<Delivery>& deliveries,
                                            const Demands& demands,
                                            archive::Locked locked,
                                            const archive::Act& act,
                                            const job::Options& options);

}  // namespace baocao::desk
