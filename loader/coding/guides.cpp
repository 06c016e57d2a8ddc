// What the text above a list item says about it.
//
// In: an item, with the guides that are open where it stands. Out: one guide.
// Tested by tests/corpus_test.cpp.
#include "loader/coding/guides.hpp"

namespace steppe {
namespace {

// Below "Challenges" a heading that only names actors says whom they concern, not who has
// them.
bool names_concerned(const Essay& essay, const Guide& heading) {
  if (heading.kind || heading.role != "heading") return false;
  for (auto s = essay.sections.rbegin(); s != essay.sections.rend(); ++s) {
    if (!s->guide.kind) continue;
    return (s->guide.kind == Kind::challenge || s->guide.kind == Kind::driver) &&
           s->guide.evidence.start_byte != heading.evidence.start_byte;
  }
  return false;
}

// Takes from a source what nearer ones have left open.
void inherit(const Essay& essay, const Guide& from, Guide& guide) {
  if (!guide.kind && from.kind) {
    guide.kind = from.kind;
    guide.rule = from.rule;
    guide.evidence = from.evidence;
    guide.role = from.role;
  }
  if (names_concerned(essay, from)) {
    for (const Who& who : from.holders.who) guide.others.push_back(who.actor);
  } else if (guide.holders.empty()) {
    guide.holders = from.holders;
  }
  if (guide.theme < 0) guide.theme = from.theme;
  guide.others.insert(guide.others.end(), from.others.begin(), from.others.end());
}

// Lists nested deeper than any author nests them are not climbed to their top.
constexpr int kDeepestGuide = 20;

}  // namespace

Guide guide_for(const Essay& essay, const AnalyzedBlock& block) {
  Guide guide;
  int climbed = 0;
  for (int p = block.block->parent; p >= 0 && climbed < kDeepestGuide; ++climbed) {
    const auto known = essay.item_guides.find(p);
    if (known != essay.item_guides.end()) inherit(essay, known->second, guide);
    p = essay.blocks[static_cast<std::size_t>(p)].block->parent;
  }
  if (essay.lead_in) inherit(essay, *essay.lead_in, guide);
  for (auto s = essay.sections.rbegin(); s != essay.sections.rend(); ++s) {
    if (s->level == 1 && essay.sections.size() > 1) break;  // the title
    inherit(essay, s->guide, guide);
  }
  return guide;
}

}  // namespace steppe
