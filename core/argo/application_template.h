#pragma once

#include "core/argo/generators.h"

namespace noclobber::argo {

/// What an ApplicationSet's spec says of the Applications it makes.
struct ApplicationTemplate {
    yaml::Node base;   ///< `template`, filled into a generator's own
    std::string patch; ///< `templatePatch`, "" for none
    bool preservesResources = false;
};

/// The content of the Application that one set of parameters gives, its name included. generator is the entry of
/// `generators`. Error Yaml where Argo CD refuses it, or where it is not followed here.
/// Source: applicationset/utils/utils.go (RenderTemplateParams), applicationset/controllers/template of Argo CD.
Result<yaml::Node> renderApplication(const ApplicationTemplate &applicationTemplate, const yaml::Node &generator,
                                     const Parameters &parameters, GeneratorContext &context);

/// Applies a JSON merge patch (RFC 7396).
void mergePatch(yaml::Node &into, const yaml::Node &patch);

} // namespace noclobber::argo
