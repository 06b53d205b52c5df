// What an open archive is made of, and the two ways to work with it. Private to archive/.
#pragma once

#include "archive/archive.hpp"
#include "archive/database.hpp"
#include "archive/log_chain.hpp"

#include <string>
#include <utility>

namespace baocao::archive {

// An act that the log can take, or A201.
diag::Result<void> check_act(const Act& act);

struct Store {
  mutable Database database;
  std::string file;  // as the user named it

  diag::Failure fault(diag::Code code, std::string message, std::string help) const {
    return diag::Failure(diag::Diagnostic{.code = code,
                                          .message = std::move(message),
                                          .help = std::move(help),
                                          .span = {.file = file}});
  }

  // Runs `work` on one state of the archive.
  template <class Work>
  auto read(Work work) const -> decltype(work()) {
    try {
      Transaction transaction(database, Transaction::Kind::read);
      return work();
    } catch (const SqlError& error) {
      return diag::Failure(as_diagnostic(error, file));
    }
  }

  // Runs `work` with the act as the log will have it; all of it is done, or nothing.
  template <class Work>
  auto change(const Act& act, diag::Sink& sink, Work work) -> decltype(work(act)) {
    if (auto checked = check_act(act); !checked) {
      return diag::Failure(std::move(checked.error()));
    }
    try {
      Transaction transaction(database, Transaction::Kind::write);
      const Act in_order = after_last_record(act);
      auto result = work(in_order);
      if (result) {
        transaction.commit();
        warn_if_moved(act, in_order, sink);
      }
      return result;
    } catch (const SqlError& error) {
      return diag::Failure(as_diagnostic(error, file));
    }
  }

 private:
  Act after_last_record(Act act) const;
  void warn_if_moved(const Act& asked, const Act& taken, diag::Sink& sink) const;
};

}  // namespace baocao::archive
