#include "net/transport.hpp"

#include "base/ascii.hpp"
#include "http/coding.hpp"
#include "net/guard.hpp"
#include "net/host_facts.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace pa::net {

namespace {

constexpr std::size_t head_limit = 256U << 10U;
constexpr std::size_t small_body = 64U << 10U;  // bytes that no transfer waits for, however full the budget is

// One transfer; curl's callbacks get a pointer to it.
struct Transfer {
    explicit Transfer(CURL* handle) : easy(handle, &curl_easy_cleanup) {}

    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> easy;
    Answer answer;
    std::string head;
    std::uint64_t body_limit = 0;
    bool head_too_large = false;
    bool with_secrets = false;
    Guard guard;
    bool is_http = false;
    ByteBudget* bodies = nullptr;
    std::uint64_t counted = 0;  ///< of the body, towards `bodies`
    bool is_paused = false;
    std::array<char, CURL_ERROR_SIZE> error{};
};

std::size_t on_header(char* bytes, std::size_t, std::size_t size, void* data)
{
    auto& transfer = *static_cast<Transfer*>(data);
    const std::string_view line(bytes, size);
    if (line.starts_with("HTTP/")) {
        transfer.head.clear();  // an interim (1xx) answer came before
    }
    if (transfer.head.size() + size > head_limit) {
        transfer.head_too_large = true;
        return 0;
    }
    transfer.head += line;
    return size;
}

std::size_t on_body(char* bytes, std::size_t, std::size_t size, void* data)
{
    auto& transfer = *static_cast<Transfer*>(data);
    std::string& body = transfer.answer.response.body;
    if (transfer.bodies != nullptr) {
        if (body.size() + size > small_body && !transfer.bodies->may_grow(&transfer)) {
            transfer.is_paused = true;
            return CURL_WRITEFUNC_PAUSE;
        }
        transfer.bodies->add(size);
        transfer.counted += size;
    }
    const std::uint64_t room = transfer.body_limit - std::min<std::uint64_t>(transfer.body_limit, body.size());
    body.append(bytes, static_cast<std::size_t>(std::min<std::uint64_t>(room, size)));
    if (size > room) {
        transfer.answer.truncated = true;
        return 0;
    }
    return size;
}

int on_debug(CURL*, curl_infotype type, char* bytes, std::size_t size, void* data)
{
    if (type == CURLINFO_HEADER_OUT) {
        static_cast<Transfer*>(data)->answer.request_head.assign(bytes, size);
    }
    return 0;
}

http::Failure failure_of(CURLcode code, const Transfer& transfer)
{
    if (code == CURLE_OK) {
        return http::Failure::none;
    }
    if (transfer.guard.refused) {
        return http::Failure::refused_address;
    }
    if (transfer.head_too_large) {
        return http::Failure::too_large;
    }
    switch (code) {
    case CURLE_WRITE_ERROR:
        return transfer.answer.truncated ? http::Failure::none : http::Failure::bad_response;
    case CURLE_COULDNT_RESOLVE_HOST:
        return http::Failure::name_not_found;
    case CURLE_COULDNT_CONNECT:
        return http::Failure::cannot_connect;
    case CURLE_OPERATION_TIMEDOUT:
        return http::Failure::timed_out;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
        return http::Failure::tls;
    case CURLE_UNSUPPORTED_PROTOCOL:  // also: an answer that is no HTTP/1 or HTTP/2
        return transfer.is_http ? http::Failure::bad_response : http::Failure::refused_scheme;
    case CURLE_OUT_OF_MEMORY:  // what curl says to a header line of more than 100 KiB
        return http::Failure::too_large;
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
        return http::Failure::cut_off;
    default:
        return http::Failure::bad_response;
    }
}

using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

List slist(const std::vector<std::string>& lines)
{
    curl_slist* list = nullptr;
    for (const std::string& line : lines) {
        list = curl_slist_append(list, line.c_str());
    }
    return {list, &curl_slist_free_all};
}

class CurlTransport final : public Transport {
public:
    explicit CurlTransport(const CurlOptions& options)
        : options_(options), multi_(curl_multi_init(), &curl_multi_cleanup)
    {
        curl_multi_setopt(multi_.get(), CURLMOPT_MAX_HOST_CONNECTIONS, options.connections_per_host);
        std::vector<std::string> fields{"Accept-Encoding: " + std::string(http::accept_encoding),
                                        "Accept: text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Language: vi,en;q=0.5"};
        fields_ = slist(fields);
        fields.insert(fields.end(), options.headers.begin(), options.headers.end());
        fields_with_secrets_ = slist(fields);
        resolve_ = slist(options.resolve);
    }

    ~CurlTransport() override
    {
        for (auto& [handle, transfer] : active_) {
            curl_multi_remove_handle(multi_.get(), handle);
            release(*transfer);
        }
        active_.clear();
        idle_.clear();
    }
    CurlTransport(const CurlTransport&) = delete;
    CurlTransport& operator=(const CurlTransport&) = delete;

