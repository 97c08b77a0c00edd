package dev.vireo.e2e;

import dev.vireo.local.Platform;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Hostile questions to the REST API and the feeds. */
final class RestQuestions {
    /** An element says that there is no video any more, or one that is not for the caller: PeerTube's players say which. */
    private static final String HIDDEN_ELEMENT = "\"type\":[0-9],\"video\":null";

    /** Other stories' videos are watched, and that is counted later. */
    private static final String VIEWS = "\"views\":[0-9]+";

    private static final String OF_NO_PLAYLIST = "\"[0-9a-f-]{36}\":\\[]";

    private RestQuestions() {}

    /** Those of some of the lists, by method and path, that could find the planted things. */
    static HostileQuestions<ApiQuestions.Question> about(
            Platform platform, Predicate<String> lists, List<Planted> planted) {
        return new HostileQuestions<>(all(platform, lists, planted), RestQuestions::asked, RestQuestions::isOpen);
    }

    /** What is public elsewhere, and what is asked for by its address. */
    private static boolean isOpen(ApiQuestions.Question question, Planted thing) {
        return thing.isPublic()
                ? question.everywhere()
                : thing.isUnlisted() && question.path().startsWith(thing.path() + "/");
    }

    static List<ApiQuestions.Question> all(Platform platform, Predicate<String> lists, List<Planted> planted) {
        JsonNode description = Person.anonymousAt(platform.address())
                .get("/api/v1/openapi.json")
                .expect(200)
                .json();
        List<String> spoken =
                planted.stream().filter(Planted::isVideo).map(Planted::spoken).toList();
        return new ApiQuestions(
                        description, HostileValues.ofRest(platform.address(), Plants.second(platform), planted), spoken)
                .all(lists);
    }

    private static HostileQuestions.Told asked(ApiQuestions.Question question, Person person) {
        Person.Answer answer = question.of(person);
        return new HostileQuestions.Told(answer.status() + " " + told(question, answer), answer.status() >= 500);
    }

    /** Some answers repeat what was asked, and whoever asked knows that: no places of a video, a refused address. */
    private static String told(ApiQuestions.Question question, Person.Answer answer) {
        if (answer.status() < 400) {
            return answer.text()
                    .replaceAll(OF_NO_PLAYLIST, "")
                    .replaceAll(HIDDEN_ELEMENT, "hidden")
                    .replaceAll(VIEWS, "");
        }
        String address = question.path().split("\\?", 2)[0];
        String text = answer.text().replace("\"instance\":\"" + address + "\",", "");
        for (String part : address.split("/", -1)) {
            text = text.replace("'" + part + "'", "");
        }
        return text;
    }
}
