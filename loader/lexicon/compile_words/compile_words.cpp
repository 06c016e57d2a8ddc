// Build tool: compiles WordNet's dictionary files into a table of word classes.
//
//   steppe_compile_words WORDNET_FOLDER OUT.cpp
//
// In:  index.{noun,verb,adj,adv}, cntlist.rev (how often each sense is used in WordNet's
// tagged
//      texts), data.noun (the lexicographer file of a noun's first sense),
//      {noun,verb}.exc.
// Out: the three tables that loader/lexicon/wordnet.hpp declares, as hash tables without
// pointers,
//      ready when the program starts. Words with blanks, digits or dots are left out.
// Formats: WordNet 3.0 manual, wndb(5WN), cntlist(5WN), morphy(7WN).
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

namespace {

enum { kNoun, kVerb, kAdjective, kAdverb };

struct Entry {
  std::array<int, 4> count = {-1, -1, -1, -1};  // -1: not of this class
  int noun_file = 0;  // lexicographer file of the first noun sense
};
using Words = std::map<std::string, Entry>;

bool is_plain(const std::string& word) {
  for (const unsigned char c : word) {
    if (!(c >= 'a' && c <= 'z') && c != '-' && c != '\'') return false;
  }
  return !word.empty();
}

std::ifstream open(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    std::fprintf(stderr, "steppe_compile_words: cannot read %s\n", path.c_str());
    std::exit(1);
  }
  return in;
}

// data.noun: "offset lex_filenum ss_type ...".
std::unordered_map<std::string, int> read_noun_files(const std::string& folder) {
  std::unordered_map<std::string, int> files;
  std::ifstream in = open(folder + "/data.noun");
  for (std::string line; std::getline(in, line);) {
    if (line.size() > 11 && line[0] != ' ')
      files[line.substr(0, 8)] = std::stoi(line.substr(9, 2));
  }
  return files;
}

// index.pos: "lemma pos synset_cnt p_cnt [ptr...] sense_cnt tagsense_cnt offset...".
void read_index(const std::string& folder, const char* name, int word_class,
                const std::unordered_map<std::string, int>& noun_files, Words& words) {
  std::ifstream in = open(folder + "/index." + name);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == ' ') continue;
    std::istringstream fields(line);
    std::string lemma, pos, skip, offset;
    int synsets = 0, pointers = 0;
    fields >> lemma >> pos >> synsets >> pointers;
    if (!is_plain(lemma)) continue;
    for (int i = 0; i < pointers + 2; ++i) fields >> skip;
    fields >> offset;
    Entry& entry = words[lemma];
    entry.count[static_cast<std::size_t>(word_class)] = 0;
    if (word_class == kNoun) {
      const auto file = noun_files.find(offset);
      entry.noun_file = file == noun_files.end() ? 0 : file->second;
    }
  }
}

// cntlist.rev: "lemma%ss_type:... sense_number tag_cnt".
void read_counts(const std::string& folder, Words& words) {
  std::ifstream in = open(folder + "/cntlist.rev");
  for (std::string line; std::getline(in, line);) {
    const std::size_t percent = line.find('%');
    if (percent == std::string::npos || percent + 1 >= line.size()) continue;
    const auto word = words.find(line.substr(0, percent));
    if (word == words.end()) continue;
    constexpr std::array<int, 6> kClassOf = {-1,         kNoun,   kVerb,
                                             kAdjective, kAdverb, kAdjective};
    const int type = line[percent + 1] - '0';
    if (type < 1 || type > 5) continue;
    int& count =
        word->second
            .count[static_cast<std::size_t>(kClassOf[static_cast<std::size_t>(type)])];
    if (count >= 0) count += std::stoi(line.substr(line.rfind(' ') + 1));
  }
}

std::map<std::string, std::string> read_exceptions(const std::string& path) {
  std::map<std::string, std::string> exceptions;
  std::ifstream in = open(path);
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string form, lemma;
    fields >> form >> lemma;
    if (is_plain(form) && is_plain(lemma)) exceptions.emplace(form, lemma);
  }
  return exceptions;
}

// Must be the hash of loader/lexicon/wordnet.cpp: FNV-1a, 32 bits.
std::uint32_t hash(const std::string& word) {
  std::uint32_t h = 2166136261u;
  for (const unsigned char c : word) h = (h ^ c) * 16777619u;
  return h;
}

