// Build tool: turns data files into a C++ file, so that the library carries them.
//
//   steppe_embed OUT.cpp PART FILE...
//
// Writes a function `std::span<const EmbeddedFile> PART_files()` (declared in
// schema/embedded.hpp) that lists the files by path, sorted, with their contents.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

// MSVC and old compilers limit one literal; GCC and Clang join pieces without a limit
// that matters.
void write_literal(std::ofstream& out, const std::string& bytes) {
  out << "\"";
  for (unsigned char c : bytes) {
    if (c == '\n') {
      out << "\\n\"\n\"";
    } else if (c == '"' || c == '\\') {
      out << '\\' << c;
    } else if (c >= 0x20 && c < 0x7f && c != '?') {
      out << c;
    } else {
      char octal[8];
      std::snprintf(octal, sizeof octal, "\\%03o", c);
      out << octal;
    }
  }
  out << "\"";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: steppe_embed OUT.cpp PART FILE...\n");
    return 2;
  }
  std::vector<std::string> paths(argv + 3, argv + argc);
  std::sort(paths.begin(), paths.end());
  std::ofstream out(argv[1], std::ios::binary);
  out << "#include \"schema/embedded.hpp\"\n\nnamespace steppe {\nnamespace {\n\n"
      << "constexpr EmbeddedFile kFiles[] = {\n";
  for (const std::string& path : paths) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
      std::fprintf(stderr, "steppe_embed: cannot read %s\n", path.c_str());
      return 1;
    }
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    out << "{\"" << path << "\", {";
    write_literal(out, bytes);
    out << ", " << bytes.size() << "}},\n";
  }
  out << "};\n\n}  // namespace\n\nstd::span<const EmbeddedFile> " << argv[2]
      << "_files() { return kFiles; }\n\n}  // namespace steppe\n";
  return out.flush() ? 0 : 1;
}
