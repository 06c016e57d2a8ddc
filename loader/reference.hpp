// Who a noun phrase means: names, demonyms with a noun, pronouns, definite descriptions.
//
// A discourse remembers the actors that the essay spoke of, latest last. A pronoun takes
// the subject of the clause before it, else of the sentence before; a description ("the
// bloc", "both sides") the latest actor that it fits. What
// was resolved names its antecedent.
#pragma once

#include <vector>

#include "loader/analysis.hpp"

namespace steppe {

/// An actor that a stretch of text means, and how it was found.
struct Who {
  int actor = -1;
  Span text;         // of the block's text
  std::string form;  // name, adjective, people, seat, role, acronym, pronoun, description
};

struct Referent {
  std::vector<Who> who;
  bool plural = false;
  bool thing = false;  // a noun phrase that names no actor

  [[nodiscard]] bool empty() const { return who.empty(); }
  void add(const Who& one);
  void add(const Referent& other);
};

/// What the essay is about, found before its statements.
struct Topic {
  std::vector<int> actors;   // of the title, else the most named
  bool titled = false;       // from the title
  std::vector<int> author;   // whom "we" means; empty: nobody
  std::vector<int> section;  // of the headings that are open
};

class Discourse {
 public:
  Discourse(ActorList& actors, Topic& topic) : actors_(actors), topic_(topic) {}

  /// A new paragraph starts: pronouns look back less eagerly.
  void start_paragraph() { ++paragraph_; }

  /// The actors of a noun phrase and of those coordinated with it. `animate`: only an
  /// actor will do
  /// ("it seeks"), so things between do not block a pronoun.
  [[nodiscard]] Referent resolve(const AnalyzedBlock& block,
                                 const AnalyzedSentence& sentence, int phrase,
                                 bool animate);
  /// The actors of one phrase alone, prepositional attributes included.
  [[nodiscard]] Referent resolve_one(const AnalyzedBlock& block,
                                     const AnalyzedSentence& sentence, int phrase,
                                     bool animate);

  /// The actor that the paragraph is about at this point.
  [[nodiscard]] Referent current();

  /// Remembers the sentence's subjects and names for those that follow.
  void remember(const AnalyzedBlock& block, const AnalyzedSentence& sentence);
  /// Remembers actors that a heading or lead-in has put on the table.
  void remember(const std::vector<int>& actors);

 private:
  struct Entity {
    std::vector<int> actors;
    bool plural = false;
    bool subject = false;
    int paragraph = 0;
    int sentence = 0;
  };
  struct Place {  // what resolve() works on
    const AnalyzedBlock& block;
    const AnalyzedSentence& sentence;
  };

  Referent resolve_pronoun(const Place& place, int phrase, bool animate);
  Referent resolve_description(const Place& place, int phrase);
  Referent resolve_attributes(const Place& place, int phrase);
  Referent coming_subject(const Place& place, int phrase);
  void add_other_party(Referent& referent) const;
  Referent resolve_proposed(const Place& place, int phrase);
  Referent latest_subject(const Place& place, int before, bool plural, bool animate);
  Referent from_history(bool plural, bool animate, const Who& as);
  Referent group_of(std::size_t number, const Who& as);
  Referent by_noun(std::string_view noun, const Who& as);
  Referent by_type(const std::vector<std::string_view>& types, const Who& as);
  Referent as_all(const std::vector<int>& actors, const Who& as) const;
  [[nodiscard]] bool is_group(int actor) const;
  [[nodiscard]] bool is_person(const Token& head) const;
  [[nodiscard]] std::vector<int> coordinated(const Syntax& syntax, int phrase) const;

  ActorList& actors_;
  Topic& topic_;
  std::vector<Entity> history_;
  int paragraph_ = 0;
  int sentence_ = 0;
  int depth_ = 0;
};

}  // namespace steppe
