package dev.vireo.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.contracts.channel.v1.Account;
import dev.vireo.contracts.channel.v1.Channel;
import dev.vireo.contracts.search.v1.ChannelSort;
import dev.vireo.contracts.search.v1.ListAccountsRequest;
import dev.vireo.contracts.search.v1.ListAccountsResponse;
import dev.vireo.contracts.search.v1.SearchChannelsRequest;
import dev.vireo.search.RunningSearchService;
import dev.vireo.search.TestChannels;
import dev.vireo.testkit.Eventually;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The accounts of an instance, each once however many channels it has. */
final class AccountListIT {
    private static final String MARK = "m" + UUID.randomUUID().toString().substring(0, 8);
    /** After all that other tests have told of the same topic. */
    private static final int LATE = 2_000_000_000;

    private static RunningSearchService service;
    private static TestChannels channels;
    private static Channel ofAnna;
    private static Channel ofBen;
    private static Channel ofCleo;
    private static Channel abroad;
    private static Channel closed;

    @BeforeAll
    static void tell() {
        service = RunningSearchService.start(Map.of());
        channels = new TestChannels();
        ofAnna = channels.tell(TestChannels.channel("main", "z1_" + MARK, "anna_" + MARK, LATE + 1), "");
        channels.tell(TestChannels.channel("main", "z2_" + MARK, "anna_" + MARK, LATE + 1), "");
        ofBen = channels.tell(TestChannels.channel("main", "b_" + MARK, "ben_" + MARK, LATE + 2), "");
        ofCleo = channels.tell(TestChannels.channel("main", "c_" + MARK, "cleo_" + MARK, LATE + 3), "");
        abroad = channels.tell(TestChannels.channel("second", "d_" + MARK, "dora_" + MARK, LATE + 4), "");
        closed = channels.tell(TestChannels.channel("main", "e_" + MARK, "emil_" + MARK, LATE + 5), "");
        Eventually.holds(
                "all are there",
                () -> names(asked("main")).contains(closed.getOwner().getName())
                        && names(asked("main")).containsAll(List.of(name(ofAnna), name(ofBen), name(ofCleo)))
                        && names(asked("second")).contains(name(abroad)));
        channels.delete(closed);
        Eventually.holds("the last is gone", () -> !names(asked("main")).contains(name(closed)));
    }

    @AfterAll
    static void stop() {
        channels.close();
        service.close();
    }

    @Test
    void listsEachAccountOnceTheNewestFirst() {
        assertThat(names(asked("main"))).startsWith(name(ofCleo), name(ofBen), name(ofAnna));
        assertThat(names(asked("main"))).doesNotContain(name(abroad)).doesNotHaveDuplicates();
        assertThat(asked("main").getAccounts(0)).isEqualTo(ofCleo.getOwner());
        ListAccountsResponse oldest = list(
                "main",
                ListAccountsRequest.newBuilder()
                        .setAscending(true)
                        .setStart((int) asked("main").getTotal() - 3)
                        .setCount(10));
        assertThat(names(oldest)).containsExactly(name(ofAnna), name(ofBen), name(ofCleo));
    }

    @Test
    void countsAccountsNotChannels() {
        ListAccountsResponse first = asked("main");
        List<String> all = new ArrayList<>();
        for (int start = 0; start < first.getTotal(); start += 2) {
            all.addAll(names(list(
                    "main", ListAccountsRequest.newBuilder().setStart(start).setCount(2))));
        }
        assertThat(all).hasSize((int) first.getTotal()).doesNotHaveDuplicates();
        assertThat(list("main", ListAccountsRequest.newBuilder().setSkipCount(true))
                        .getTotal())
                .isZero();
    }

    @Test
    void refusesWhatIsTooMuch() {
        for (ListAccountsRequest.Builder wrong : List.of(
                ListAccountsRequest.newBuilder().setCount(101),
                ListAccountsRequest.newBuilder().setCount(-1),
                ListAccountsRequest.newBuilder().setStart(9_990))) {
            assertThatThrownBy(() -> list("main", wrong)).isInstanceOf(StatusRuntimeException.class);
        }
    }

    @Test
    void channelsAreListedInPeerTubesOrders() {
        assertThat(channels(ChannelSort.CHANNEL_SORT_HANDLE)).containsExactly(name(ofBen), name(ofCleo), name(ofAnna));
        assertThat(channels(ChannelSort.CHANNEL_SORT_UPDATED)).containsExactly(name(ofAnna), name(ofBen), name(ofCleo));
    }

    private static List<String> channels(ChannelSort sort) {
        return service
                .at("main")
                .searchChannels(SearchChannelsRequest.newBuilder()
                        .addAllNames(List.of(ofAnna.getName(), ofBen.getName(), ofCleo.getName()))
                        .setSort(sort)
                        .setAscending(true)
                        .build())
                .getChannelsList()
                .stream()
                .map(AccountListIT::name)
                .toList();
    }

    private static ListAccountsResponse asked(String instance) {
        return list(instance, ListAccountsRequest.newBuilder());
    }

    private static ListAccountsResponse list(String instance, ListAccountsRequest.Builder request) {
        return service.at(instance).listAccounts(request.build());
    }

    private static List<String> names(ListAccountsResponse answer) {
        return answer.getAccountsList().stream().map(Account::getName).toList();
    }

    private static String name(Channel channel) {
        return channel.getOwner().getName();
    }
}
