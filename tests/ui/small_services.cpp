#include "tests/ui/small_services.h"

#include "tests/support/sample_review.h"
#include "tests/ui/small_review.h"

namespace noclobber::test {

namespace {

Result<review::ObjectDiff> smallDiff(const review::Review &, const argo::ObjectId &, review::TextForm form)
{
    return diffOf("kind: A\nspec:\n  path: apps/core\n", "kind: A\nspec:\n  path: apps/app02\n", form);
}

} // namespace

runner::Services smallServices()
{
    runner::Services services;
    services.build = [](const review::ReviewRequest &, std::stop_token) -> Result<review::ReviewPtr> {
        return smallReview();
    };
    services.readObject = &smallDiff;
    services.readHistory = [](const std::string &, std::size_t, std::stop_token) -> Result<git::History> {
        using Type = git::Reference::Type;
        git::History history;
        history.references = {{Type::Branch, "change", std::string(40, 'b'), "Add app02", "Kim", 0},
                              {Type::Branch, "main", std::string(40, 'a'), "Begin", "Kim", 0}};
        history.commits = {{std::string(40, 'b'), {std::string(40, 'a')}, "Add app02", "Kim", 0}};
        history.head = "change";
        history.defaultBase = "main";
        return history;
    };
    services.writeSample = [](const std::string &) { return Result<void>(); };
    services.writeReport = [](const review::Review &) { return std::string("<!doctype html>"); };
    return services;
}

runner::Services servicesOf(const review::ReviewPtr &review)
{
    runner::Services services;
    services.build = [review](const review::ReviewRequest &, std::stop_token) { return Result(review); };
    services.readObject = [](const review::Review &, const argo::ObjectId &, review::TextForm) {
        return Result<review::ObjectDiff>(review::ObjectDiff{});
    };
    services.writeReport = [](const review::Review &) { return std::string(); };
    return services;
}

review::ReviewPtr wholeReview()
{
    auto review = std::make_shared<review::Review>(*smallReview());
    review->recovery = sampleReview().recovery;
    return review;
}

runner::Services wholeServices()
{
    runner::Services services = smallServices();
    services.build = [](const review::ReviewRequest &request, std::stop_token) -> Result<review::ReviewPtr> {
        if (request.comparison.head == "nowhere")
            return Error{ErrorCode::NotFound, "There is no revision nowhere.", "nowhere"};
        return wholeReview();
    };
    services.readGuardRails = [](const review::Review &, const std::string &, std::stop_token) {
        return Result<review::GuardRails>(review::GuardRails{{{"near-miss-name", {1, 1}}}, {}});
    };
    services.writeFix = [](const review::Review &, const std::vector<rules::Finding> &) {
        return Result<fix::Fix>(fix::Fix());
    };
    return services;
}

} // namespace noclobber::test
