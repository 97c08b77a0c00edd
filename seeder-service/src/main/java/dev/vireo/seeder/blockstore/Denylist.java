package dev.vireo.seeder.blockstore;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.seeder.ipfs.MalformedIpfsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A list of denials (specs.ipfs.tech/compact-denylist-format): a header up to three dashes, comments, and a rule a line, whose
 * hints are read over.
 *
 * @param denied what it denies
 * @param allowed what it allows
 * @param passedOver how many rules are about something else than blocks
 */
record Denylist(List<DenialRule> denied, List<DenialRule> allowed, int passedOver) {

    private static final String HEADER_END = "---";
    private static final String ALLOWS = "+";

    Denylist {
        denied = List.copyOf(denied);
        allowed = List.copyOf(allowed);
    }

    /** Reads a list; INVALID_ARGUMENT names the line that cannot be read. */
    static Denylist parse(String text) {
        List<String> lines = text.lines().map(String::strip).toList();
        List<DenialRule> denied = new ArrayList<>();
        List<DenialRule> allowed = new ArrayList<>();
        int passedOver = 0;
        for (int at = lines.indexOf(HEADER_END) + 1; at < lines.size(); at++) {
            String line = lines.get(at);
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            boolean allows = line.startsWith(ALLOWS);
            Optional<DenialRule> rule = rule(at + 1, withoutHints(allows ? line.substring(1) : line));
            rule.ifPresent((allows ? allowed : denied)::add);
            passedOver += rule.isPresent() ? 0 : 1;
        }
        return new Denylist(denied, allowed, passedOver);
    }

    private static String withoutHints(String line) {
        int hints = line.indexOf(' ');
        return hints < 0 ? line : line.substring(0, hints);
    }

    private static Optional<DenialRule> rule(int number, String rule) {
        try {
            return DenialRule.parse(rule);
        } catch (MalformedIpfsException malformed) {
            throw PlatformException.invalid("list", "line " + number + " is no rule: " + malformed.getMessage() + ".");
        }
    }
}
