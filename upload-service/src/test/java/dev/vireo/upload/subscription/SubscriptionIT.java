package dev.vireo.upload.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.catalog.v1.CreateChannelRequest;
import dev.vireo.contracts.catalog.v1.DeleteChannelRequest;
import dev.vireo.contracts.catalog.v1.FindSubscriptionsRequest;
import dev.vireo.contracts.catalog.v1.GetFeedTokenRequest;
import dev.vireo.contracts.catalog.v1.GetMeRequest;
import dev.vireo.contracts.catalog.v1.GetSubscriptionRequest;
import dev.vireo.contracts.catalog.v1.ListFeedChannelsRequest;
import dev.vireo.contracts.catalog.v1.ListSubscribedChannelsRequest;
import dev.vireo.contracts.catalog.v1.ListSubscriptionsRequest;
import dev.vireo.contracts.catalog.v1.RenewFeedTokenRequest;
import dev.vireo.contracts.catalog.v1.SubscribeRequest;
import dev.vireo.contracts.catalog.v1.UnsubscribeRequest;
import dev.vireo.contracts.channel.v1.Account;
import dev.vireo.contracts.channel.v1.Channel;
import dev.vireo.contracts.subscription.v1.SubscriptionEvent;
import dev.vireo.contracts.subscription.v1.SubscriptionEvent.EventCase;
import dev.vireo.testkit.Eventually;
import dev.vireo.testkit.RealServers;
import dev.vireo.upload.GrpcTestClient;
import dev.vireo.upload.RunningUploadService;
import dev.vireo.upload.TestCallers;
import dev.vireo.upload.TestTopic;
import io.grpc.Status.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

final class SubscriptionIT {
    private static final int MANY = 450;

    private final RunningUploadService service = RunningUploadService.shared();
    private final GrpcTestClient alice = TestCallers.grpc(service, "main", "alice");
    private final GrpcTestClient bob = TestCallers.grpc(service, "main", "bob");
    private final GrpcTestClient neighbour = TestCallers.grpc(service, "second", "bob");
    private final GrpcTestClient anyone = new GrpcTestClient(service.channel(), "main", "");
    private final TestTopic topic = new TestTopic(RealServers.kafka().bootstrapServers(), "subscription.v1");

    @Test
    void anAccountFollowsAChannelUntilItDoesNot() {
        Channel channel = channel(alice);
        String handle = channel.getName() + "@Main.example";
        subscribe(bob, handle);
        subscribe(bob, channel.getName());

        assertThat(all(bob)).contains(channel);
        assertThat(bob.subscriptions().getSubscription(get(handle)).getChannel())
                .isEqualTo(channel);
        assertThat(followed(bob, handle, "nobody", channel.getName())).containsExactly(handle, channel.getName());
        assertThat(ids(bob)).contains(channel.getId());
        assertThat(all(alice)).doesNotContain(channel);
        assertThat(ids(alice)).doesNotContain(channel.getId());

        unsubscribe(bob, handle);
        assertThat(all(bob)).doesNotContain(channel);
        assertThat(status(() -> unsubscribe(bob, handle))).isEqualTo(Code.NOT_FOUND);
        assertThat(status(() -> bob.subscriptions().getSubscription(get(handle))))
                .isEqualTo(Code.NOT_FOUND);
        List<SubscriptionEvent> facts = facts(bob, channel, 2);
        assertThat(facts)
                .extracting(SubscriptionEvent::getEventCase)
                .containsExactly(EventCase.ADDED, EventCase.REMOVED);
        assertThat(facts).extracting(SubscriptionEvent::getRevision).isSorted().doesNotHaveDuplicates();
        assertThat(facts.getFirst().getInstanceId()).isEqualTo("main");
        assertThat(facts.getFirst().getAdded().getAccount()).isEqualTo(me(bob));
        assertThat(facts.getFirst().getAdded().getChannelId()).isEqualTo(channel.getId());
        delete(alice, channel);
    }

    @Test
    void whatIsGoneIsNotFollowedAndAnotherOfTheNameIsNotEither() {
        Channel channel = channel(alice);
        subscribe(bob, channel.getName());
        delete(alice, channel);
        assertThat(ids(bob)).doesNotContain(channel.getId());
        Channel other = create(alice, channel.getName());
        assertThat(followed(bob, channel.getName())).isEmpty();
        assertThat(ids(bob)).doesNotContain(other.getId());
        assertThat(facts(bob, channel, 2).getLast().getEventCase()).isEqualTo(EventCase.REMOVED);

        subscribe(bob, channel.getName());
        assertThat(ids(bob)).contains(other.getId());
        assertThat(facts(bob, channel, 3).getLast().getAdded().getChannelId()).isEqualTo(other.getId());
        unsubscribe(bob, channel.getName());
        delete(alice, other);
    }

