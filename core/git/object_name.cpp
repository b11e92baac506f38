#include "core/git/object_name.h"

#include <memory>

#include <fmt/format.h>
#include <openssl/evp.h>

namespace noclobber::git {

/// By OpenSSL, which takes a fraction of the time of libgit2's SHA-1: that one looks for forged collisions as well.
bool isNamed(const BlobId &id, std::string_view type, std::string_view bytes)
{
    static const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> sha1(EVP_MD_fetch(nullptr, "SHA1", nullptr),
                                                                      EVP_MD_free);
    static thread_local const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                                              EVP_MD_CTX_free);
    const std::string header = fmt::format("{} {}", type, bytes.size());
    BlobId name;
    return sha1 && context && EVP_DigestInit_ex2(context.get(), sha1.get(), nullptr) == 1 &&
           EVP_DigestUpdate(context.get(), header.c_str(), header.size() + 1) == 1 && // with the zero behind it
           EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) == 1 &&
           EVP_DigestFinal_ex(context.get(), name.bytes.data(), nullptr) == 1 && name == id;
}

} // namespace noclobber::git
