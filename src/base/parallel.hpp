// Runs independent tasks on several threads. Each task writes to its own place, so the number of
// threads never changes a result.
#pragma once

#include <cstddef>
#include <functional>

namespace baocao::base {

// Threads to use when the user names none: one per core.
unsigned default_threads();

// Calls task(0) … task(count - 1), each once, in any order. The first exception a task throws is
// thrown again here after all threads have ended.
void parallel_for(std::size_t count,
                  unsigned threads,
                  const std::function<void(std::size_t)>& task);

}  // namespace baocao::base