// Use on a scale of halves of a power of two: 0 absent, 1 never seen, 3 once, ... at
// most 31.
int scaled(int count) {
  if (count < 0) return 0;
  return std::min(31, 1 + static_cast<int>(std::lround(2 * std::log2(count + 1.0))));
}

void write_slots(std::ofstream& out, const char* name,
                 const std::vector<std::string>& keys) {
  std::size_t size = 1;
  while (size < keys.size() * 2) size *= 2;
  std::vector<std::uint32_t> slots(size, 0);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    std::size_t at = hash(keys[i]) & (size - 1);
    while (slots[at] != 0) at = (at + 1) & (size - 1);
    slots[at] = static_cast<std::uint32_t>(i + 1);
  }
  out << "constexpr std::uint32_t " << name << "[] = {";
  for (std::size_t i = 0; i < size; ++i) out << (i % 16 ? "" : "\n") << slots[i] << ',';
  out << "};\n";
}

// Strings one after the other, each with its offset; a terminating entry gives the last
// length.
class StringTable {
 public:
  std::size_t add(const std::string& text) {
    const std::size_t offset = bytes_.size();
    bytes_ += text;
    return offset;
  }
  void write(std::ofstream& out, const char* name) const {
    out << "constexpr char " << name << "[] =";
    for (std::size_t i = 0; i < bytes_.size(); i += 90)
      out << "\n\"" << bytes_.substr(i, 90) << '"';
    out << ";\n";
  }

 private:
  std::string bytes_;
};

void write_words(std::ofstream& out, const Words& words) {
  StringTable strings;
  std::vector<std::string> keys;
  out << "constexpr wordnet::Word kWords[] = {\n";
  for (const auto& [lemma, e] : words) {
    out << '{' << strings.add(lemma) << ',' << lemma.size();
    for (const int count : e.count) out << ',' << scaled(count);
    out << ',' << e.noun_file << "},\n";
    keys.push_back(lemma);
  }
  out << "};\n";
  strings.write(out, "kWordStrings");
  write_slots(out, "kWordSlots", keys);
}

void write_exceptions(std::ofstream& out, const std::string& name,
                      const std::map<std::string, std::string>& exceptions) {
  StringTable strings;
  std::vector<std::string> keys;
  out << "constexpr wordnet::Exception k" << name << "Exceptions[] = {\n";
  for (const auto& [form, lemma] : exceptions) {
    out << '{' << strings.add(form) << ',' << form.size() << ',';
    out << strings.add(lemma) << ',' << lemma.size() << "},\n";
    keys.push_back(form);
  }
  out << "};\n";
  strings.write(out, ("k" + name + "Strings").c_str());
  write_slots(out, ("k" + name + "Slots").c_str(), keys);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: steppe_compile_words WORDNET_FOLDER OUT.cpp\n");
    return 2;
  }
  const std::string folder = argv[1];
  const auto noun_files = read_noun_files(folder);
  Words words;
  read_index(folder, "noun", kNoun, noun_files, words);
  read_index(folder, "verb", kVerb, noun_files, words);
  read_index(folder, "adj", kAdjective, noun_files, words);
  read_index(folder, "adv", kAdverb, noun_files, words);
  read_counts(folder, words);
  std::ofstream out(argv[2], std::ios::binary);
  out << "// Word classes of WordNet 3.0, Copyright 2006 by Princeton University. All "
         "rights\n"
         "// reserved; see the licence that comes with Debian's wordnet-base.\n"
         "#include \"loader/lexicon/wordnet.hpp\"\n\nnamespace steppe {\nnamespace {\n";
  write_words(out, words);
  write_exceptions(out, "Noun", read_exceptions(folder + "/noun.exc"));
  write_exceptions(out, "Verb", read_exceptions(folder + "/verb.exc"));
  out << "}  // namespace\n\n"
         "const wordnet::Tables wordnet::kTables = {\n"
         "    {kWords, kWordStrings, kWordSlots},\n"
         "    {kNounExceptions, kNounStrings, kNounSlots},\n"
         "    {kVerbExceptions, kVerbStrings, kVerbSlots}};\n\n}  // namespace steppe\n";
  return out.flush() ? 0 : 1;
}
