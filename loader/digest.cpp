// See loader/digest.hpp.
#include "loader/digest.hpp"

#include <concepts>
#include <map>
#include <utility>

#include "loader/sha256.hpp"

namespace steppe {
namespace {

// Hashes values one after the other. A text goes in with its length, so that no two lists
// of values give the same bytes.
class Digest {
 public:
  template <class... Values>
  Digest& add(const Values&... values) {
    (add_one(values), ...);
    return *this;
  }
  std::string finish() { return sha_.finish(); }

 private:
  void add_one(std::integral auto value) { sha_.update(std::to_string(value) + ';'); }
  void add_one(std::string_view text) {
    add_one(text.size());
    sha_.update(text);
  }
  void add_one(Span span) { add(span.start_byte, span.end_byte); }

  Sha256 sha_;
};

void add_actor(Digest& digest, const Actor& actor) {
  digest.add(actor.id, actor.name, actor.type, actor.origin, actor.aliases.size());
  for (const Alias& alias : actor.aliases) digest.add(alias.text, alias.form);
  digest.add(actor.members.size());
  for (const std::string& member : actor.members) digest.add(member);
}

void add_statement(Digest& digest, const Statement& s) {
  digest.add(kind_name(s.kind), s.theme, s.sentence, s.quote, s.line, s.span, s.modality,
             s.rule);
  digest.add(s.actors.size());
  for (const StatementActor& a : s.actors) {
    digest.add(role_name(a.role), a.actor, a.mention);
  }
  digest.add(s.evidence.size());
  for (const Evidence& e : s.evidence) digest.add(e.role, e.span);
}

}  // namespace

std::vector<std::string> fingerprints(std::string_view document,
                                      const std::vector<Statement>& statements) {
  constexpr std::size_t kDigits = 16;
  std::map<std::pair<Kind, std::string_view>, int> occurrences;
  std::vector<std::string> found;
  for (const Statement& s : statements) {
    const int occurrence = ++occurrences[{s.kind, s.quote}];
    Digest digest;
    digest.add(document, kind_name(s.kind), std::string_view(s.quote), occurrence);
    found.push_back(digest.finish().substr(0, kDigits));
  }
  return found;
}

std::string coding_digest(const LoadItem& item, const Document& document,
                          const Extraction& extraction) {
  Digest digest;
  digest.add(item.title, item.author, item.date, document.title, document.author,
             document.date, format_name(document.format));
  digest.add(extraction.sections.size());
  for (const Section& s : extraction.sections) {
    digest.add(s.parent, s.level, s.heading, s.line);
  }
  digest.add(extraction.sentences.size());
  for (const Sentence& s : extraction.sentences) {
    digest.add(s.span, s.line, s.section, s.block, s.text, s.outcome);
  }
  digest.add(extraction.actors.size());
  for (const Actor& actor : extraction.actors) add_actor(digest, actor);
  digest.add(extraction.mentions.size());
  for (const Mention& m : extraction.mentions) {
    digest.add(m.sentence, m.actor, m.span, m.form, m.antecedent);
  }
  digest.add(extraction.statements.size());
  for (const Statement& s : extraction.statements) add_statement(digest, s);
  return digest.finish();
}

}  // namespace steppe
