#include "site/scope.hpp"

#include <algorithm>

namespace pa::site {

Scope Scope::host_of(const url::Url& start)
{
    Scope scope;
    const std::string host(start.host());
    scope.terms_.push_back({"host", host});
    if (!url::is_ip(host) && host.find('.') != std::string::npos) {
        scope.terms_.push_back({"host", host.starts_with("www.") ? host.substr(4) : "www." + host});
    }
    return scope;
}

Scope Scope::domain_of(const url::Url& start)
{
    const std::string domain = url::registrable_domain(start.host());
    if (domain.empty()) {
        return host_of(start);
    }
    Scope scope;
    scope.terms_.push_back({"domain", domain});
    return scope;
}

Result<Scope> Scope::parse(std::string_view terms)
{
    Scope scope;
    while (!terms.empty()) {
        const std::size_t blank = std::min(terms.find(' '), terms.size());
        const std::string_view term = terms.substr(0, blank);
        terms.remove_prefix(std::min(blank + 1, terms.size()));
        if (term.empty()) {
            continue;
        }
        const std::size_t colon = term.find(':');
        const std::string_view kind = term.substr(0, colon);
        std::string value(colon == std::string_view::npos ? "" : term.substr(colon + 1));
        if (kind == "prefix") {
            const auto url = url::Url::parse(value);
            value = url && url->is_http() ? url::normalised(*url).href() : "";
        } else if (kind == "host" || kind == "domain") {
            const auto url = url::Url::parse("http://" + value + "/");
            value = url && url->href() == "http://" + std::string(url->host()) + "/" ? std::string(url->host()) : "";
        } else {
            value.clear();
        }
        if (value.empty()) {
            return fail(ErrorKind::usage, msg("\"{}\" is no scope", term),
                        msg("write host:NAME, domain:NAME or prefix:https://…"));
        }
        scope.terms_.push_back({std::string(kind), value});
    }
    return scope;
}

void Scope::add(const Scope& other)
{
    for (const Term& term : other.terms_) {
        if (std::find(terms_.begin(), terms_.end(), term) == terms_.end()) {
            terms_.push_back(term);
        }
    }
}

bool Scope::contains(const url::Url& url) const
{
    if (!url.is_http()) {
        return false;
    }
    const std::string_view host = url.host();
    return std::any_of(terms_.begin(), terms_.end(), [&](const Term& term) {
        if (term.kind == "prefix") {
            return url.href().starts_with(term.value);
        }
        return host == term.value ||
               (term.kind == "domain" && host.size() > term.value.size() && host.ends_with(term.value) &&
                host[host.size() - term.value.size() - 1] == '.');
    });
}

std::string Scope::text() const
{
    std::string out;
    for (const Term& term : terms_) {
        out += (out.empty() ? "" : " ") + term.kind + ":" + term.value;
    }
    return out;
}

}  // namespace pa::site
