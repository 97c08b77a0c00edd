package dev.vireo.e2e;

import dev.vireo.testkit.Eventually;
import java.net.URI;
import java.util.List;

/**
 * Somebody, and what must never be shown to them.
 *
 * @param hidden nothing may tell of it
 */
record HostileCaller(String who, Person person, List<Planted> hidden) {
    HostileCaller {
        hidden = List.copyOf(hidden);
    }

    static HostileCaller stranger(URI instance, Planted... hidden) {
        return new HostileCaller("a stranger at " + instance.getHost(), Person.anonymousAt(instance), List.of(hidden));
    }

    /** A user who follows alice. */
    static HostileCaller user(URI instance, Planted... hidden) {
        Person bob = settled(instance, "bob");
        bob.post("/api/v1/users/me/subscriptions", "{\"uri\":\"alice_channel\"}")
                .expect(204);
        return new HostileCaller("a user of " + instance.getHost(), bob, List.of(hidden));
    }

    /** Somebody who sees everything of that instance. */
    static HostileCaller administrator(URI instance, Planted... hidden) {
        return new HostileCaller(
                "an administrator of " + instance.getHost(), settled(instance, "root"), List.of(hidden));
    }

    /** Whose own channel is in the lists already: it is made when they come for the first time. */
    private static Person settled(URI instance, String name) {
        Person person = Person.signedIn(instance, name);
        String channel = person.get("/api/v1/users/me")
                .expect(200)
                .json()
                .at("/videoChannels/0/id")
                .asString();
        Eventually.until(
                name + "'s channel is found",
                () -> person.get("/api/v1/video-channels?count=100").expect(200).text(),
                list -> list.contains(channel));
        return person;
    }
}
