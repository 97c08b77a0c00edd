package dev.vireo.testkit;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class EventCatalogTest {
    @Test
    void theDocumentSaysWhatTheContractsSay() throws IOException {
        Path built = Path.of(System.getProperty("house.directory", "../.."), "infra/contracts/target/contracts.binpb");
        try (InputStream contracts = Files.newInputStream(built)) {
            GeneratedDocument.check("events.md", new EventCatalog(FileDescriptorSet.parseFrom(contracts)).markdown());
        }
    }
}
