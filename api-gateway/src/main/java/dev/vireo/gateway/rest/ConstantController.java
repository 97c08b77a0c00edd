package dev.vireo.gateway.rest;

import dev.vireo.gateway.catalog.Privacy;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a form that describes a video offers: PeerTube's constants by id. */
@RestController
@RequestMapping("/api/v1/videos")
final class ConstantController {
    private static final Map<Integer, String> PRIVACIES =
            Stream.of(Privacy.values()).collect(Collectors.toUnmodifiableMap(Privacy::id, Privacy::label));

    @GetMapping("/categories")
    Map<Integer, String> categories() {
        return Labels.CATEGORIES;
    }

    @GetMapping("/licences")
    Map<Integer, String> licences() {
        return Labels.LICENCES;
    }

    @GetMapping("/languages")
    Map<String, String> languages() {
        return Labels.LANGUAGES;
    }

    @GetMapping("/privacies")
    Map<Integer, String> privacies() {
        return PRIVACIES;
    }
}
