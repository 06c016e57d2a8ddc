// Builds the lexicon from the embedded tables and a user's layers.
// Tested by tests/rules_test.cpp and tests/mentions_test.cpp.
#include "loader/lexicon/lexicon.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <utility>

#include "loader/lexicon/tables.hpp"
#include "loader/lexicon/tsv.hpp"
#include "schema/embedded.hpp"

namespace steppe {
namespace {

struct Source {
  std::string path;
  std::string text;
  bool built_in = true;
};

// Fills the tables from one file after the other.
class Builder {
 public:
  explicit Builder(Lexicon::Tables& tables) : tables_(tables) {}

  Status add(const Source& source);
  void finish();

 private:
  using Reader = Status (Builder::*)(const TsvFile&);
  struct FileType {
    std::string_view name;  // of the file, or of its folder
    std::size_t columns;
    Reader read;
  };
  static const FileType kFileTypes[];

  Status add_words(const TsvFile& file);
  Status add_abbreviations(const TsvFile& file);
  Status add_actors(const TsvFile& file);
  Status add_roles(const TsvFile& file);
  Status add_cues(const TsvFile& file);
  Status add_rules(const TsvFile& file);
  Status add_themes(const TsvFile& file);
  Status add_sets(const TsvFile& file);
  Status add_lead_ins(const TsvFile& file);
  Status add_adverbials(const TsvFile& file);
  Status add_not_actors(const TsvFile& file);

  void add_alias(std::string_view text, std::string_view form, int actor);
  void add_forms(std::string_view field, std::string_view form, int actor);
  static std::vector<std::string> words_of(std::string_view text);

