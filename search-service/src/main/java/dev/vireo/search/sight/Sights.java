package dev.vireo.search.sight;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.Instance;
import dev.vireo.kit.identity.Instances;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Decides which videos a caller's list may have: by the caller's token alone, as the public gRPC door leads here too. */
@Component
public final class Sights {
    private static final String INTERNAL = "PRIVACY_INTERNAL";
    private static final List<String> USUAL = List.of("PRIVACY_PUBLIC", INTERNAL);

    private final ElasticsearchOwners owners;
    private final Instances instances;

    Sights(ElasticsearchOwners owners, Instances instances) {
        this.owners = owners;
        this.instances = instances;
    }

    /** What everybody sees of the instances that take part in the global search, without some of it. */
    public Sight everywhere(List<String> blockedHosts, Map<String, List<String>> blockedAccounts) {
        return new Sight.Everywhere(
                instances.all().stream()
                        .filter(Instance::globalSearch)
                        .map(Instance::id)
                        .toList(),
                blockedHosts,
                blockedAccounts);
    }

    /** What the caller sees in lists. */
    public Sight of(Caller caller) {
        return of(caller, Sight.Wish.NOTHING);
    }

    /** What the caller may open. */
    public Sight openable(Caller caller) {
        return new Sight.Openable(caller.instance(), caller.signedIn(), caller.subject(), caller.moderator());
    }

    /** What the caller sees; FORBIDDEN when it may not see what it wishes. */
    public Sight of(Caller caller, Sight.Wish wish) {
        if (wish.usual()) {
            return caller.signedIn() ? new Sight.SignedIn(caller.instance()) : new Sight.Everybody(caller.instance());
        }
        List<String> privacies = wish.privacies().isEmpty() ? USUAL : wish.privacies();
        boolean unfinished = (wish.include() & Sight.Wish.UNFINISHED) != 0;
        if (caller.moderator()) {
            return new Sight.Privacies(caller.instance(), privacies, unfinished, null);
        }
        if (caller.subject() == null || (wish.ofSomebody() && !owners.owns(caller, wish.account(), wish.channel()))) {
            throw new PlatformException(
                    KitErrorCode.FORBIDDEN,
                    "Only their owner and the instance's moderators may ask for videos by privacyOneOf or include.");
        }
        return new Sight.Privacies(caller.instance(), privacies, unfinished, caller.subject());
    }
}
