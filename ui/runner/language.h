#pragma once

#include <QLocale>

namespace noclobber::runner {

/// Has core say its sentences in a language, as far as they are translated, else in English. What was said before stays
/// as it is: call it before a review is built. The counterpart of installing a QTranslator for the window's own texts.
void installCatalogue(const QLocale &language);

} // namespace noclobber::runner
