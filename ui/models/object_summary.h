#pragma once

#include <QString>

#include "ui/models/change_list.h"

namespace noclobber::models {

/// Scope, place, Application and protections of an object, on one line.
QString whereText(const ReviewedObject &object);

/// The object as Markdown to paste somewhere: identity, state, effect, fate of its data, place.
QString objectMarkdown(const ReviewedObject &object);

} // namespace noclobber::models
