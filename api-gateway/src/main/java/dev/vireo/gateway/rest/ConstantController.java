package dev.vireo.gateway.rest;

import dev.vireo.gateway.catalog.Privacy;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a form that describes a video offers: PeerTube's constants by id. */
@RestController
@RequestMapping("/api/v1/videos")
final class ConstantController {
    private static final Map<Integer, String> PRIVACIES = Labels.privacies(List.of(Privacy.values()));

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
