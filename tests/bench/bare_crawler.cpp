// The yardstick for `portalaudit fetch`: what a crawl costs that keeps nothing. libcurl's multi interface asks,
// two threads parse with gumbo and collect links. No evidence, no rules, no robots.txt.
// usage: bench_bare_crawler <address> [connections]; prints the number of pages.
#include <curl/curl.h>
#include <gumbo.h>

#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_set>
#include <utility>
#include <vector>

namespace {

struct Page {
    std::string url;
    std::string body;
};

std::size_t on_body(char* data, std::size_t size, std::size_t count, void* page)
{
    static_cast<Page*>(page)->body.append(data, size * count);
    return size * count;
}

std::string resolved(const std::string& base, const char* reference)
{
    CURLU* url = curl_url();
    char* text = nullptr;
    std::string out;
    if (curl_url_set(url, CURLUPART_URL, base.c_str(), 0) == CURLUE_OK && curl_url_set(url, CURLUPART_URL, reference, 0) == CURLUE_OK) {
        curl_url_set(url, CURLUPART_FRAGMENT, nullptr, 0);
        if (curl_url_get(url, CURLUPART_URL, &text, 0) == CURLUE_OK) {
            out = text;
            curl_free(text);
        }
    }
    curl_url_cleanup(url);
    return out;
}

std::vector<std::string> links_of(const Page& page, const std::string& prefix)
{
    std::vector<std::string> out;
    GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.body.data(), page.body.size());
    std::vector<const GumboNode*> todo{output->root};
    while (!todo.empty()) {
        const GumboNode* node = todo.back();
        todo.pop_back();
        if (node->type != GUMBO_NODE_ELEMENT) {
            continue;
        }
        const GumboAttribute* href = node->v.element.tag == GUMBO_TAG_A ? gumbo_get_attribute(&node->v.element.attributes, "href") : nullptr;
        if (std::string url = href == nullptr ? "" : resolved(page.url, href->value); url.starts_with(prefix)) {
            out.push_back(std::move(url));
        }
        for (unsigned i = 0; i < node->v.element.children.length; ++i) {
            todo.push_back(static_cast<const GumboNode*>(node->v.element.children.data[i]));
        }
    }
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    return out;
}

class Crawler {
public:
    Crawler(std::string start, std::size_t connections) : start_(std::move(start)), connections_(connections) {}

    std::size_t run()
    {
        std::vector<std::jthread> parsers;
        for (int i = 0; i < 2; ++i) {
            parsers.emplace_back([this] { parse(); });
        }
        CURLM* multi = curl_multi_init();
        offer(start_);
        std::size_t in_flight = 0;
        std::unique_lock lock(mutex_);
        while (in_flight > 0 || !waiting_.empty() || unread_ > 0) {
            while (in_flight < connections_ && !waiting_.empty()) {
                ask(multi, std::move(waiting_.front()));
                waiting_.pop_front();
                ++in_flight;
            }
            lock.unlock();
            int running = 0;
            curl_multi_perform(multi, &running);
            std::vector<Page*> done = finished(multi);
            if (done.empty()) {
                curl_multi_poll(multi, nullptr, 0, 5, nullptr);
            }
            lock.lock();
            in_flight -= done.size();
            unread_ += done.size();
            pages_ += done.size();
            for (Page* page : done) {
                read_.push_back(page);
                ready_.notify_one();
            }
        }
        over_ = true;
        ready_.notify_all();
        lock.unlock();
        curl_multi_cleanup(multi);
        return pages_;
    }

private:
    void offer(const std::string& url)
    {
        if (seen_.insert(url).second) {
            waiting_.push_back(url);
        }
    }

    void ask(CURLM* multi, std::string url)
    {
        CURL* easy = idle_.empty() ? curl_easy_init() : idle_.back();
        if (!idle_.empty()) {
            idle_.pop_back();
        }
        auto* page = new Page{std::move(url), ""};
        curl_easy_setopt(easy, CURLOPT_URL, page->url.c_str());
        curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "gzip");
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &on_body);
        curl_easy_setopt(easy, CURLOPT_WRITEDATA, page);
        curl_easy_setopt(easy, CURLOPT_PRIVATE, page);
        curl_multi_add_handle(multi, easy);
    }

    std::vector<Page*> finished(CURLM* multi)
    {
        std::vector<Page*> out;
        int left = 0;
        while (CURLMsg* message = curl_multi_info_read(multi, &left)) {
            CURL* easy = message->easy_handle;
            void* page = nullptr;
            curl_easy_getinfo(easy, CURLINFO_PRIVATE, &page);
            curl_multi_remove_handle(multi, easy);
            idle_.push_back(easy);
            out.push_back(static_cast<Page*>(page));
        }
        return out;
    }

    void parse()
    {
        std::unique_lock lock(mutex_);
        while (true) {
            ready_.wait(lock, [this] { return over_ || !read_.empty(); });
            if (read_.empty()) {
                return;
            }
            Page* page = read_.front();
            read_.pop_front();
            lock.unlock();
            const std::vector<std::string> links = links_of(*page, start_);
            delete page;
            lock.lock();
            for (const std::string& link : links) {
                offer(link);
            }
            --unread_;
        }
    }

    std::string start_;
    std::size_t connections_;
    std::vector<CURL*> idle_;
    std::mutex mutex_;
    std::condition_variable ready_;
    std::deque<std::string> waiting_;
    std::deque<Page*> read_;
    std::unordered_set<std::string> seen_;
    std::size_t unread_ = 0;
    std::size_t pages_ = 0;
    bool over_ = false;
};

}  // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::fputs("usage: bench_bare_crawler <address> [connections]\n", stderr);
        return 3;
    }
    curl_global_init(CURL_GLOBAL_DEFAULT);
    std::printf("%zu\n", Crawler(argv[1], argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 16).run());
    return 0;
}
