#include "net/host_facts.hpp"

#include "base/ascii.hpp"
#include "net/guard.hpp"

#include <arpa/inet.h>
#include <netdb.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <future>
#include <thread>

namespace pa::net {

namespace {

constexpr std::chrono::seconds patience{10};
constexpr int most_certificates = 10;
constexpr int most_names = 100;

struct Addresses {
    std::vector<std::string> four;
    std::vector<std::string> six;
    std::string failure;
};

Addresses looked_up(const std::string& host)
{
    Addresses out;
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* list = nullptr;
    if (const int code = ::getaddrinfo(host.c_str(), nullptr, &hints, &list); code != 0) {
        out.failure = ::gai_strerror(code);
        return out;
    }
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> guard(list, &::freeaddrinfo);
    for (const addrinfo* at = list; at != nullptr; at = at->ai_next) {
        std::array<char, NI_MAXHOST> text{};
        if (::getnameinfo(at->ai_addr, at->ai_addrlen, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST) == 0) {
            (at->ai_family == AF_INET ? out.four : out.six).emplace_back(text.data());
        }
    }
    for (auto* addresses : {&out.four, &out.six}) {
        std::sort(addresses->begin(), addresses->end());
        addresses->erase(std::unique(addresses->begin(), addresses->end()), addresses->end());
    }
    return out;
}

// The resolver cannot be told to hurry; a look-up that takes too long is left to itself.
Addresses looked_up_in_time(const std::string& host)
{
    auto promise = std::make_shared<std::promise<Addresses>>();
    std::future<Addresses> future = promise->get_future();
    std::thread([promise, host] { promise->set_value(looked_up(host)); }).detach();
    return future.wait_for(patience) == std::future_status::ready ? future.get() : Addresses{{}, {}, "no answer in time"};
}

// The address that the command line gives for host and port, if any.
std::string fixed_address(const url::Url& url, const CurlOptions& options)
{
    const std::string key = std::string(url.host()) + ":" + std::to_string(url.effective_port()) + ":";
    for (const std::string& entry : options.resolve) {
        if (entry.starts_with(key)) {
            return entry.substr(key.size());
        }
    }
    return "";
}

std::string text_of(BIO* bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : "";
}

std::string name_text(const X509_NAME* name)
{
    const std::unique_ptr<BIO, decltype(&::BIO_free)> bio(::BIO_new(::BIO_s_mem()), &::BIO_free);
    ::X509_NAME_print_ex(bio.get(), name, 0, XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB));
    return text_of(bio.get());
}

time::Moment moment_of(const ASN1_TIME* when)
{
    std::tm parts{};
    return ::ASN1_TIME_to_tm(when, &parts) == 1 ? time::Moment(std::chrono::seconds(::timegm(&parts))) : time::Moment();
}

std::vector<std::string> dns_names(const X509* certificate)
{
    std::vector<std::string> out;
    auto* names = static_cast<GENERAL_NAMES*>(::X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr));
    const std::unique_ptr<GENERAL_NAMES, decltype(&::GENERAL_NAMES_free)> guard(names, &::GENERAL_NAMES_free);
    for (int i = 0; i < sk_GENERAL_NAME_num(names) && i < most_names; ++i) {
        const GENERAL_NAME* name = sk_GENERAL_NAME_value(names, i);
        if (name->type == GEN_DNS) {
            const ASN1_IA5STRING* text = name->d.dNSName;
            out.emplace_back(reinterpret_cast<const char*>(::ASN1_STRING_get0_data(text)), static_cast<std::size_t>(::ASN1_STRING_length(text)));
        }
    }
    return out;
}