    void start(Request request) override
    {
        std::unique_ptr<Transfer> transfer;
        if (idle_.empty()) {
            transfer = std::make_unique<Transfer>(curl_easy_init());
            prepare(*transfer);
        } else {
            transfer = std::move(idle_.back());
            idle_.pop_back();
        }
        transfer->answer = {};
        transfer->answer.ticket = request.ticket;
        transfer->head.clear();
        transfer->body_limit = request.body_limit;
        transfer->head_too_large = false;
        transfer->guard.refused = false;
        transfer->bodies = options_.bodies.get();
        transfer->is_paused = false;
        transfer->is_http = request.url.starts_with("http://") || request.url.starts_with("https://");
        transfer->error.fill('\0');
        CURL* handle = transfer->easy.get();
        curl_easy_setopt(handle, CURLOPT_URL, request.url.c_str());
        set_secrets(*transfer, request.url);
        curl_multi_add_handle(multi_.get(), handle);
        active_.emplace(handle, std::move(transfer));
    }

    std::vector<Answer> wait(std::chrono::milliseconds timeout) override
    {
        std::vector<Answer> out;
        int running = 0;
        resume_paused();
        curl_multi_perform(multi_.get(), &running);
        collect(out);
        if (out.empty() && !active_.empty()) {
            curl_multi_poll(multi_.get(), nullptr, 0, static_cast<int>(timeout.count()), nullptr);
            curl_multi_perform(multi_.get(), &running);
            collect(out);
        }
        return out;
    }

    std::size_t in_flight() const override { return active_.size(); }

    std::optional<http::HostFacts> look_at(const url::Url& url, time::Moment at) override { return host_facts(url, options_, at); }

private:
    // Whether the secrets may go to an address: to their own host, and not in the clear when they were given for https.
    bool may_have_secrets(const std::string& address) const
    {
        const auto url = url::Url::parse(address);
        return url && !options_.secrets_for.empty() && url->host() == options_.secrets_for.host() &&
               (url->scheme() == "https" || options_.secrets_for.scheme() == "http");
    }

    void resume_paused()
    {
        for (auto& [handle, transfer] : active_) {
            if (transfer->is_paused && transfer->bodies->may_grow(transfer.get())) {
                transfer->is_paused = false;
                curl_easy_pause(handle, CURLPAUSE_CONT);
            }
        }
    }

    // What a transfer that is done with was counted for is its answer's from now on, or nobody's.
    std::shared_ptr<const void> release(Transfer& transfer) const
    {
        if (transfer.bodies == nullptr) {
            return {};
        }
        transfer.bodies->settled(&transfer);
        return ByteBudget::hold(options_.bodies, std::exchange(transfer.counted, 0));
    }

    void set_secrets(Transfer& transfer, const std::string& url)
    {
        transfer.with_secrets = may_have_secrets(url);
        CURL* handle = transfer.easy.get();
        const auto secret = [&](CURLoption option, const std::string& value) {
            curl_easy_setopt(handle, option, transfer.with_secrets && !value.empty() ? value.c_str() : nullptr);
        };
        curl_easy_setopt(handle, CURLOPT_HTTPHEADER, (transfer.with_secrets ? fields_with_secrets_ : fields_).get());
        secret(CURLOPT_USERPWD, options_.basic_auth);
        secret(CURLOPT_COOKIE, options_.cookie);
        secret(CURLOPT_SSLCERT, options_.client_certificate);
        secret(CURLOPT_SSLKEY, options_.client_key.empty() ? options_.client_certificate : options_.client_key);
    }

    void prepare(Transfer& transfer)
    {
        CURL* handle = transfer.easy.get();
        transfer.guard.allow_private = options_.allow_private || !options_.proxy.empty();
        const auto set = [&](auto option, auto value) { curl_easy_setopt(handle, option, value); };
        set(CURLOPT_PROTOCOLS_STR, "http,https");
        set(CURLOPT_FOLLOWLOCATION, 0L);
        set(CURLOPT_HTTP_CONTENT_DECODING, 0L);
        set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_SSL_VERIFYPEER, 1L);
        set(CURLOPT_SSL_VERIFYHOST, 2L);
        set(CURLOPT_CONNECTTIMEOUT_MS, options_.connect_timeout.count());
        set(CURLOPT_TIMEOUT_MS, options_.total_timeout.count());
        set(CURLOPT_LOW_SPEED_LIMIT, 50L);
        set(CURLOPT_LOW_SPEED_TIME, 20L);
        set(CURLOPT_USERAGENT, options_.user_agent.c_str());
        set(CURLOPT_RESOLVE, resolve_.get());
        set(CURLOPT_PROXY, options_.proxy.c_str());
        set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
        set(CURLOPT_VERBOSE, 1L);
        set(CURLOPT_DEBUGFUNCTION, &on_debug);
        set(CURLOPT_DEBUGDATA, &transfer);
        set(CURLOPT_HEADERFUNCTION, &on_header);
        set(CURLOPT_HEADERDATA, &transfer);
        set(CURLOPT_WRITEFUNCTION, &on_body);
        set(CURLOPT_WRITEDATA, &transfer);
        set(CURLOPT_OPENSOCKETFUNCTION, &open_guarded);
        set(CURLOPT_OPENSOCKETDATA, &transfer.guard);
        set(CURLOPT_ERRORBUFFER, transfer.error.data());
        set(CURLOPT_PRIVATE, &transfer);
        if (!options_.ca_file.empty()) {
            set(CURLOPT_CAINFO, options_.ca_file.c_str());
            set(CURLOPT_CAPATH, nullptr);
        }
    }

