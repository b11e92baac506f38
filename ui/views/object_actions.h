#pragma once

namespace noclobber::views {

class ObjectPane;
class ReviewPage;
class Selection;

/// Adds to a page what can be done with the text of the chosen object: how it is shown, walking through changes,
/// finding, copying.
void addObjectActions(ReviewPage &page, ObjectPane &object, Selection &selection);

} // namespace noclobber::views
