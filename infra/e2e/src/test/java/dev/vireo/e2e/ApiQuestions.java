package dev.vireo.e2e;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every question that the gateway's own description lets somebody ask of its lists: each route with each parameter and
 * each of some values. A route or a parameter that is not known here is an error, so that nobody adds one unseen.
 */
final class ApiQuestions {
    /** What gives videos, channels, accounts or words to somebody who does not name one. */
    private static final Set<String> LISTS = Set.of(
            "GET /api/v1/users/me/videos",
            "GET /api/v1/users/me/subscriptions",
            "GET /api/v1/users/me/subscriptions/exist",
            "GET /api/v1/users/me/subscriptions/videos",
            "GET /api/v1/users/me/subscriptions/{handle}",
            "GET /api/v1/search/suggestions",
            "GET /api/v1/search/video-channels",
            "POST /api/v1/search/video-channels",
            "GET /api/v1/search/video-playlists",
            "POST /api/v1/search/video-playlists",
            "GET /api/v1/video-playlists",
            "GET /api/v1/video-playlists/{playlistId}/videos",
            "GET /api/v1/users/me/video-playlists/videos-exist",
            "GET /api/v1/accounts/{name}/video-playlists",
            "GET /api/v1/video-channels/{handle}/video-playlists",
            "GET /api/v1/search/videos",
            "POST /api/v1/search/videos",
            "GET /api/v1/overviews/videos",
            "GET /api/v1/videos",
            "GET /api/v1/videos/{id}/related",
            "GET /api/v1/accounts",
            "GET /api/v1/accounts/{name}/videos",
            "GET /api/v1/accounts/{name}/video-channels",
            "GET /api/v1/video-channels",
            "GET /api/v1/video-channels/{handle}/videos",
            "GET /api/v1/server/stats",
            "GET /feeds/videos.{format}",
            "GET /feeds/subscriptions.{format}",
            "GET /feeds/podcast/videos.xml");

    /** What tells of the one thing that is named, or changes it; other stories are about these. */
    private static final Set<String> OTHERS = Set.of(
            "GET /api/v1/config",
            "GET /api/v1/openapi.json",
            "GET /api/v1/oauth-clients/local",
            "POST /api/v1/users/token",
            "POST /api/v1/users/revoke-token",
            "GET /api/v1/users/me",
            "POST /api/v1/users/me/subscriptions",
            "DELETE /api/v1/users/me/subscriptions/{handle}",
            "GET /api/v1/users/scoped-tokens",
            "POST /api/v1/users/scoped-tokens",
            "GET /api/v1/videos/categories",
            "GET /api/v1/videos/licences",
            "GET /api/v1/videos/languages",
            "GET /api/v1/videos/privacies",
            "GET /api/v1/videos/{id}",
            "PUT /api/v1/videos/{id}",
            "DELETE /api/v1/videos/{id}",
            "GET /api/v1/videos/{id}/description",
            "GET /api/v1/videos/{id}/captions",
            "PUT /api/v1/videos/{id}/captions/{captionLanguage}",
            "DELETE /api/v1/videos/{id}/captions/{captionLanguage}",
            "POST /api/v1/videos/{id}/transcoding",
            "POST /api/v1/videos/{id}/views",
            "GET /api/v1/videos/{id}/progress",
            "GET /api/v1/accounts/{name}",
            "POST /api/v1/video-channels",
            "GET /api/v1/video-channels/{handle}",
            "PUT /api/v1/video-channels/{handle}",
            "DELETE /api/v1/video-channels/{handle}",
            "POST /api/v1/video-playlists",
            "GET /api/v1/video-playlists/privacies",
            "GET /api/v1/video-playlists/{playlistId}",
            "PUT /api/v1/video-playlists/{playlistId}",
            "DELETE /api/v1/video-playlists/{playlistId}",
            "POST /api/v1/video-playlists/{playlistId}/videos",
            "POST /api/v1/video-playlists/{playlistId}/videos/reorder",
            "PUT /api/v1/video-playlists/{playlistId}/videos/{playlistElementId}",
            "DELETE /api/v1/video-playlists/{playlistId}/videos/{playlistElementId}",
            "POST /api/v1/uploads",
            "OPTIONS /api/v1/uploads",
            "HEAD /api/v1/uploads/{id}",
            "PATCH /api/v1/uploads/{id}",
            "DELETE /api/v1/uploads/{id}");

    /** These together with words, too: they change which videos a search may give. */
    private static final Set<String> WITH_WORDS = Set.of("privacyOneOf", "include", "isLocal", "host", "cursor");

    /** These together with one word that all have: an order gives the same videos, and each of these names them itself. */
    private static final Set<String> WITH_ONE_WORD = Set.of("sort", "uuids", "tagsOneOf");

    /** These together with words that are only spoken: they change whose videos are looked at. */
    private static final Set<String> WITH_SPOKEN = Set.of("privacyOneOf", "include", "isLocal");