    @Test
    void eachSubscriptionToAChannelThatIsGoneIsTold() {
        Channel channel = channel(alice);
        String prefix = "follower" + UUID.randomUUID().toString().replace("-", "");
        service.jdbc()
                .sql("""
                        with names as (
                            insert into handle select 'main', :prefix || n from generate_series(1, :many) n returning name
                        ), followers as (
                            insert into account select gen_random_uuid(), 'main', name, name, '', '', now(), now() from names
                            returning id
                        )
                        insert into subscription select id, '', :channel, :id, now() from followers""")
                .param("prefix", prefix)
                .param("many", MANY)
                .param("channel", channel.getName())
                .param("id", UUID.fromString(channel.getId()))
                .update();
        subscribe(bob, channel.getName());
        delete(alice, channel);
        Eventually.until("all are over", () -> rows(channel), count -> count == 0);
        List<String> followers = service.jdbc()
                .sql("select id::text from account where name like ?")
                .param(prefix + "%")
                .query(String.class)
                .list();
        assertThat(followers).hasSize(MANY);
        List<String> keys = Stream.concat(followers.stream(), Stream.of(me(bob).getId()))
                .map(follower -> follower + ":" + channel.getName() + "@")
                .toList();
        assertThat(removed(channel, keys.size())).containsExactlyInAnyOrderElementsOf(keys);
    }

    /** The key of each fact that somebody no longer follows it. */
    private List<String> removed(Channel channel, int atLeast) {
        return Eventually.until(
                "as many facts",
                () -> topic.all().stream()
                        .filter(event -> event.key().endsWith(":" + channel.getName() + "@"))
                        .filter(event -> fact(event).getEventCase() == EventCase.REMOVED)
                        .map(ConsumerRecord::key)
                        .toList(),
                keys -> keys.size() >= atLeast);
    }

    @Test
    void pagesComeInTheOrderOfSubscription() {
        GrpcTestClient reader = TestCallers.grpc(service, "second", "root");
        GrpcTestClient maker = TestCallers.grpc(service, "second", "alice");
        List<Channel> some = List.of(channel(maker), channel(maker), channel(maker));
        some.forEach(channel -> subscribe(reader, channel.getName()));
        assertThat(page(reader, 0, 2, true)).containsExactly(some.get(0), some.get(1));
        assertThat(page(reader, 2, 2, true)).containsExactly(some.get(2));
        assertThat(page(reader, 0, 2, false)).containsExactly(some.get(2), some.get(1));
        some.forEach(channel -> delete(maker, channel));
        assertThat(page(reader, 0, 2, true)).isEmpty();
    }

    @Test
    void refusesWhatIsNotThere() {
        Channel channel = channel(alice);
        assertThat(status(() -> subscribe(anyone, channel.getName()))).isEqualTo(Code.UNAUTHENTICATED);
        assertThat(status(() -> ids(anyone))).isEqualTo(Code.UNAUTHENTICATED);
        assertThat(status(() -> subscribe(neighbour, channel.getName()))).isEqualTo(Code.NOT_FOUND);
        assertThat(status(() -> subscribe(bob, channel.getName() + "@elsewhere.example")))
                .isEqualTo(Code.NOT_FOUND);
        assertThat(status(() -> subscribe(bob, ""))).isEqualTo(Code.NOT_FOUND);
        assertThat(status(() -> subscribe(bob, "a\0b"))).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(status(() -> followed(bob, "a".repeat(1_000)))).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(status(() -> followed(
                        bob, IntStream.range(0, 101).mapToObj(at -> "a" + at).toArray(String[]::new))))
                .isEqualTo(Code.INVALID_ARGUMENT);
        delete(alice, channel);
    }

    @Test
    void theTokenOfAFeedOpensOneAccountUntilItIsRenewed() {
        Channel channel = channel(alice);
        subscribe(bob, channel.getName());
        String token = token(bob);
        assertThat(token(bob)).isEqualTo(token);
        assertThat(feed(anyone, me(bob), token)).contains(channel.getId());
        assertThat(token(alice)).isNotEqualTo(token);
        GrpcTestClient elsewhere = new GrpcTestClient(service.channel(), "second", "");
        for (Runnable wrong : List.<Runnable>of(
                () -> feed(anyone, me(alice), token),
                () -> feed(elsewhere, me(bob), token),
                () -> feed(anyone, me(bob), ""),
                () -> feed(anyone, Account.newBuilder().setId("bob").build(), token),
                () -> feed(
                        anyone,
                        Account.newBuilder().setId(UUID.randomUUID().toString()).build(),
                        token))) {
            assertThat(status(wrong)).isEqualTo(Code.PERMISSION_DENIED);
        }

        String other = bob.subscriptions()
                .renewFeedToken(RenewFeedTokenRequest.getDefaultInstance())
                .getToken();
        assertThat(status(() -> feed(anyone, me(bob), token))).isEqualTo(Code.PERMISSION_DENIED);
        assertThat(feed(anyone, me(bob), other)).contains(channel.getId());
        assertThat(status(() -> token(anyone))).isEqualTo(Code.UNAUTHENTICATED);
        delete(alice, channel);
    }