    void collect(std::vector<Answer>& out)
    {
        int left = 0;
        while (CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
            if (message->msg != CURLMSG_DONE) {
                continue;
            }
            CURL* handle = message->easy_handle;
            const CURLcode code = message->data.result;
            curl_multi_remove_handle(multi_.get(), handle);
            auto node = active_.extract(handle);
            std::unique_ptr<Transfer> transfer = std::move(node.mapped());
            out.push_back(finished(*transfer, code));
            idle_.push_back(std::move(transfer));
        }
    }

    Answer finished(Transfer& transfer, CURLcode code) const
    {
        Answer answer = std::move(transfer.answer);
        answer.held = release(transfer);
        CURL* handle = transfer.easy.get();
        answer.failure = failure_of(code, transfer);
        if (answer.failure != http::Failure::none) {
            answer.detail = transfer.error[0] != '\0' ? transfer.error.data() : curl_easy_strerror(code);
        }
        char* ip = nullptr;
        if (curl_easy_getinfo(handle, CURLINFO_PRIMARY_IP, &ip) == CURLE_OK && ip != nullptr) {
            answer.address = ip;
        }
        curl_off_t microseconds = 0;
        curl_easy_getinfo(handle, CURLINFO_TOTAL_TIME_T, &microseconds);
        answer.elapsed_ms = static_cast<std::uint32_t>(microseconds / 1000);
        read_head(transfer, answer);
        answer.request_head = without_secrets(answer.request_head);
        return answer;
    }

    // A request's head as it was sent, but for the values of the fields that carry secrets.
    std::string without_secrets(const std::string& head) const
    {
        std::vector<std::string> names{"authorization:", "proxy-authorization:", "cookie:"};
        for (const std::string& field : options_.headers) {
            names.push_back(lowered(field.substr(0, field.find(':') + 1)));
        }
        std::string out;
        for (std::size_t at = 0; at < head.size();) {
            const std::size_t end = std::min(head.find('\n', at), head.size() - 1) + 1;
            const std::string line = head.substr(at, end - at);
            const std::size_t colon = line.find(':');
            const bool secret = colon != std::string::npos && std::find(names.begin(), names.end(), lowered(line.substr(0, colon + 1))) != names.end();
            out += secret ? line.substr(0, colon) + ": [withheld]\r\n" : line;
            at = end;
        }
        return out;
    }

    static std::string lowered(std::string text)
    {
        std::transform(text.begin(), text.end(), text.begin(), ascii_lower);
        return text;
    }

    // What curl took off the wire's framing must go from the head too, or the stored head would lie about
    // the stored body.
    static void read_head(const Transfer& transfer, Answer& answer)
    {
        http::Response head;
        if (transfer.head.empty() || !http::parse_head(transfer.head, head)) {
            if (answer.failure == http::Failure::none) {
                answer.failure = http::Failure::bad_response;
                answer.detail = "no HTTP response head";
            }
            return;
        }
        answer.response.status = head.status;
        answer.response.version = head.version;
        answer.response.reason = head.reason;
        for (const http::Field& field : head.headers.all()) {
            const std::string name = lowered(field.name);
            answer.response.headers.add(name == "transfer-encoding" ? "X-Archive-Orig-Transfer-Encoding" : field.name, field.value);
        }
    }

    CurlOptions options_;
    std::unique_ptr<CURLM, decltype(&curl_multi_cleanup)> multi_;
    List fields_{nullptr, &curl_slist_free_all};
    List fields_with_secrets_{nullptr, &curl_slist_free_all};
    List resolve_{nullptr, &curl_slist_free_all};
    std::map<CURL*, std::unique_ptr<Transfer>> active_;
    std::vector<std::unique_ptr<Transfer>> idle_;
};

}  // namespace

Result<std::unique_ptr<Transport>> curl_transport(const CurlOptions& options)
{
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
        return fail(ErrorKind::internal, msg("libcurl cannot start"));
    }
    return std::make_unique<CurlTransport>(options);
}

}  // namespace pa::net
