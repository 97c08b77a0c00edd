package dev.vireo.search.sight;

import dev.vireo.kit.identity.InstanceId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which videos a list may have at all, whatever else is asked. */
public sealed interface Sight {

    /** Something of the instance that the caller is at. */
    sealed interface Here extends Sight {
        /** Which one. */
        InstanceId instance();
    }

    /** What everybody may find at the instance. */
    record Everybody(InstanceId instance) implements Here {}

    /** What those who are signed in at the instance may find. */
    record SignedIn(InstanceId instance) implements Here {}

    /**
     * Videos of some privacies.
     *
     * @param privacies names of the contract's
     * @param unfinished those too that cannot be watched
     * @param subject of the owner; null for those of the whole instance
     */
    record Privacies(
            InstanceId instance,
            List<String> privacies,
            boolean unfinished,
            @Nullable String subject) implements Here {
        /** Copies the privacies. */
        public Privacies {
            privacies = List.copyOf(privacies);
        }
    }

    /**
     * Whatever the caller may open when its address is known: more than is listed.
     *
     * @param signedIn at the instance
     * @param subject of the caller's tokens; null for the anonymous
     * @param everything a moderator of the instance
     */
    record Openable(
            InstanceId instance, boolean signedIn, @Nullable String subject, boolean everything) implements Here {}

    /**
     * What everybody may find at several instances.
     *
     * @param instances those that take part
     * @param hosts without these
     * @param accounts without these, by host
     */
    record Everywhere(List<InstanceId> instances, List<String> hosts, Map<String, List<String>> accounts)
            implements Sight {
        /** Copies all. */
        public Everywhere {
            instances = List.copyOf(instances);
            hosts = List.copyOf(hosts);
            accounts = Map.copyOf(accounts);
        }
    }

    /**
     * What a caller wishes to see beyond the usual.
     *
     * @param privacies names of the contract's; empty for the usual ones
     * @param include PeerTube's flags
     * @param account whose videos are asked for
     * @param channel whose videos are asked for
     */
    record Wish(List<String> privacies, int include, Party account, Party channel) {
        /** Nothing beyond. */
        public static final Wish NOTHING = new Wish(List.of(), 0, Party.ANY, Party.ANY);

        static final int UNFINISHED = 1;

        /** Copies the privacies. */
        public Wish {
            privacies = List.copyOf(privacies);
        }

        /** What one sees anyway. */
        public boolean usual() {
            return privacies.isEmpty() && include == 0;
        }

        boolean ofSomebody() {
            return !account.equals(Party.ANY) || !channel.equals(Party.ANY);
        }
    }
}