http::Certificate described(X509* certificate)
{
    http::Certificate out;
    out.subject = name_text(::X509_get_subject_name(certificate));
    out.issuer = name_text(::X509_get_issuer_name(certificate));
    out.names = dns_names(certificate);
    out.from = moment_of(::X509_get0_notBefore(certificate));
    out.until = moment_of(::X509_get0_notAfter(certificate));
    if (EVP_PKEY* key = ::X509_get0_pubkey(certificate); key != nullptr) {
        const char* type = ::EVP_PKEY_get0_type_name(key);
        out.key = (type == nullptr ? "?" : std::string(type)) + " " + std::to_string(::EVP_PKEY_get_bits(key));
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    if (::X509_digest(certificate, ::EVP_sha256(), digest.data(), &size) == 1) {
        out.sha256 = hex(std::span(digest).first(size));
    }
    return out;
}

std::string verified(const SSL* ssl, X509* own, const std::string& host)
{
    if (const long result = ::SSL_get_verify_result(ssl); result != X509_V_OK) {
        return ::X509_verify_cert_error_string(result);
    }
    const bool is_address = url::is_ip(host);
    const bool fits = is_address ? ::X509_check_ip_asc(own, host.starts_with('[') ? host.substr(1, host.size() - 2).c_str() : host.c_str(), 0) == 1
                                 : ::X509_check_host(own, host.c_str(), host.size(), 0, nullptr) == 1;
    return fits ? "ok" : "the certificate is for another host name";
}

void read_tls(const SSL* ssl, const std::string& host, http::HostFacts& facts)
{
    facts.has_tls = true;
    facts.tls_version = ::SSL_get_version(ssl);
    facts.tls_cipher = ::SSL_get_cipher_name(ssl);
    const unsigned char* protocol = nullptr;
    unsigned size = 0;
    ::SSL_get0_alpn_selected(ssl, &protocol, &size);
    facts.alpn.assign(reinterpret_cast<const char*>(protocol), size);
    const STACK_OF(X509)* chain = ::SSL_get_peer_cert_chain(ssl);
    for (int i = 0; i < sk_X509_num(chain) && i < most_certificates; ++i) {
        facts.chain.push_back(described(sk_X509_value(chain, i)));
    }
    facts.verify = sk_X509_num(chain) > 0 ? verified(ssl, sk_X509_value(chain, 0), host) : "no certificate";
}

// curl tells nothing of a session once its transfer is over, so OpenSSL does, at the end of the handshake.
void on_handshake(const SSL* ssl, int where, int)
{
    auto* facts = static_cast<http::HostFacts*>(SSL_CTX_get_app_data(::SSL_get_SSL_CTX(ssl)));
    if ((where & SSL_CB_HANDSHAKE_DONE) != 0 && !facts->has_tls) {
        read_tls(ssl, facts->host, *facts);
    }
}

CURLcode on_context(CURL*, void* context, void* facts)
{
    auto* ssl = static_cast<SSL_CTX*>(context);
    SSL_CTX_set_app_data(ssl, facts);
    ::SSL_CTX_set_info_callback(ssl, &on_handshake);
    ::SSL_CTX_set_verify(ssl, SSL_VERIFY_NONE, nullptr);  // the chain is to be described, also where it cannot be trusted
    return CURLE_OK;
}

void shake_hands(const url::Url& url, const CurlOptions& options, http::HostFacts& facts)
{
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> easy(curl_easy_init(), &curl_easy_cleanup);
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> resolve(
        [&] {
            curl_slist* list = nullptr;
            for (const std::string& entry : options.resolve) {
                list = curl_slist_append(list, entry.c_str());
            }
            return list;
        }(),
        &curl_slist_free_all);
    Guard guard{options.allow_private || !options.proxy.empty(), false};
    std::array<char, CURL_ERROR_SIZE> error{};
    const auto set = [&](auto option, auto value) { curl_easy_setopt(easy.get(), option, value); };
    set(CURLOPT_URL, url.href().c_str());
    set(CURLOPT_CONNECT_ONLY, 1L);
    set(CURLOPT_PROTOCOLS_STR, "https");
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_SSL_VERIFYPEER, 1L);  // otherwise curl does not load what to trust
    set(CURLOPT_SSL_VERIFYHOST, 0L);
    set(CURLOPT_CONNECTTIMEOUT_MS, long{std::chrono::milliseconds(patience).count()});
    set(CURLOPT_TIMEOUT_MS, long{std::chrono::milliseconds(patience * 2).count()});
    set(CURLOPT_PROXY, options.proxy.c_str());
    set(CURLOPT_RESOLVE, resolve.get());
    set(CURLOPT_OPENSOCKETFUNCTION, &open_guarded);
    set(CURLOPT_OPENSOCKETDATA, &guard);
    set(CURLOPT_ERRORBUFFER, error.data());
    set(CURLOPT_SSL_CTX_FUNCTION, &on_context);
    set(CURLOPT_SSL_CTX_DATA, &facts);
    if (!options.ca_file.empty()) {
        set(CURLOPT_CAINFO, options.ca_file.c_str());
        set(CURLOPT_CAPATH, nullptr);
    }
    if (!options.client_certificate.empty() && url.host() == options.secrets_for.host()) {
        set(CURLOPT_SSLCERT, options.client_certificate.c_str());
        set(CURLOPT_SSLKEY, options.client_key.empty() ? options.client_certificate.c_str() : options.client_key.c_str());
    }
    const CURLcode code = curl_easy_perform(easy.get());
    if (!facts.has_tls) {  // where there was a handshake, curl fails because of the chain at most
        facts.tls_failure = guard.refused ? "private address" : error[0] != '\0' ? error.data() : curl_easy_strerror(code);
    }
}

}  // namespace

http::HostFacts host_facts(const url::Url& url, const CurlOptions& options, time::Moment at)
{
    http::HostFacts facts;
    facts.host = url.host();
    facts.port = url.effective_port();
    facts.at = at;
    if (const std::string fixed = fixed_address(url, options); !fixed.empty()) {
        facts.fixed_address = true;
        (fixed.find(':') == std::string::npos ? facts.addresses4 : facts.addresses6).push_back(fixed);
    } else if (url::is_ip(facts.host)) {
        facts.fixed_address = true;
        (facts.host.starts_with('[') ? facts.addresses6 : facts.addresses4).push_back(facts.host);
    } else if (options.proxy.empty()) {  // behind a proxy, names may be known to it alone
        Addresses addresses = looked_up_in_time(facts.host);
        facts.addresses4 = std::move(addresses.four);
        facts.addresses6 = std::move(addresses.six);
        facts.dns_failure = std::move(addresses.failure);
    } else {
        facts.dns_failure = "looked up by the proxy";
    }
    if (url.scheme() == "https") {
        shake_hands(url, options, facts);
    }
    return facts;
}

}  // namespace pa::net
