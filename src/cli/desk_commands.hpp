// The commands of the superior's desk and of the archive, as values.
#pragma once

#include "cli/options.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace baocao::cli {

// receive, and archive revise (with a reason, into a locked period as well).
struct ReceiveCommand {
  Common common;
  Desk desk;
  std::vector<std::string> files;
  std::string trust;             // certificates (PEM); empty: signatures are not demanded
  std::vector<std::string> key;  // key and certificate of the desk (PEM); empty: none
  bool revise = false;
  bool json = false;
};

struct StatusCommand {
  Common common;
  Desk desk;
  std::string resolution;  // empty: the only one with that period
  std::string period;
  std::string xlsx;  // file to write; empty: none
  bool json = false;
};

// archive open: a new period, and the archive itself when there is none.
struct OpenPeriodCommand {
  Common common;
  Desk desk;
  std::string job;
  std::string due;
  std::vector<std::string> forms;
};

// archive list, show, log, verify, lock, backup, export, forget, rerun, compare.
struct ArchiveCommand {
  enum class Verb : std::uint8_t {
    list,
    show,
    log,
    verify,
    lock,
    backup,
    export_files,
    forget,
    rerun,
    compare,
    trend
  };

  Verb verb = Verb::list;
  Common common;
  Desk desk;
  std::string resolution;
  std::string period;
  std::vector<std::string> periods;  // to compare; empty: all of the resolution
  std::string unit;                  // to compare; empty: all units added up
  std::string indicator;             // of a trend; empty: all
  std::string package;               // hash, or the beginning of it
  std::string head;                  // of an earlier log, for verify
  std::string out;                   // file or folder to write
  std::string xlsx;                  // of a comparison; empty: none
  std::string docx;
  std::string pdf;
  std::string job;       // whose [document] goes on the paper of a comparison; empty: blanks
  std::int64_t run = 0;  // number of a report
  bool yes = false;      // forget: do it, not only tell
  bool json = false;
};

// return: a letter and the marked workbooks to a unit; with an archive, the package is sent back.
struct ReturnCommand {
  Common common;
  Desk desk;
  std::string file;
  std::string out;
  std::string due;  // empty: a blank in the letter
};

}  // namespace baocao::cli