  Lexicon::Tables& tables_;
  bool built_in_ = true;
};

const Builder::FileType Builder::kFileTypes[] = {
    {"words.tsv", 2, &Builder::add_words},
    {"abbreviations.tsv", 2, &Builder::add_abbreviations},
    {"roles.tsv", 2, &Builder::add_roles},
    {"not_actors.tsv", 1, &Builder::add_not_actors},
    {"actors/", 8, &Builder::add_actors},
    {"actors.tsv", 8, &Builder::add_actors},
    {"cues.tsv", 4, &Builder::add_cues},
    {"rules.tsv", 6, &Builder::add_rules},
    {"theme_words.tsv", 3, &Builder::add_themes},
    {"word_sets.tsv", 2, &Builder::add_sets},
    {"adverbials.tsv", 2, &Builder::add_adverbials},
    {"lead_ins.tsv", 2, &Builder::add_lead_ins},
};

Status Builder::add(const Source& source) {
  built_in_ = source.built_in;
  for (const FileType& type : kFileTypes) {
    const bool folder = type.name.ends_with('/');
    const std::string_view file_name =
        std::string_view(source.path).substr(source.path.rfind('/') + 1);
    if (folder ? source.path.find(type.name) == std::string::npos
               : file_name != type.name)
      continue;
    Result<TsvFile> file = parse_tsv(source.path, source.text, type.columns);
    if (!file) return file.error();
    return (this->*type.read)(*file);
  }
  return Error{ErrorCode::bad_data, "no table of this name", source.path};
}

Status Builder::add_words(const TsvFile& file) {
  for (const TsvRow& row : file.rows) {
    std::vector<Reading> readings;
    for (std::string_view part : split(row.fields[1], ' ')) {
      int cost = 0;
      if (const std::size_t colon = part.find(':'); colon != std::string_view::npos) {
        cost = std::atoi(std::string(part.substr(colon + 1)).c_str());
        part = part.substr(0, colon);
      }
      const auto tag = tag_from_name(part);
      if (!tag)
        return file.error(row, "unknown word class \"" + std::string(part) + "\"");
      readings.push_back({*tag, cost, {}});
    }
    tables_.words.insert_or_assign(std::string(row.fields[0]), std::move(readings));
  }
  return Done{};
}

Status Builder::add_abbreviations(const TsvFile& file) {
  const std::map<std::string_view, AbbreviationUse> uses = {
      {"title", AbbreviationUse::title},      {"month", AbbreviationUse::month},
      {"latin", AbbreviationUse::latin},      {"unit", AbbreviationUse::unit},
      {"org", AbbreviationUse::organization}, {"other", AbbreviationUse::other}};
  for (const TsvRow& row : file.rows) {
    const auto use = uses.find(row.fields[1]);
    if (use == uses.end())
      return file.error(row, "unknown use \"" + std::string(row.fields[1]) + "\"");
    tables_.abbreviations.insert_or_assign(std::string(row.fields[0]), use->second);
  }
  return Done{};
}

std::vector<std::string> Builder::words_of(std::string_view text) {
  static const Abbreviations no_abbreviations;
  static const ListedWords no_words;
  std::vector<std::string> words;
  Vocabulary vocabulary(no_words);
  for (const Token& token : tokenize(text, no_abbreviations, vocabulary)) {
    words.emplace_back(token.lower());
  }
  return words;
}

void Builder::add_alias(std::string_view text, std::string_view form, int actor) {
  AliasEntry entry;
  entry.words = words_of(text);
  if (entry.words.empty()) return;
  entry.text = text;
  entry.form = form;
  entry.exact = text.size() <= 6 && std::none_of(text.begin(), text.end(), [](char c) {
                  return c >= 'a' && c <= 'z';
                });
  std::vector<AliasEntry>& entries = tables_.aliases[entry.words.front()];
  for (AliasEntry& known : entries) {
    if (known.text != text) continue;
    if (std::find(known.actors.begin(), known.actors.end(), actor) ==
        known.actors.end()) {
      known.actors.push_back(actor);
    }
    return;
  }
  entry.actors = {actor};
  entries.push_back(std::move(entry));
}

void Builder::add_forms(std::string_view field, std::string_view form, int actor) {
  for (std::string_view text : split(field, '|')) {
    if (text.starts_with("the ")) text.remove_prefix(4);
    tables_.actors[static_cast<std::size_t>(actor)].aliases.push_back(
        {std::string(text), std::string(form)});
    add_alias(text, form, actor);
  }
}

Status Builder::add_actors(const TsvFile& file) {
  for (const TsvRow& row : file.rows) {
    const auto& f = row.fields;
    const auto [known, added] =
        tables_.actor_by_id.emplace(f[0], static_cast<int>(tables_.actors.size()));
    if (added) tables_.actors.emplace_back();
    const int index = known->second;
    Actor& actor = tables_.actors[static_cast<std::size_t>(index)];
    actor.id = f[0];
    actor.name = f[1];
    actor.type = f[2];
    actor.origin = built_in_ ? "built-in" : "lexicon";
    for (const std::string_view member : split(f[7], '|')) {
      actor.members.emplace_back(member.substr(0, member.find('@')));
    }
    add_forms(f[1], "name", index);
    add_forms(f[3], "name", index);
    add_forms(f[4], "adjective", index);
    add_forms(f[5], "people", index);
    add_forms(f[6], "seat", index);
  }
  return Done{};
}

Status Builder::add_roles(const TsvFile& file) {
  for (const TsvRow& row : file.rows) {
    const auto actor = tables_.actor_by_id.find(row.fields[1]);
    if (actor == tables_.actor_by_id.end()) {
      return file.error(row, "unknown actor \"" + std::string(row.fields[1]) + "\"");
    }
    add_alias(row.fields[0], "role", actor->second);
  }
  return Done{};
}

Status Builder::add_cues(const TsvFile& file) {
  for (const TsvRow& row : file.rows) {
    Cue cue;
    cue.word_class = row.fields[0];
    cue.lemma = row.fields[2];
    for (const std::string_view c : split(row.fields[3], ' '))
      cue.constructions.emplace_back(c);
    const std::string_view pos = row.fields[1];
    auto& cues = pos == "V"   ? tables_.verb_cues
                 : pos == "A" ? tables_.adjective_cues
                              : tables_.noun_cues;
    if (pos != "V" && pos != "A" && pos != "N") {
      return file.error(row,
                        "part of speech is V, A or N, not \"" + std::string(pos) + "\"");
    }
    cues[cue.lemma].push_back(std::move(cue));
  }
  return Done{};
}

Status Builder::add_rules(const TsvFile& file) {
  for (const TsvRow& row : file.rows) {
    Rule rule;
    rule.id = row.fields[0];
    const auto kind = kind_from_name(row.fields[1]);
    if (!kind)
      return file.error(row, "unknown kind \"" + std::string(row.fields[1]) + "\"");
    rule.kind = *kind;
    rule.word_class = row.fields[2];
    rule.construction = row.fields[3];
    rule.example = row.fields[4];
    if (row.fields[5] != "-") rule.counter_example = row.fields[5];
    tables_.rules.push_back(std::move(rule));
  }
  return Done{};
}

Status Builder::add_themes(const TsvFile& file) {
  for (const TsvRow& row : file.rows) {
    ThemeTerm term;
    for (const std::string_view word : split(row.fields[0], ' '))
      term.words.emplace_back(word);
    auto& ids = tables_.theme_ids;
    const auto theme = std::find(ids.begin(), ids.end(), row.fields[1]);
    if (theme == ids.end()) {
      return file.error(row, "unknown theme \"" + std::string(row.fields[1]) + "\"");
    }
    term.theme = static_cast<int>(theme - ids.begin());
    term.weight = std::atoi(std::string(row.fields[2]).c_str());
    if (term.weight < 1 || term.weight > 9) return file.error(row, "weight is 1 to 9");
    tables_.theme_terms[term.words.front()].push_back(std::move(term));
  }
  return Done{};
}

Status Builder::add_sets(const TsvFile& file) {
  for (const TsvRow& row : file.rows) {
    for (const std::string_view word : split(row.fields[1], ' ')) {
      tables_.word_sets[std::string(word)].emplace_back(row.fields[0]);
    }
  }
  return Done{};
}

Status Builder::add_lead_ins(const TsvFile& file) {
  for (const TsvRow& row : file.rows) {
    LeadIn phrase;
    for (const std::string_view word : split(row.fields[1], ' '))
      phrase.words.emplace_back(word);
    phrase.word_class = row.fields[0];
    tables_.lead_ins[phrase.words.front()].push_back(std::move(phrase));
  }
  return Done{};
}

Status Builder::add_adverbials(const TsvFile& file) {
  for (const TsvRow& row : file.rows) {
    if (row.fields[1] != "anywhere" && row.fields[1] != "enclosed") {
      return file.error(
          row, "use is anywhere or enclosed, not \"" + std::string(row.fields[1]) + "\"");
    }
    Adverbial phrase;
    for (const std::string_view word : split(row.fields[0], ' '))
      phrase.words.emplace_back(word);
    phrase.anywhere = row.fields[1] == "anywhere";
    tables_.adverbials[phrase.words.front()].push_back(std::move(phrase));
  }
  return Done{};
}

Status Builder::add_not_actors(const TsvFile& file) {
  for (const TsvRow& row : file.rows) add_alias(row.fields[0], "place", -1);
  return Done{};
}

template <class Entry>
void sort_longest_first(StringMap<std::vector<Entry>>& map) {
  for (auto& [first, entries] : map) {
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
      return a.words.size() > b.words.size();
    });
  }
}

