package dev.vireo.seeder.rpc;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.Callers;

/** Who looks after swarms. */
final class Operators {

    private Operators() {}

    /** Handle of the operator who calls; everybody else is refused. */
    static String require() {
        Caller caller = Callers.current();
        String subject = caller.requireSubject();
        if (!caller.operator()) {
            throw new PlatformException(
                    KitErrorCode.FORBIDDEN, "Only an operator of the deployment looks after its swarms.");
        }
        return caller.username() == null ? subject : caller.username();
    }
}
