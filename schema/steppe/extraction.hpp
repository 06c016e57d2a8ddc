// What the engine finds in one essay, as plain values: no file, no database.
//
// Every place is a Span: a half-open range [start_byte, end_byte) into the raw file as it
// is on disk (byte order mark, markup and entities counted). Lines are 1-based and end at
// LF. All strings are UTF-8 and owned by the struct that holds them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace steppe {

struct Span {
  std::uint32_t start_byte = 0;
  std::uint32_t end_byte = 0;

  [[nodiscard]] std::uint32_t size() const { return end_byte - start_byte; }
  friend bool operator==(const Span&, const Span&) = default;
};

/// The kinds of statement, as in schema/codebook/kinds.tsv and in this order.
enum class Kind { goal, interest, concern, challenge, commitment, need, driver, outlook };
inline constexpr int kKindCount = 8;

/// "goal", "interest", …; the same word in SQL, in the codebook and in NDJSON.
[[nodiscard]] std::string_view kind_name(Kind kind);
[[nodiscard]] std::optional<Kind> kind_from_name(std::string_view name);

/// A name of an actor and what sort of name it is: "name", "adjective", "people", "seat",
/// "acronym", "role".
struct Alias {
  std::string text;
  std::string form;
};

/// An actor that the essay mentions, or a member of one.
struct Actor {
  std::string id;    // ISO 3166-1 alpha-3, or lower case with hyphens
  std::string name;  // usual English name
  std::string type;  // state, organization, region, group, historical, non-state, unknown
  std::string
      origin;  // "built-in", "lexicon" (a user's file) or "text" (proposed from an essay)
  std::vector<Alias> aliases;
  std::vector<std::string> members;  // ids; each is an actor of the same Extraction
};

/// A heading and what stands under it, up to the next heading of the same level.
struct Section {
  int parent = -1;  // index into Extraction::sections; -1: top
  int level = 1;    // 1 = most general
  std::string heading;
  std::uint32_t line = 0;
};

/// One sentence (or heading, or list item's sentence). Those that yielded nothing say
/// why.
struct Sentence {
  Span span;
  std::uint32_t line = 0;
  int section = -1;   // index into Extraction::sections; -1: before the first heading
  std::string block;  // heading, paragraph, item, quotation, table, skipped
  std::string
      text;  // visible text: tags dropped, entities decoded, line breaks as blanks
  std::string
      outcome;  // "coded", or the reason why not: see outcomes in the documentation
};

/// A place where an actor is named or referred to.
struct Mention {
  int sentence = -1;  // index into Extraction::sentences
  std::string actor;  // id of an Extraction::actors entry
  Span span;
  std::string form;  // name, adjective, people, seat, acronym, role, pronoun, description
  int antecedent =
      -1;  // index into Extraction::mentions: what a pronoun was resolved from
};

enum class Role { holder, target, speaker };
[[nodiscard]] std::string_view role_name(Role role);

struct StatementActor {
  Role role = Role::holder;
  std::string actor;
  int mention =
      -1;  // index into Extraction::mentions; -1: none (a document-level holder)
};

/// A piece of the text that led to a statement: role is "cue", "lead-in", "heading",
/// "subject", or "text" (the pieces of a quote that markup or a line break cuts).
struct Evidence {
  std::string role;
  Span span;
};

struct Statement {
  Kind kind = Kind::goal;
  std::string theme;                   // id in schema/codebook/themes.tsv
  std::vector<StatementActor> actors;  // by role, then id; no actor twice
  int sentence = -1;                   // index into Extraction::sentences
  std::string quote;                   // visible text of the span
  std::uint32_t line = 0;              // where the span starts
  Span span;  // never empty; on character borders; inside one block
  std::string modality = "asserted";  // asserted, conditional, attributed, negated
  std::string rule;                   // id of the rule that decided
  std::vector<Evidence> evidence;
};

enum class Format { text, markdown, html };
[[nodiscard]] std::string_view format_name(Format format);
[[nodiscard]] std::optional<Format> format_from_name(std::string_view name);

/// Statements are in order of start_byte, then rule. Same bytes and same lexicon in, same
/// Extraction out, on any machine.
struct Extraction {
  std::vector<Section> sections;
  std::vector<Sentence> sentences;  // in document order; disjoint spans
  std::vector<Actor> actors;        // by id
  std::vector<Mention> mentions;    // in document order
  std::vector<Statement> statements;
};

/// A rule as the database shows it: what it looks for, and an example with the text it
/// takes in brackets.
struct RuleInfo {
  std::string id;
  std::optional<Kind> kind;  // none: the kind comes from a heading or lead-in
  std::string pattern;
  std::string example;
};

}  // namespace steppe
