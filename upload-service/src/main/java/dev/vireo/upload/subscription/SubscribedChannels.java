package dev.vireo.upload.subscription;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.InstanceId;
import dev.vireo.upload.channel.AccountId;
import dev.vireo.upload.channel.Accounts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The channels whose videos an account's list has: for the account itself, or for a reader of feeds with its token. */
@Service
class SubscribedChannels {
    private final JdbcSubscriptionRepository subscriptions;
    private final JdbcFeedTokenRepository tokens;
    private final Accounts accounts;

    SubscribedChannels(JdbcSubscriptionRepository subscriptions, JdbcFeedTokenRepository tokens, Accounts accounts) {
        this.subscriptions = subscriptions;
        this.tokens = tokens;
        this.accounts = accounts;
    }

    List<String> of(Caller caller) {
        return of(accounts.of(caller).id());
    }

    /** FORBIDDEN does not tell whether there is such an account. */
    List<String> of(InstanceId instance, String account, String token) {
        return id(account)
                .filter(id -> tokens.of(instance, id)
                        .filter(right -> same(right, token))
                        .isPresent())
                .map(id -> of(new AccountId(id)))
                .orElseThrow(() ->
                        new PlatformException(KitErrorCode.FORBIDDEN, "The token is not that of the account's feed."));
    }

    String token(Caller caller) {
        return tokens.getOrPut(accounts.of(caller).id(), random());
    }

    String anotherToken(Caller caller) {
        String token = random();
        tokens.put(accounts.of(caller).id(), token);
        return token;
    }

    private List<String> of(AccountId account) {
        return subscriptions.channels(account).stream()
                .map(channel -> channel.value().toString())
                .toList();
    }

    private static Optional<UUID> id(String account) {
        try {
            return Optional.of(UUID.fromString(account));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static boolean same(String right, String given) {
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** 122 bits of a secure source. */
    private static String random() {
        return UUID.randomUUID().toString();
    }
}
