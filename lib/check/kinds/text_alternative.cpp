// text-alternative: do images and other things that are no text have a text that stands for them?
#include "check/accessibility.hpp"

#include "access/words.hpp"

#include <algorithm>
#include <array>

namespace pa::check {

namespace {

using namespace std::string_view_literals;
using access::Element;
using access::Index;
using access::Role;
using access::Survey;
using access::Tag;

void look_at_images(const Survey& survey, const AccessSettings&, Finds& finds)
{
    for (const Index index : survey.with_tag(Tag::img)) {
        if (survey[index].role == Role::none && survey[index].is_exposed()) {
            finds.saw();
        }
    }
    for (const Index index : survey.with_role(Role::img)) {
        const Element& element = survey[index];
        if (element.is_exposed() && !element.is_flattened && !element.is_in_svg) {
            finds.judge(index, survey.name(index).is_missing());
        }
    }
}

void look_at_image_buttons(const Survey& survey, const AccessSettings&, Finds& finds)
{
    for (const Index index : survey.with_tag(Tag::input)) {
        if (access::is_same(survey[index].attribute("type"), "image") && survey[index].is_exposed()) {
            finds.judge(index, survey.name(index).is_missing());
        }
    }
}

void look_at_areas(const Survey& survey, const AccessSettings&, Finds& finds)
{
    for (const Index index : survey.with_tag(Tag::area)) {
        if (survey[index].node.attribute("href") && survey[index].is_exposed() && survey.has_used_map(index)) {
            finds.judge(index, survey.name(index).is_missing());
        }
    }
}

// By its type or its address; other objects may show text.
bool shows_no_text(const Element& object)
{
    const std::string type = access::lower(object.attribute("type"));
    if (!type.empty()) {
        return type.starts_with("image/") || type.starts_with("audio/") || type.starts_with("video/");
    }
    std::string data = access::lower(object.attribute("data"));
    data.resize(std::min(data.find_first_of("?#"), data.size()));
    constexpr std::array endings = {".png"sv, ".jpg"sv, ".jpeg"sv, ".gif"sv, ".webp"sv, ".svg"sv, ".bmp"sv, ".mp3"sv, ".mp4"sv, ".webm"sv, ".ogg"sv, ".wav"sv};
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return data.ends_with(ending); });
}

void look_at_objects(const Survey& survey, const AccessSettings&, Finds& finds)
{
    for (const Index index : survey.with_tag(Tag::object)) {
        const Element& object = survey[index];
        if (object.is_exposed() && object.asked == Role::unknown && shows_no_text(object)) {
            finds.judge(index, survey.name(index).is_missing());
        }
    }
}

void look_at_drawings(const Survey& survey, const AccessSettings&, Finds& finds)
{
    for (const Index index : survey.with_role_attribute()) {
        const Element& element = survey[index];
        const bool is_image = element.role == Role::img || element.role == Role::graphics_document || element.role == Role::graphics_symbol;
        if (element.is_in_svg && is_image && element.is_exposed() && !element.is_flattened) {
            finds.judge(index, survey.name(index).is_missing());
        }
    }
}

void look_at_decoration(const Survey& survey, const AccessSettings&, Finds& finds)
{
    const auto look = [&](Index index) {
        const Element& element = survey[index];
        if (element.concealed != access::Sure::maybe) {
            finds.judge(index, element.is_exposed() && element.role != Role::none && element.role != Role::generic);
        }
    };
    for (const Index index : survey.with_role_attribute()) {
        if (survey[index].asked == Role::none) {
            look(index);
        }
    }
    for (const Index index : survey.with_tag(Tag::img)) {
        if (survey[index].asked == Role::unknown && survey[index].native == Role::none) {
            look(index);
        }
    }
}

bool is_file_name(std::string_view alt)
{
    const std::string plain = access::lower(access::trimmed(alt));
    constexpr std::array endings = {".png"sv, ".jpg"sv, ".jpeg"sv, ".gif"sv, ".webp"sv, ".bmp"sv, ".svg"sv};
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return plain.size() > ending.size() && plain.ends_with(ending); });
}

void look_at_file_names(const Survey& survey, const AccessSettings&, Finds& finds)
{
    for (const Index index : survey.with_tag(Tag::img)) {
        if (survey[index].is_exposed() && survey[index].role == Role::img) {
            finds.judge(index, is_file_name(survey[index].attribute("alt")));
        }
    }
}

constexpr AccessCheck checks[] = {
    {"image-name", "images have a text alternative, or are marked as decoration", "1.1.1", "23a2a8", true,
     [] { return msg("the image has no text alternative"); }, look_at_images},
    {"image-button-name", "buttons that are images have a text alternative", "1.1.1, 4.1.2", "59796f", true,
     [] { return msg("the image button has no text alternative"); }, look_at_image_buttons},
    {"area-name", "linked areas of images have a text alternative", "1.1.1, 2.4.4", "", false,
     [] { return msg("the linked area of an image has no text alternative"); }, look_at_areas},
    {"object-name", "embedded images, sounds and films have a name", "1.1.1", "8fc3b6", true,
     [] { return msg("the embedded object has no name"); }, look_at_objects},
    {"svg-name", "drawings that say they are images have a name", "1.1.1", "7d6734", true,
     [] { return msg("the drawing has the role of an image, but no name"); }, look_at_drawings},
    {"decoration-hidden", "what is marked as decoration has nothing that shows it to assistive technology all the same", "1.1.1", "46ca7f", true,
     [] { return msg("marked as decoration, but another attribute shows it to assistive technology"); }, look_at_decoration},
    {"alt-no-file-name", "the text alternative is no file name", "1.1.1", "", true,
     [] { return msg("the text alternative is a file name"); }, look_at_file_names},
};

Result<std::unique_ptr<Check>> make(const rule::Rule& rule) { return make_access_check(rule, checks); }

}  // namespace

namespace registry {

Kind text_alternative()
{
    Kind kind = access_kind({.name = "text-alternative",
                             .summary = "whether images and other things that are no text have a text alternative",
                             .document = "Looks at images, image buttons, embedded objects and drawings that assistive technology is told of. An empty alt "
                                         "attribute marks decoration. Whether a text alternative says what the image shows is for a person to judge.",
                             .example = "checks = [\"image-name\", \"image-button-name\"]\n"},
                            checks);
    kind.make = make;
    return kind;
}

}  // namespace registry

}  // namespace pa::check
