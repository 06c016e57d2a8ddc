// What a user may point the program at by mistake: each gives one line on stderr, the
// right exit code, and no file that was not there before.
#include <fmt/format.h>
#include <grp.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "run_program.hpp"
#include "sample_essay.hpp"
#include "temp_folder.hpp"

namespace steppe {
namespace {

const std::string kEssay = STEPPE_SOURCE_DIR "/examples/essays/russia-central-asia.txt";
constexpr uid_t kNobody = 65534;

class BadInput : public ::testing::Test {
 protected:
  // One line on stderr that holds `message`; nothing but `files` in the folder.
  void expect_refusal(const Ran& ran, int code, const std::string& message,
                      const std::vector<std::string>& files) const {
    EXPECT_EQ(ran.code, code) << ran.err;
    EXPECT_EQ(ran.err.find("steppe: "), 0u) << ran.err;
    EXPECT_NE(ran.err.find(message), std::string::npos) << ran.err;
    EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 1) << ran.err;
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(folder.list(), files);
  }
  Ran load(const std::string& what) const { return run_steppe({"load", what, "-o", db}); }

  TempFolder folder;
  std::string db = folder.file("new.db");
};

TEST_F(BadInput, EssaysThatCannotBeRead) {
  struct Case {
    std::string name, bytes, message;
  };
  const Case cases[] = {
      {"empty.txt", "", "empty"},
      {"blank.txt", " \n\n", ""},
      {"nul.txt", std::string("Kenya wants\0tea.\n", 17), ""},
      {"binary.txt",
       std::string("\x7f"
                   "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0",
                   20),
       ""},
      {"picture.txt", "\x89PNG\r\n\x1a\n" + std::string(64, '\0'), ""},
  };
  for (const Case& c : cases) {
    write_bytes(folder.file(c.name), c.bytes);
    const Ran ran = load(folder.file(c.name));
    expect_refusal(ran, 1, folder.file(c.name), {c.name});
    EXPECT_NE(ran.err.find(c.message), std::string::npos) << ran.err;
    std::filesystem::remove(folder.file(c.name));
  }
}

TEST_F(BadInput, OneBadEssayKeepsTheWholeFolderOut) {
  std::filesystem::create_directory(folder.file("essays"));
  write_bytes(folder.file("essays/a.txt"), "Kenya wants to export tea.\n");
  write_bytes(folder.file("essays/b.txt"), "");
  write_bytes(folder.file("essays/c.txt"), std::string("a\0b", 3));
  const Ran ran = load(folder.file("essays"));
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 3) << ran.err;
  EXPECT_NE(ran.err.find("steppe: nothing loaded: 2 of 3 essays cannot be read\n"),
            std::string::npos)
      << ran.err;
  EXPECT_EQ(folder.list(), std::vector<std::string>{"essays"});
}

TEST_F(BadInput, BytesInNoKnownEncodingAreReadOrRefusedButNeverCrash) {
  write_bytes(folder.file("latin.txt"),
              "Caf\xe9 owners in Niger want to export coffee to C\xf4te d\x92Ivoire.\n");
  const Ran ran = run_steppe({"extract", folder.file("latin.txt")});
  EXPECT_TRUE(ran.code == 0 || ran.code == 1) << ran.code;
  EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), ran.code);
}

TEST_F(BadInput, TenMegabytesInOneLine) {
  std::string line;
#if defined(__SANITIZE_ADDRESS__)
  constexpr std::size_t kSize = 1u << 20;  // with sanitizers all is some ten times slower
#else
  constexpr std::size_t kSize = 10u << 20;
#endif
  while (line.size() < kSize)
    line += "Kenya wants to export tea to Uganda and its neighbours, ";
  write_bytes(folder.file("long.txt"), line + "\n");
  const RunOptions limited{
      .before_exec = [] {  // for the day when time grows faster than the essay
        const rlimit seconds{30, 30};
        setrlimit(RLIMIT_CPU, &seconds);
      }};
  const Ran ran =
      run_steppe({"extract", folder.file("long.txt"), "-o", "/dev/null"}, limited);
  EXPECT_EQ(ran.code, 0) << ran.err;
}

TEST_F(BadInput, MissingFilesAndFolders) {
  const std::string missing = folder.file("missing.txt");
  expect_refusal(load(missing), 3, missing + ": No such file or directory", {});
  std::filesystem::create_directory(folder.file("essays"));
  write_bytes(folder.file("essays/picture.png"), "x");
  expect_refusal(load(folder.file("essays")), 1,
                 folder.file("essays") + ": no essays (.txt, .md, .html) in it",
                 {"essays"});
  expect_refusal(run_steppe({"load", kEssay, "-o", folder.file("none/new.db")}), 3,
                 "no such folder", {"essays"});
  expect_refusal(run_steppe({"load", kEssay, "-o", folder.file("essays")}), 3,
                 "is a folder", {"essays"});
  expect_refusal(run_steppe({"load", kEssay, "-o", db, "--lexicon", folder.file("none")}),
                 3, folder.file("none"), {"essays"});
  expect_refusal(run_steppe({"query", folder.file("none.db"), "SELECT 1"}), 3,
                 "no such file", {"essays"});
  expect_refusal(run_steppe({"query", folder.file("essays"), "SELECT 1"}), 3,
                 "is a folder", {"essays"});
  expect_refusal(run_steppe({folder.file("none.db"), "SELECT 1"}), 2,
                 "and no file of that name", {"essays"});
}

