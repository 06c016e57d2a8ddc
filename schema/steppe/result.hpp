// Errors as values: every function of steppe that can fail for a reason outside the
// program returns a Result. steppe throws nothing of its own.
//
// The members are named as in std::expected (C++23), so that a later change is a typedef.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace steppe {

enum class ErrorCode {
  usage,           // unknown name, option or parameter; the message may hold a suggestion
  cannot_open,     // a file or folder that cannot be opened, read, created or written
  not_a_database,  // not SQLite, not a steppe database, or of a newer schema
  bad_input,       // an essay that cannot be read: binary, broken encoding, too large
  bad_data,        // a lexicon, rule or report file with an error in it
  sql,             // SQLite refused a statement
  timeout,
  interrupted,
  cannot_write,  // output that could not be written: disk full, device error
};

/// What went wrong, where. One error is one line for the user: `file:line:column: cause`,
/// with the parts that are known. `cause` has no line break and no full stop at its end.
struct Error {
  ErrorCode code = ErrorCode::usage;
  std::string cause;
  std::string file = {};
  int line = 0;    // 1-based; 0: not known
  int column = 0;  // 1-based, in bytes; 0: not known
};

/// Holds a T or an Error. Reading the one that is not there is a bug of the caller.
template <class T>
class [[nodiscard]] Result {
 public:
  // Implicit on purpose: `return value;` and `return Error{...};` are the two ways out.
  Result(T value)
      : state_(std::in_place_index<0>, std::move(value)) {
  }  // NOLINT(google-explicit-constructor)
  Result(Error error)
      : state_(std::in_place_index<1>, std::move(error)) {
  }  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& value() & { return *check(); }
  const T& value() const& { return *const_cast<Result*>(this)->check(); }
  T&& value() && { return std::move(*check()); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return check(); }
  const T* operator->() const { return const_cast<Result*>(this)->check(); }

  [[nodiscard]] const Error& error() const {
    assert(!has_value());
    return *std::get_if<1>(&state_);
  }

 private:
  T* check() {
    assert(has_value());
    return std::get_if<0>(&state_);
  }
  std::variant<T, Error> state_;
};

/// The value of a Result that carries no data.
struct Done {};
using Status = Result<Done>;

}  // namespace steppe
