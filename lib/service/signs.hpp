// What a page lets people do online, by its fields and by its words.
#pragma once

#include "service/facts.hpp"

namespace pa::service {

/// The signs of a page as a whole. What says that something is not offered ("chưa hỗ trợ thanh toán trực tuyến") is no sign.
Signs signs_of(const site::PageView& view);

}  // namespace pa::service