    private static final Set<String> LIST_FIELDS = Set.of(
            "uuids",
            "handles",
            "categoryOneOf",
            "licenceOneOf",
            "languageOneOf",
            "tagsOneOf",
            "tagsAllOf",
            "blockedHosts",
            "blockedAccounts",
            "boostLanguages");

    /** One question; {@code body} is null for those that have none. */
    record Question(String path, @Nullable String body) {
        Person.Answer of(Person person) {
            return body == null ? person.get(path) : person.post(path, body);
        }

        /** It goes to the search over all instances. */
        boolean everywhere() {
            return body != null;
        }
    }

    private final JsonNode description;
    private final Map<String, List<String>> values;
    private final List<String> spoken;

    /** The values are by the names of parameters; the spoken words are to be looked for, too. */
    ApiQuestions(JsonNode description, Map<String, List<String>> values, List<String> spoken) {
        this.description = description;
        this.values = values;
        this.spoken = List.copyOf(spoken);
    }

    /** Those of some of the lists, by method and path. */
    List<Question> all(Predicate<String> lists) {
        List<Question> questions = new ArrayList<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String method = operation.getKey().toUpperCase(java.util.Locale.ROOT);
                    String name = method + " " + path.getKey();
                    if (LISTS.contains(name)) {
                        if (lists.test(name)) {
                            ask(method, path.getKey(), operation.getValue(), questions);
                        }
                    } else if (!OTHERS.contains(name)) {
                        throw new AssertionError(name + " is new: say here whether it is a list.");
                    }
                }));
        return questions;
    }

    private void ask(String method, String template, JsonNode operation, List<Question> questions) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        Map<String, String> always = new LinkedHashMap<>();
        List<String> paths = List.of(template);
        for (JsonNode each : operation.path("parameters")) {
            JsonNode parameter = resolved(each);
            String name = parameter.path("name").asString();
            List<String> hostile = valuesOf(name, parameter.path("schema"), template);
            if ("path".equals(parameter.path("in").asString())) {
                paths = paths.stream()
                        .flatMap(path -> hostile.stream().map(value -> path.replace("{" + name + "}", value)))
                        .toList();
            } else {
                parameters.put(name, hostile);
                if (parameter.path("required").asBoolean()) {
                    always.put(name, hostile.getFirst());
                }
            }
        }
        if ("POST".equals(method)) {
            resolved(operation.at("/requestBody/content/application~1json/schema"))
                    .path("properties")
                    .properties()
                    .forEach(field ->
                            parameters.put(field.getKey(), valuesOf(field.getKey(), field.getValue(), template)));
        }
        if (parameters.containsKey("count")) {
            // As long a page as there is.
            always.put("count", parameters.get("count").getFirst());
        }
        for (String path : paths) {
            questions.add(question(method, path, Map.of()));
            combined(parameters).forEach(fields -> questions.add(question(method, path, with(always, fields))));
        }
    }

    /** Each value of each parameter alone, and some of them with words. */
    private List<Map<String, String>> combined(Map<String, List<String>> parameters) {
        List<Map<String, String>> all = new ArrayList<>();
        List<String> words = parameters.getOrDefault("search", List.of());
        List<String> heard = words.isEmpty() ? List.of() : spoken;
        heard.forEach(word -> all.add(Map.of("search", word)));
        parameters.forEach((name, hostile) -> hostile.forEach(value -> {
            all.add(Map.of(name, value));
            Stream.of(
                            WITH_WORDS.contains(name) ? words : List.<String>of(),
                            WITH_SPOKEN.contains(name) ? heard : List.<String>of(),
                            WITH_ONE_WORD.contains(name)
                                    ? words.stream().limit(1).toList()
                                    : List.<String>of())
                    .flatMap(List::stream)
                    .forEach(word -> all.add(Map.of(name, value, "search", word)));
        }));
        return all;
    }

    /** Those that are needed, where they are not asked another way. */
    private static Map<String, String> with(Map<String, String> always, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(always);
        all.putAll(fields);
        return all;
    }

    private static Question question(String method, String path, Map<String, String> fields) {
        if ("POST".equals(method)) {
            ObjectNode body = JsonMapper.shared().createObjectNode();
            fields.forEach((name, value) -> {
                if (LIST_FIELDS.contains(name)) {
                    body.putArray(name).add(value);
                } else {
                    body.put(name, value);
                }
            });
            return new Question(path, body.toString());
        }
        String query = String.join(
                "&",
                fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .toList());
        return new Question(query.isEmpty() ? path : path + "?" + query, null);
    }

    private List<String> valuesOf(String name, JsonNode schema, String template) {
        List<String> known = values.getOrDefault(name, List.of());
        List<String> all = Stream.concat(
                        known.stream(), schema.path("enum").valueStream().map(JsonNode::asString))
                .distinct()
                .toList();
        if (all.isEmpty()) {
            throw new AssertionError("The parameter " + name + " of " + template + " is new: give it values.");
        }
        return all;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? description.at(node.path("$ref").asString().substring(1)) : node;
    }
}
