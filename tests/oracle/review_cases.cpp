// Reviews generated repositories without a process for each: one case a line in, one answer a line out.
//
//   in:  {"base": {"path": "text", ...}, "head": {...}, "more": false}
//   out: {"review": {...}} or {"error": "..."}; with "more" also "same" (head against itself), "reversed" (head against
//        base) and "objects" {"base": {...}, "head": {...}}

#include <iostream>
#include <string>

#include <nlohmann/json.hpp>

#include "core/report/json_report.h"
#include "core/report/objects_report.h"
#include "core/review/list_objects.h"
#include "tests/support/scratch_repository.h"

using namespace noclobber;
using nlohmann::json;

namespace {

json review(const std::string &folder, const std::string &range)
{
    review::ReviewRequest request;
    request.comparison.folder = folder;
    request.comparison.base = range;
    request.today = "2026-01-01";
    request.jobs = 1;
    const auto built = review::buildReview(request, {});
    return built ? json::parse(report::writeJsonReport(**built)) : json{{"error", built.error().message}};
}

json objects(const std::string &folder, const std::string &revision)
{
    review::ObjectListRequest request;
    request.folder = folder;
    request.revision = revision;
    request.jobs = 1;
    const auto list = review::listObjects(request, {});
    if (!list)
        return {{"error", list.error().message}};
    const auto text = report::writeObjectsJson(*list, {}, {});
    return text ? json::parse(*text) : json{{"error", text.error().message}};
}

json answer(const json &asked)
{
    const test::ScratchRepository repository(asked.at("base").get<git::Files>(), asked.at("head").get<git::Files>());
    json answered{{"review", review(repository.path(), "main..change")}};
    if (asked.value("more", false)) {
        answered["same"] = review(repository.path(), "change..change");
        answered["reversed"] = review(repository.path(), "change..main");
        answered["objects"] = {{"base", objects(repository.path(), "main")},
                               {"head", objects(repository.path(), "change")}};
    }
    return answered;
}

} // namespace

int main()
{
    for (std::string line; std::getline(std::cin, line);)
        std::cout << answer(json::parse(line)).dump() << std::endl;
}
