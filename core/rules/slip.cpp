#include "core/rules/slip.h"

#include "core/argo/application.h"
#include "core/blast/application_change.h"

namespace noclobber::rules {

namespace {

bool isSeparator(char byte)
{
    return byte == '-' || byte == '.' || byte == '_' || byte == '/';
}

std::vector<std::string> wordsOf(std::string_view name)
{
    std::vector<std::string> words(1);
    for (const char byte : name) {
        if (isSeparator(byte))
            words.emplace_back();
        else
            words.back() += byte;
    }
    return words;
}

/// The one word in which two names of as many words differ; nothing if they differ in more.
std::optional<std::pair<std::string, std::string>> differingWords(std::string_view name, std::string_view other)
{
    const std::vector<std::string> words = wordsOf(name);
    const std::vector<std::string> others = wordsOf(other);
    std::optional<std::pair<std::string, std::string>> found;
    for (std::size_t i = 0; i < words.size() && words.size() == others.size(); ++i) {
        if (words[i] == others[i])
            continue;
        if (found)
            return {};
        found.emplace(words[i], others[i]);
    }
    return found;
}

/// The Application that a declaration says, in effect or not.
std::optional<argo::Application> applicationOf(Judgement &judgement, const argo::Declaration &declaration)
{
    if (!blast::isApplication(declaration.id))
        return {};
    const auto content = judgement.reader.content(declaration);
    if (!content || !*content)
        return {};
    return argo::readApplication(**content, declaration);
}

std::vector<Witness> textsOf(Judgement &judgement, const argo::Declaration &declaration)
{
    using About = Witness::About;
    std::vector<Witness> texts{{About::File, declaration.location.path, false}};
    if (const auto application = applicationOf(judgement, declaration)) {
        for (const argo::Source &source : application->sources)
            texts.push_back({About::SourcePath, source.path, false});
        texts.push_back({About::Project, application->project, false});
        texts.push_back({About::DestinationNamespace, application->destination.nameSpace, false});
        texts.push_back({About::DestinationCluster, application->destination.name, false});
    }
    return texts;
}

} // namespace

std::string betterName(Judgement &judgement, const argo::Declaration &declaration)
{
    argo::ObjectId id = declaration.id;
    if (id.key.group != "argoproj.io" || id.key.kind != "AppProject")
        return nameFromPlace(judgement, declaration);
    id.key.kind = "Application";
    const diff::ObjectChange *change = judgement.change.changes.find(id);
    for (const std::size_t place : change ? change->newDeclarations : std::vector<std::size_t>()) {
        if (change->head[place].location.path == declaration.location.path)
            return nameFromPlace(judgement, change->head[place]);
    }
    return {};
}

std::optional<Slip> findSlip(Judgement &judgement, const argo::Declaration &declaration)
{
    Slip slip;
    slip.name = betterName(judgement, declaration);
    if (slip.name.empty())
        return {};
    const auto words = differingWords(declaration.id.key.name, slip.name);
    if (!words)
        return slip;
    slip.word = words->first;
    slip.properWord = words->second;
    for (Witness &witness : textsOf(judgement, declaration)) {
        witness.saysProperName = carries(witness.text, slip.properWord);
        if (witness.saysProperName || carries(witness.text, slip.word))
            slip.witnesses.push_back(std::move(witness));
    }
    return slip;
}

Result<std::optional<Slip>> findSlip(const blast::Change &change, const blast::BlastRadius &radius,
                                     const argo::Declaration &declaration)
{
    auto reader = argo::ContentReader::open(change.comparison);
    if (!reader)
        return reader.error();
    Judgement judgement{change, radius, *reader, {}, Lookups(change), {}};
    return findSlip(judgement, declaration);
}

} // namespace noclobber::rules
