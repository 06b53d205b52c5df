// Loaded before a program (LD_PRELOAD), cuts it off at its n-th write to a folder, or makes that
// write fail. What counts: write, pwrite, fsync, fdatasync, ftruncate, rename, unlink, creating.
//
//   FAULT_DIR    the folder; nothing outside counts
//   FAULT_COUNT  a file that gets the number of points at the end
//   FAULT_AT     the point, from 1; the end of the program is the last one
//   FAULT_KIND   kill   ends there, before the call
//                torn   ends there, with half of what was to be written
//                lost   a power cut: ends there, and what no fsync had made safe by then is gone
//                       (FAULT_SEED=0: all of it; otherwise each piece by chance)
//                enospc   writing and creating fail from there on
//                eio, erofs   everything that counts fails from there on
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { killed = 9 };

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

// ---- what a power cut would undo -------------------------------------------------------------

enum kind { data, length, created, removed, renamed };

struct change {
  enum kind kind;
  char path[PATH_MAX];
  char kept[PATH_MAX];  // where the old file is kept, if there was one
  char from[PATH_MAX];  // renamed: the name before
  off_t offset;
  off_t size;  // of the file before
  size_t count;
  char* old;  // bytes before, as many as there were
  size_t old_count;
  struct change* before;
};

static struct change* pending;
static int keeps_changes;
static unsigned random_state;

static unsigned chance(void) {
  random_state = random_state * 1664525U + 1013904223U;
  return random_state >> 16U;
}

static struct change* add(enum kind kind, const char* path) {
  struct change* change = calloc(1, sizeof *change);
  change->kind = kind;
  snprintf(change->path, sizeof change->path, "%s", path);
  change->before = pending;
  pending = change;
  return change;
}

static void note_data(int fd, const char* path, off_t offset, size_t count) {
  struct stat stat;
  if (fstat(fd, &stat) != 0) {
    return;
  }
  struct change* change = add(data, path);
  change->offset = offset;
  change->size = stat.st_size;
  change->count = count;
  change->old = calloc(1, count + 1);
  const int reading = REAL(open)(path, O_RDONLY);
  const ssize_t got = pread(reading, change->old, count, offset);
  change->old_count = got > 0 ? (size_t)got : 0;
  close(reading);
}

static void note_length(int fd, const char* path, off_t to) {
  struct stat stat;
  if (fstat(fd, &stat) == 0 && to < stat.st_size) {
    note_data(fd, path, to, (size_t)(stat.st_size - to));
    pending->kind = length;
  }
}

// The old file stays under another name until the folder is safe.
static void keep_old(struct change* change) {
  static int number;
  snprintf(change->kept, sizeof change->kept, "%s/.kept-%d", getenv("FAULT_DIR"), ++number);
  if (link(change->path, change->kept) != 0) {
    change->kept[0] = '\0';
  }
}

static int in_folder(const char* path, const char* folder) {
  const size_t size = strlen(folder);
  return strncmp(path, folder, size) == 0 && path[size] == '/' &&
         strchr(path + size + 1, '/') == NULL;
}

// A sync of a file makes its bytes safe, one of a folder the names in it.
static void settle(const char* path) {
  for (struct change** at = &pending; *at != NULL;) {
    struct change* change = *at;
    const int is_bytes = change->kind == data || change->kind == length;
    if (is_bytes ? strcmp(change->path, path) == 0 : in_folder(change->path, path)) {
      if (change->kept[0] != '\0') {
        REAL(unlink)(change->kept);
      }
      *at = change->before;
      free(change->old);
      free(change);
    } else {
      at = &change->before;
    }
  }
}

static void undo_bytes(const struct change* change, int exactly) {
  const int fd = REAL(open)(change->path, O_WRONLY);
  if (fd < 0) {
    return;
  }
  char* bytes = calloc(1, change->count + 1);  // what was never written reads as zeros
  memcpy(bytes, change->old, change->old_count);
  REAL(pwrite)(fd, bytes, change->count, change->offset);
  free(bytes);
  if (exactly && change->kind == data) {
    REAL(ftruncate)(fd, change->size);
  }
  close(fd);
}

static void undo(const struct change* change, int exactly) {
  switch (change->kind) {
    case data:
    case length:
      undo_bytes(change, exactly);
      break;
    case created:
      REAL(unlink)(change->path);
      break;
    case renamed:
      REAL(rename)(change->path, change->from);
      // fall through
    case removed:
      if (change->kept[0] != '\0') {
        REAL(rename)(change->kept, change->path);
      }
      break;
  }
}

static void cut_power(void) {
  const int exactly = random_state == 0;
  for (const struct change* change = pending; change != NULL; change = change->before) {
    if (exactly || chance() % 2U == 0) {
      undo(change, exactly);
    }
  }
}

// ---- the points ------------------------------------------------------------------------------

static long point;
static int has_failed;

static const char* setting(const char* name) {
  const char* value = getenv(name);
  return value != NULL ? value : "";
}

static int is_kind(const char* kind) {
  return strcmp(setting("FAULT_KIND"), kind) == 0;
}

static int counts(const char* path) {
  const char* folder = setting("FAULT_DIR");
  return *folder != '\0' && strncmp(path, folder, strlen(folder)) == 0;
}