void Builder::finish() {
  sort_longest_first(tables_.aliases);
  sort_longest_first(tables_.theme_terms);
  sort_longest_first(tables_.lead_ins);
  sort_longest_first(tables_.adverbials);
  std::sort(tables_.rules.begin(), tables_.rules.end(),
            [](const Rule& a, const Rule& b) { return a.id < b.id; });
  for (std::size_t i = 0; i < tables_.rules.size(); ++i) {
    const Rule& rule = tables_.rules[i];
    tables_.rule_by_key.emplace(rule.word_class + ' ' + rule.construction,
                                static_cast<int>(i));
  }
}

// Actors before the tables that refer to them.
std::vector<Source> built_in_sources() {
  std::vector<Source> sources;
  for (const EmbeddedFile& file : loader_files()) {
    if (file.path.starts_with("loader/reader/")) continue;
    sources.push_back({std::string(file.path), std::string(file.text), true});
  }
  std::stable_partition(sources.begin(), sources.end(), [](const Source& source) {
    return source.path.find("roles.tsv") == std::string::npos;
  });
  return sources;
}

Result<std::vector<Source>> layer_sources(const std::string& folder) {
  std::error_code failure;
  std::vector<Source> sources;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failure)) {
    if (entry.path().extension() != ".tsv") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    if (!in)
      return Error{ErrorCode::cannot_open, "cannot be read", entry.path().string()};
    sources.push_back(
        {entry.path().string(), {std::istreambuf_iterator<char>(in), {}}, false});
  }
  if (failure) return Error{ErrorCode::cannot_open, failure.message(), folder};
  std::sort(sources.begin(), sources.end(),
            [](const Source& a, const Source& b) { return a.path < b.path; });
  return sources;
}

void read_themes(Lexicon::Tables& tables) {
  for (const EmbeddedFile& file : schema_files()) {
    if (file.path != "schema/codebook/themes.tsv") continue;
    const Result<TsvFile> themes = parse_tsv(std::string(file.path), file.text, 4);
    if (!themes) continue;
    for (const TsvRow& row : themes->rows) tables.theme_ids.emplace_back(row.fields[0]);
  }
}

}  // namespace

const Rule* Lexicon::Tables::find_rule(std::string_view word_class,
                                       std::string_view construction) const {
  std::string key(word_class);
  key += ' ';
  key += construction;
  const auto rule = rule_by_key.find(key);
  return rule == rule_by_key.end() ? nullptr
                                   : &rules[static_cast<std::size_t>(rule->second)];
}

bool Lexicon::Tables::in_set(std::string_view word, std::string_view set) const {
  const auto sets = word_sets.find(word);
  return sets != word_sets.end() &&
         std::find(sets->second.begin(), sets->second.end(), set) != sets->second.end();
}

Result<Lexicon> Lexicon::build(const std::vector<std::string>& folders) {
  auto tables = std::make_unique<Tables>();
  read_themes(*tables);
  Builder builder(*tables);
  std::vector<Source> sources = built_in_sources();
  for (const std::string& folder : folders) {
    Result<std::vector<Source>> layer = layer_sources(folder);
    if (!layer) return layer.error();
    sources.insert(sources.end(), layer->begin(), layer->end());
  }
  for (const Source& source : sources) {
    if (const Status added = builder.add(source); !added) return added.error();
  }
  builder.finish();
  return Lexicon(std::move(tables));
}

std::vector<RuleInfo> Lexicon::rules() const {
  std::vector<RuleInfo> out;
  for (const Rule& rule : tables_->rules) {
    out.push_back(
        {rule.id, rule.kind, rule.word_class + " " + rule.construction, rule.example});
  }
  return out;
}

Lexicon::Lexicon(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

}  // namespace steppe
