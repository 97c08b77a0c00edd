package dev.vireo.seeder.trackerdoor;

import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.seeder.tracker.AnnounceEvent;
import dev.vireo.seeder.tracker.AnnounceOutcome;
import dev.vireo.seeder.tracker.PeerId;
import dev.vireo.seeder.tracker.Refusal;
import dev.vireo.seeder.tracker.SessionDescription;
import dev.vireo.seeder.tracker.SwarmCounts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The messages of WebTorrent's tracker protocol. Bytes are strings in them, one character each. What a browser gets of
 * another one is made anew from the two fields that are known, so nothing else passes.
 */
final class SocketMessages {

    private static final int MOST_OFFERS = 10;
    private static final int MOST_HASHES = 74;
    private static final int DEEPEST = 8;
    private static final int LONGEST_SDP = 8 * 1024;
    private static final int LONGEST_WORD = 100;
    private static final int LAST_BYTE = 0xff;
    private static final String ACTION = "action";
    private static final String ANNOUNCE = "announce";
    private static final String SCRAPE = "scrape";
    private static final String HASH = "info_hash";
    private static final String PEER = "peer_id";
    private static final String OFFER_ID = "offer_id";

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_WORD)
                            .maxNameLength(LONGEST_WORD)
                            .build())
                    .build())
            .build();

    private SocketMessages() {}

    /** Reads a message; empty when it is none of ours. */
    static Optional<SocketRequest> parse(String text) {
        try {
            JsonNode message = JSON.readTree(text);
            return switch (string(message, ACTION)) {
                case ANNOUNCE -> message.has("answer") ? answer(message) : announce(message);
                case SCRAPE -> scrape(message);
                default -> Optional.empty();
            };
        } catch (JacksonException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    static String announced(TrackedHash hash, AnnounceOutcome.Announced announced) {
        return JSON.createObjectNode()
                .put(ACTION, ANNOUNCE)
                .put(HASH, text(hash.bytes()))
                .put("interval", announced.interval().toSeconds())
                .put("complete", announced.counts().complete())
                .put("incomplete", announced.counts().incomplete())
                .toString();
    }

    static String failure(Refusal reason, @Nullable TrackedHash hash) {
        ObjectNode message = JSON.createObjectNode().put(ACTION, ANNOUNCE).put("failure reason", reason.words());
        return hash == null
                ? message.toString()
                : message.put(HASH, text(hash.bytes())).toString();
    }

    static String offer(TrackedHash hash, PeerId from, SessionDescription offer) {
        return passed(hash, from, "offer", offer);
    }

    static String answer(TrackedHash hash, PeerId from, SessionDescription answer) {
        return passed(hash, from, "answer", answer);
    }

    static String scraped(Map<TrackedHash, SwarmCounts> files) {
        ObjectNode message = JSON.createObjectNode().put(ACTION, SCRAPE);
        ObjectNode all = message.putObject("files");
        files.forEach((hash, counts) -> all.putObject(text(hash.bytes()))
                .put("complete", counts.complete())
                .put("incomplete", counts.incomplete())
                .put("downloaded", counts.downloaded()));
        return message.toString();
    }

    private static String passed(TrackedHash hash, PeerId from, String kind, SessionDescription offer) {
        ObjectNode message = JSON.createObjectNode()
                .put(ACTION, ANNOUNCE)
                .put(HASH, text(hash.bytes()))
                .put(PEER, text(from.bytes()))
                .put(OFFER_ID, offer.id());
        message.putObject(kind).put("type", kind).put("sdp", offer.sdp());
        return message.toString();
    }

    private static Optional<SocketRequest> announce(JsonNode message) {
        List<SessionDescription> offers = new ArrayList<>();
        JsonNode listed = message.path("offers");
        if (listed.size() > MOST_OFFERS) {
            return Optional.empty();
        }
        for (JsonNode entry : listed) {
            offers.add(offer(entry, "offer"));
        }
        JsonNode left = message.path("left");
        return Optional.of(new SocketRequest.Announce(
                hash(message.path(HASH)),
                peer(message, PEER),
                left.isNumber() && left.doubleValue() == 0,
                event(string(message, "event")),
                message.path("numwant").isInt() ? message.path("numwant").intValue() : -1,
                offers));
    }

    private static Optional<SocketRequest> answer(JsonNode message) {
        return Optional.of(new SocketRequest.Answer(
                hash(message.path(HASH)), peer(message, PEER), peer(message, "to_peer_id"), offer(message, "answer")));
    }

    private static Optional<SocketRequest> scrape(JsonNode message) {
        JsonNode asked = message.path(HASH);
        if (!asked.isArray()) {
            return Optional.of(new SocketRequest.Scrape(List.of(hash(asked))));
        }
        if (asked.size() > MOST_HASHES) {
            return Optional.empty();
        }
        List<TrackedHash> hashes = new ArrayList<>();
        asked.forEach(entry -> hashes.add(hash(entry)));
        return Optional.of(new SocketRequest.Scrape(hashes));
    }

    private static SessionDescription offer(JsonNode entry, String kind) {
        JsonNode description = entry.path(kind);
        String sdp = string(description, "sdp");
        if (!string(description, "type").equals(kind) || sdp.isEmpty() || sdp.length() > LONGEST_SDP) {
            throw new IllegalArgumentException("Not of kind " + kind);
        }
        String id = string(entry, OFFER_ID);
        bytes(id);
        return new SessionDescription(id, sdp);
    }

    private static TrackedHash hash(JsonNode value) {
        return TrackedHash.of(bytes(value.isString() ? value.stringValue() : ""));
    }

    private static PeerId peer(JsonNode message, String field) {
        return PeerId.of(bytes(string(message, field)));
    }

    private static String string(JsonNode message, String field) {
        JsonNode value = message.path(field);
        return value.isString() ? value.stringValue() : "";
    }

    private static byte[] bytes(String text) {
        if (text.length() != PeerId.BYTES || text.chars().anyMatch(sign -> sign > LAST_BYTE)) {
            throw new IllegalArgumentException("Not 20 bytes");
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static AnnounceEvent event(String word) {
        return switch (word) {
            case "started" -> AnnounceEvent.STARTED;
            case "completed" -> AnnounceEvent.COMPLETED;
            case "stopped" -> AnnounceEvent.STOPPED;
            default -> AnnounceEvent.NONE;
        };
    }
}