static int path_of(int fd, char* path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  const ssize_t size = readlink(link, path, PATH_MAX - 1);
  path[size > 0 ? size : 0] = '\0';
  return size > 0 && counts(path);
}

static void end(void) {
  if (is_kind("lost")) {
    cut_power();
  }
  _exit(killed);
}

// 0 to go on, or the errno with which the call fails. A torn write is done by the caller.
static int fault(int needs_room) {
  ++point;
  if (has_failed) {
    return has_failed == ENOSPC && !needs_room ? 0 : has_failed;
  }
  if (point != atol(setting("FAULT_AT"))) {
    return 0;
  }
  if (is_kind("kill") || is_kind("lost")) {
    end();
  }
  has_failed = is_kind("enospc") ? ENOSPC : is_kind("eio") ? EIO : is_kind("erofs") ? EROFS : 0;
  return has_failed == ENOSPC && !needs_room ? 0 : has_failed;
}

static int is_torn_here(void) {
  return is_kind("torn") && point == atol(setting("FAULT_AT"));
}

__attribute__((constructor)) static void begin(void) {
  keeps_changes = is_kind("lost");
  random_state = (unsigned)atol(setting("FAULT_SEED"));
}

__attribute__((destructor)) static void finish(void) {
  if (*setting("FAULT_COUNT") != '\0') {
    FILE* file = fopen(setting("FAULT_COUNT"), "w");
    fprintf(file, "%ld\n", point);
    fclose(file);
  }
  if (is_kind("lost") && point + 1 == atol(setting("FAULT_AT"))) {
    fflush(NULL);
    end();
  }
}

// ---- the calls -------------------------------------------------------------------------------

static ssize_t write_at(int fd, const void* bytes, size_t count, off_t offset, int is_at) {
  char path[PATH_MAX];
  if (path_of(fd, path)) {
    const int error = fault(1);
    if (error != 0) {
      errno = error;
      return -1;
    }
    const off_t from = is_at ? offset : lseek(fd, 0, SEEK_CUR);
    if (is_torn_here()) {
      REAL(pwrite)(fd, bytes, count / 2, from);
      end();
    }
    if (keeps_changes) {
      note_data(fd, path, from, count);
    }
  }
  return is_at ? REAL(pwrite)(fd, bytes, count, offset) : REAL(write)(fd, bytes, count);
}

ssize_t write(int fd, const void* bytes, size_t count) {
  return write_at(fd, bytes, count, 0, 0);
}

ssize_t pwrite(int fd, const void* bytes, size_t count, off_t offset) {
  return write_at(fd, bytes, count, offset, 1);
}

ssize_t pwrite64(int fd, const void* bytes, size_t count, off64_t offset) {
  return write_at(fd, bytes, count, offset, 1);
}

static int sync_with(int fd, int (*real)(int)) {
  char path[PATH_MAX];
  const int is_counted = path_of(fd, path);
  // The folder itself is a point too: its sync makes names safe.
  const int error = is_counted ? fault(0) : 0;
  if (error != 0) {
    errno = error;
    return -1;
  }
  const int result = real(fd);
  if (is_counted && keeps_changes && result == 0) {
    settle(path);
  }
  return result;
}

int fsync(int fd) {
  return sync_with(fd, REAL(fsync));
}

int fdatasync(int fd) {
  return sync_with(fd, REAL(fdatasync));
}

int ftruncate64(int fd, off64_t size) {
  char path[PATH_MAX];
  if (path_of(fd, path)) {
    const int error = fault(0);
    if (error != 0) {
      errno = error;
      return -1;
    }
    if (keeps_changes) {
      note_length(fd, path, size);
    }
  }
  return REAL(ftruncate)(fd, size);
}

int ftruncate(int fd, off_t size) {
  return ftruncate64(fd, size);
}

int rename(const char* from, const char* to) {
  if (counts(to)) {
    const int error = fault(0);
    if (error != 0) {
      errno = error;
      return -1;
    }
    if (keeps_changes) {
      struct change* change = add(renamed, to);
      snprintf(change->from, sizeof change->from, "%s", from);
      keep_old(change);
    }
  }
  return REAL(rename)(from, to);
}

static int remove_file(const char* path, int (*real)(const char*)) {
  if (counts(path)) {
    const int error = fault(0);
    if (error != 0) {
      errno = error;
      return -1;
    }
    if (keeps_changes) {
      keep_old(add(removed, path));
    }
  }
  return real(path);
}

int unlink(const char* path) {
  return remove_file(path, REAL(unlink));
}

int remove(const char* path) {
  return remove_file(path, REAL(remove));
}

static int open_with(const char* path, int flags, mode_t mode) {
  const int makes = (flags & O_CREAT) != 0 && counts(path) && access(path, F_OK) != 0;
  if (makes) {
    const int error = fault(1);
    if (error != 0) {
      errno = error;
      return -1;
    }
    if (keeps_changes) {
      add(created, path);
    }
  }
  return REAL(open)(path, flags, mode);
}

#define MODE(flags, last)        \
  mode_t mode = 0;               \
  if (((flags)&O_CREAT) != 0) {  \
    va_list list;                \
    va_start(list, last);        \
    mode = va_arg(list, mode_t); \
    va_end(list);                \
  }

int open(const char* path, int flags, ...) {
  MODE(flags, flags)
  return open_with(path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  MODE(flags, flags)
  return open_with(path, flags, mode);
}