    @Test
    void nobodyFollowsMoreThanMayBeAlsoAtOnce() throws Exception {
        try (RunningUploadService strict =
                        RunningUploadService.start(Map.of("vireo.subscription.max-per-account", "2"));
                ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            GrpcTestClient maker = TestCallers.grpc(strict, "main", "alice");
            GrpcTestClient reader = TestCallers.grpc(strict, "main", "bob");
            reader.channels().getMe(GetMeRequest.getDefaultInstance());
            List<String> names =
                    Stream.generate(() -> channel(maker).getName()).limit(6).toList();
            List<Callable<Code>> all = names.stream()
                    .<Callable<Code>>map(name -> () -> status(() -> subscribe(reader, name)))
                    .toList();
            List<Code> outcomes = new ArrayList<>();
            for (Future<Code> outcome : pool.invokeAll(all)) {
                outcomes.add(outcome.get());
            }
            assertThat(outcomes).containsOnly(Code.OK, Code.FAILED_PRECONDITION);
            assertThat(outcomes.stream().filter(Code.OK::equals)).hasSize(2);
            assertThat(ids(reader)).hasSize(2);
            subscribe(reader, names.get(outcomes.indexOf(Code.OK)));

            // Its row stays until its end is told, which makes room at once all the same.
            strict.jdbc()
                    .sql("update subscription set channel_id = ? where name = ?")
                    .params(UUID.randomUUID(), names.get(outcomes.indexOf(Code.OK)))
                    .update();
            subscribe(reader, names.get(outcomes.indexOf(Code.FAILED_PRECONDITION)));
            assertThat(ids(reader)).hasSize(2);
        }
    }

    private List<SubscriptionEvent> facts(GrpcTestClient follower, Channel channel, int atLeast) {
        return facts(me(follower).getId(), channel, atLeast);
    }

    private List<SubscriptionEvent> facts(String follower, Channel channel, int atLeast) {
        return Eventually.until(
                        "facts",
                        () -> topic.withKey(follower + ":" + channel.getName() + "@"),
                        found -> found.size() >= atLeast)
                .stream()
                .map(SubscriptionIT::fact)
                .toList();
    }

    private static SubscriptionEvent fact(ConsumerRecord<String, byte[]> event) {
        try {
            return SubscriptionEvent.parseFrom(event.value());
        } catch (InvalidProtocolBufferException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private int rows(Channel channel) {
        return service.jdbc()
                .sql("select count(*) from subscription where channel_id = ?")
                .param(UUID.fromString(channel.getId()))
                .query(Integer.class)
                .single();
    }

    private static Channel channel(GrpcTestClient owner) {
        return create(owner, "c" + UUID.randomUUID().toString().replace("-", ""));
    }

    private static Channel create(GrpcTestClient owner, String name) {
        return owner.channels()
                .createChannel(CreateChannelRequest.newBuilder()
                        .setName(name)
                        .setDisplayName("Films")
                        .build())
                .getChannel();
    }

    private static void delete(GrpcTestClient owner, Channel channel) {
        owner.channels()
                .deleteChannel(DeleteChannelRequest.newBuilder()
                        .setName(channel.getName())
                        .build());
    }

    private static void subscribe(GrpcTestClient follower, String handle) {
        follower.subscriptions()
                .subscribe(SubscribeRequest.newBuilder().setChannel(handle).build());
    }

    private static void unsubscribe(GrpcTestClient follower, String handle) {
        follower.subscriptions()
                .unsubscribe(UnsubscribeRequest.newBuilder().setChannel(handle).build());
    }

    private static GetSubscriptionRequest get(String handle) {
        return GetSubscriptionRequest.newBuilder().setChannel(handle).build();
    }

    private static List<Channel> all(GrpcTestClient follower) {
        return page(follower, 0, 100, false);
    }

    private static List<Channel> page(GrpcTestClient follower, int start, int count, boolean ascending) {
        return follower.subscriptions()
                .listSubscriptions(ListSubscriptionsRequest.newBuilder()
                        .setStart(start)
                        .setCount(count)
                        .setAscending(ascending)
                        .build())
                .getChannelsList();
    }

    private static List<String> followed(GrpcTestClient follower, String... handles) {
        return follower.subscriptions()
                .findSubscriptions(FindSubscriptionsRequest.newBuilder()
                        .addAllChannels(List.of(handles))
                        .build())
                .getFollowedList();
    }

    private static List<String> ids(GrpcTestClient follower) {
        return follower.subscriptions()
                .listSubscribedChannels(ListSubscribedChannelsRequest.getDefaultInstance())
                .getChannelIdsList();
    }

    private static String token(GrpcTestClient owner) {
        return owner.subscriptions()
                .getFeedToken(GetFeedTokenRequest.getDefaultInstance())
                .getToken();
    }

    private static List<String> feed(GrpcTestClient reader, Account account, String token) {
        return reader.subscriptions()
                .listFeedChannels(ListFeedChannelsRequest.newBuilder()
                        .setAccountId(account.getId())
                        .setToken(token)
                        .build())
                .getChannelIdsList();
    }

    private static Account me(GrpcTestClient caller) {
        return caller.channels().getMe(GetMeRequest.getDefaultInstance()).getAccount();
    }

    private static Code status(Runnable call) {
        return GrpcTestClient.statusOf(call);
    }
}
