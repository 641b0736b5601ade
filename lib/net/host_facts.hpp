// What is true of a host: its addresses and its TLS, looked at once.
#pragma once

#include "net/transport.hpp"
#include "url/url.hpp"

namespace pa::net {

/// Looks up A and AAAA records (at most 10 s) and, for https, makes one TLS handshake without sending a request; the chain is
/// described whether or not it can be trusted. Never fails: what could not be learned says why. Private addresses are not
/// connected to unless `options` allow it.
http::HostFacts host_facts(const url::Url& url, const CurlOptions& options, time::Moment at);

}  // namespace pa::net
