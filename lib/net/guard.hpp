// The address guard: sockets are opened only towards addresses that a public portal can have. For libcurl's handles.
#pragma once

#include <curl/curl.h>

namespace pa::net {

struct Guard {
    bool allow_private = false;
    bool refused = false;  ///< set when an address was refused
};

/// For CURLOPT_OPENSOCKETFUNCTION, with a `Guard*` as its data. Called with the resolved address, for every connection: the
/// only place where it cannot be changed any more between the look-up and the connection.
curl_socket_t open_guarded(void* guard, curlsocktype purpose, curl_sockaddr* address);

}  // namespace pa::net