TEST_F(BadInput, FilesThatAreNoSteppeDatabase) {
  write_bytes(folder.file("text.db"), "SELECT 1\n");
  write_bytes(folder.file("empty.db"), "");
  const std::string foreign = folder.file("foreign.db");
  sqlite3* raw = nullptr;
  ASSERT_EQ(sqlite3_open(foreign.c_str(), &raw), SQLITE_OK);
  sqlite3_exec(raw, "CREATE TABLE t (a)", nullptr, nullptr, nullptr);
  sqlite3_close(raw);
  const std::vector<std::string> files = {"empty.db", "foreign.db", "text.db"};
  for (const std::string& file : files) {
    expect_refusal(run_steppe({folder.file(file), "SELECT 1"}), 3,
                   "not a steppe database", files);
    expect_refusal(run_steppe({"report", folder.file(file)}), 3, "not a steppe database",
                   files);
    if (file == "empty.db") continue;  // counts as new for load
    const std::string before = read_bytes(folder.file(file));
    expect_refusal(run_steppe({"load", kEssay, "-o", folder.file(file)}), 3,
                   "not a steppe database", files);
    EXPECT_TRUE(read_bytes(folder.file(file)) == before);
  }
}

TEST_F(BadInput, DatabasesOfANewerSchema) {
  load_essay(db, "gas-and-borders", kSampleText);
  sqlite3* raw = nullptr;
  ASSERT_EQ(sqlite3_open(db.c_str(), &raw), SQLITE_OK);
  sqlite3_exec(raw, "PRAGMA user_version = 99", nullptr, nullptr, nullptr);
  sqlite3_close(raw);
  expect_refusal(run_steppe({db, "SELECT 1"}), 3, "made by a newer steppe", {"new.db"});
  expect_refusal(load(kEssay), 3, "made by a newer steppe", {"new.db"});
}

TEST_F(BadInput, FoldersThatCannotBeWritten) {
  std::filesystem::permissions(folder.file(""), std::filesystem::perms::owner_read |
                                                    std::filesystem::perms::owner_exec |
                                                    std::filesystem::perms::others_read |
                                                    std::filesystem::perms::others_exec);
  const RunOptions as_nobody{.before_exec = [] {
    if (geteuid() == 0 &&
        (setgroups(0, nullptr) != 0 || setgid(kNobody) != 0 || setuid(kNobody) != 0))
      _exit(125);
  }};
  const Ran reached = run_steppe({"--version"}, as_nobody);
  if (reached.code != 0) GTEST_SKIP() << "an ordinary user cannot reach the program";
  expect_refusal(run_steppe({"load", kEssay, "-o", db}, as_nobody), 3,
                 db + ": Permission denied", {});
  expect_refusal(
      run_steppe({"extract", kEssay, "-o", folder.file("out.ndjson")}, as_nobody), 3,
      "Permission denied", {});
  std::filesystem::permissions(folder.file(""), std::filesystem::perms::owner_all);
}

TEST_F(BadInput, OutputThatCannotBeWritten) {
  load_essay(db, "gas-and-borders", kSampleText);
  expect_refusal(run_steppe({db, "SELECT 1", "-o", "/dev/full"}), 1,
                 "/dev/full: No space left on device", {"new.db"});
  expect_refusal(run_steppe({db, "SELECT 1"}, {.out_path = "/dev/full"}), 1,
                 "stdout: No space left on device", {"new.db"});
  expect_refusal(run_steppe({"help"}, {.out_path = "/dev/full"}), 1,
                 "stdout: No space left on device", {"new.db"});
  expect_refusal(run_steppe({db, "SELECT 1", "-o", folder.file("none/out.csv")}), 3,
                 "No such file or directory", {"new.db"});
  expect_refusal(run_steppe({db, "SELECT 1", "-o", folder.file("")}), 3, "Is a directory",
                 {"new.db"});
  write_bytes(folder.file("out.csv"), "as before");
  expect_refusal(run_steppe({db, "SELECT nope", "-o", folder.file("out.csv")}), 1,
                 "no such column", {"new.db", "out.csv"});
  EXPECT_EQ(read_bytes(folder.file("out.csv")), "as before");
}

TEST_F(BadInput, DisksThatAreFull) {
  std::filesystem::create_directory(folder.file("disk"));
  const std::string disk = folder.file("disk");
  if (mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=64k") != 0)
    GTEST_SKIP() << "mounting is not permitted";
  const Ran ran = run_steppe({"load", kEssay, "-o", disk + "/new.db"});
  EXPECT_TRUE(std::filesystem::is_empty(disk));
  umount2(disk.c_str(), MNT_DETACH);
  expect_refusal(ran, 1, "disk full", {"disk"});
}

TEST_F(BadInput, NamesThatWouldActOnTheTerminalAreShown) {
  const Ran ran = run_steppe({"extract", folder.file("a\x1b[31m\nb.txt")});
  expect_refusal(ran, 3, "a\u241b[31m\u240ab.txt", {});
}

}  // namespace
}  // namespace steppe
