// What is looked for in a sentence, in order, and which of the frames found stay.
//
// In: an analysed sentence. Out: its frames by position of their cues. Each kind of cue
// has its file: verb_frames.cpp, modal_frames.cpp, noun_frames.cpp, special_frames.cpp.
// They share the files that find a text (complements.cpp, subject_texts.cpp) and the
// one that turns a frame down (conditions.cpp).
// Tested by tests/rules_test.cpp (each row of the rules).
#include <algorithm>

#include "loader/frames/frame_finder.hpp"

namespace steppe {

// Of frames whose cues start together the first found stays, so verbs go before the nouns
// that they govern, and an absolute only gets what no verb has taken.
std::vector<Frame> FrameFinder::run() {
  read_cleft();
  for (const VerbGroup& group : syntax_.verb_groups) read_group(group);
  for (std::size_t p = 0; p < syntax_.noun_phrases.size(); ++p) {
    read_noun(static_cast<int>(p));
  }
  read_purposes();
  read_absolutes();
  return select();
}

// By position of the cue; a frame whose cue lies in another's text goes, and of two with
// one cue the one found first stays.
std::vector<Frame> FrameFinder::select() {
  std::stable_sort(frames_.begin(), frames_.end(), [](const Frame& a, const Frame& b) {
    return a.cue.first < b.cue.first;
  });
  std::vector<Frame> kept;
  for (Frame& frame : frames_) {
    const bool inside = std::any_of(kept.begin(), kept.end(), [&](const Frame& k) {
      const bool in_text =
          frame.cue.first >= k.text.first && frame.cue.first < k.text.last;
      const bool in_cue = frame.cue.first < k.cue.last && frame.cue.last > k.cue.first;
      const bool same_text = !frame.open && frame.text.first == k.text.first;
      return in_text || (in_cue && !k.open) || same_text;
    });
    if (!inside) kept.push_back(std::move(frame));
  }
  return kept;
}

bool is_question(const Syntax& syntax) {
  return syntax.size() > 0 && syntax.token(syntax.size() - 1).text == "?";
}

std::vector<Frame> find_frames(const AnalyzedBlock& block,
                               const AnalyzedSentence& sentence, ActorList& actors,
                               Discourse& discourse, const Topic& topic) {
  return FrameFinder(block, sentence, actors, discourse, topic).run();
}

}  // namespace steppe
