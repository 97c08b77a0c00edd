package dev.vireo.seeder.ipfsgateway;

import static dev.vireo.seeder.ipfsgateway.GatewayClient.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.contracts.swarm.v1.AllowContentRequest;
import dev.vireo.contracts.swarm.v1.ContentDenialServiceGrpc.ContentDenialServiceBlockingStub;
import dev.vireo.contracts.swarm.v1.DenyContentRequest;
import dev.vireo.contracts.swarm.v1.ImportDenylistRequest;
import dev.vireo.contracts.swarm.v1.ListDeniedContentRequest;
import dev.vireo.seeder.RunningService;
import dev.vireo.seeder.SwarmStubs;
import dev.vireo.seeder.blockstore.StoredBlocks;
import dev.vireo.seeder.unixfs.ImportedEntry;
import dev.vireo.testkit.Eventually;
import io.grpc.StatusRuntimeException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What operators deny is not given out by any of its names, and comes back when they allow it. */
final class DeniedContentIT {
    private final RunningService service = RunningService.get();
    private final ContentDenialServiceBlockingStub operator = SwarmStubs.denials(service, "operator");

    @Test
    void whatIsDeniedIsGone() {
        TestDag dag = new TestDag();
        ImportedEntry file = dag.file(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        ImportedEntry folder = dag.directory(Map.of("file.txt", file));
        StoredBlocks.store(folder.root(), dag.blocks);
        String inside = "/ipfs/" + folder.root() + "/file.txt";
        assertThat(get(inside).statusCode()).isEqualTo(200);

        DenyContentRequest request = DenyContentRequest.newBuilder()
                .setContent("/ipfs/" + file.root())
                .setReason("somebody asked")
                .build();
        operator.denyContent(request);
        operator.denyContent(request);
        Eventually.holds("410 by the path", () -> get(inside).statusCode() == 410);
        assertThat(get("/ipfs/" + file.root() + "?format=raw").statusCode()).isEqualTo(410);
        // This one shows only while the archive is written: nothing of what was said of it before is left.
        HttpResponse<byte[]> archive = get("/ipfs/" + folder.root() + "?format=car");
        assertThat(archive.statusCode()).isEqualTo(410);
        assertThat(GatewayClient.header(archive, "Cache-Control")).isEqualTo("no-store");
        assertThat(GatewayClient.header(archive, "Etag")).isEmpty();
        assertThat(get("/ipfs/" + folder.root() + "?format=raw").statusCode()).isEqualTo(200);
        var listed = operator.listDeniedContent(
                        ListDeniedContentRequest.newBuilder().setLimit(1).build())
                .getDenied(0);
        assertThat(listed.getContent()).isEqualTo("/ipfs/" + file.root());
        assertThat(listed.getReason()).isEqualTo("somebody asked");

        operator.allowContent(AllowContentRequest.newBuilder()
                .setContent(file.root().toString())
                .build());
        assertThat(get(inside).statusCode()).isEqualTo(200);
    }

    @Test
    void aListOfOthersIsTakenWholeOrNotAtAll() {
        TestDag dag = new TestDag();
        ImportedEntry file = dag.file(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        StoredBlocks.store(file.root(), dag.blocks);
        String list = "name: ours\n---\n# Comment\n/ipfs/" + file.root() + "\n/ipns/a.example\n";
        assertThatThrownBy(() -> operator.importDenylist(ImportDenylistRequest.newBuilder()
                        .setList(list + "nonsense\n")
                        .build()))
                .hasMessageContaining("line 6");
        assertThat(get("/ipfs/" + file.root()).statusCode()).isEqualTo(200);
        var taken = operator.importDenylist(
                ImportDenylistRequest.newBuilder().setList(list).build());
        assertThat(taken.getEntries()).isEqualTo(1);
        assertThat(taken.getPassedOver()).isEqualTo(1);
        Eventually.holds("410", () -> get("/ipfs/" + file.root()).statusCode() == 410);
    }

    @Test
    void onlyOperatorsDeny() {
        DenyContentRequest request = DenyContentRequest.newBuilder()
                .setContent("bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi")
                .build();
        assertThatThrownBy(() -> SwarmStubs.denials(service, "user").denyContent(request))
                .isInstanceOf(StatusRuntimeException.class)
                .hasMessageContaining("PERMISSION_DENIED");
        assertThatThrownBy(() -> operator.denyContent(
                        DenyContentRequest.newBuilder().setContent("nonsense").build()))
                .hasMessageContaining("INVALID_ARGUMENT");
    }
}
