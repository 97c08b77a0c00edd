package dev.vireo.kit.identity;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, through which instance.
 *
 * @param instance the instance the request came to; the token is of its realm
 * @param subject the token's {@code sub}; null for an anonymous caller
 * @param username the account's handle; null for an anonymous caller
 * @param displayName the name a person reads; may be null
 * @param email may be null
 * @param roles realm roles, {@code operator} only of a realm that may give it
 * @param token the bearer token itself, to pass on to another service; null for an anonymous caller
 */
public record Caller(
        InstanceId instance,
        @Nullable String subject,
        @Nullable String username,
        @Nullable String displayName,
        @Nullable String email,
        Set<String> roles,
        @Nullable String token) {

    static final String OPERATOR = "operator";
    private static final String ADMINISTRATOR = "administrator";
    private static final String MODERATOR = "moderator";

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Somebody without a token. */
    public static Caller anonymous(InstanceId instance) {
        return new Caller(instance, null, null, null, null, Set.of(), null);
    }

    /** A verified token came with the request. */
    public boolean signedIn() {
        return subject != null;
    }

    /** May do everything on the instance. */
    public boolean administrator() {
        return roles.contains(ADMINISTRATOR);
    }

    /** Looks after the whole deployment, all instances of it. */
    public boolean operator() {
        return roles.contains(OPERATOR);
    }

    /** Sees everything of the instance, to keep it in order; an administrator does too. */
    public boolean moderator() {
        return administrator() || roles.contains(MODERATOR);
    }

    /** The subject; UNAUTHENTICATED for an anonymous caller. */
    public String requireSubject() {
        if (subject == null) {
            throw new PlatformException(
                    KitErrorCode.UNAUTHENTICATED, "Sign in first: this needs an access token of this instance.");
        }
        return subject;
    }

    /** Without the token, so that it never reaches a log. */
    @Override
    public String toString() {
        return "Caller[" + instance + ", " + (subject == null ? "anonymous" : subject) + "]";
    }
}
