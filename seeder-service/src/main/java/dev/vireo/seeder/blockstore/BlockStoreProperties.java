package dev.vireo.seeder.blockstore;

import dev.vireo.kit.config.InRange;
import dev.vireo.seeder.unixfs.ImportProfile;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Blocks of IPFS.
 *
 * @param profile how files become blocks; what was imported before keeps its CIDs
 * @param cache blocks that are kept for the next who asks
 * @param remember how long they are; a video that is hidden, or a CID that is denied, is given out that long
 * @param atOnce how many blocks are read at a time
 * @param ahead how many blocks of a file are read before they are asked for
 */
@Validated
@ConfigurationProperties(value = "vireo.seeder.blocks", ignoreUnknownFields = false)
public record BlockStoreProperties(
        @NotNull @DefaultValue("unixfs-v1-2025") Profile profile,

        @NotNull @InRange(min = "4MB", max = "16GB") @DefaultValue("64MB")
        DataSize cache,

        @NotNull @InRange(min = "100ms", max = "30s") @DefaultValue("20s")
        Duration remember,

        @DefaultValue("16") @Min(1) @Max(1000) int atOnce,
        @DefaultValue("4") @Min(0) @Max(64) int ahead) {

    /** Names that others know as well (IPIP-499). */
    public enum Profile {
        /** Leaves of 1 MiB. */
        UNIXFS_V1_2025,
        /** As {@code ipfs add --cid-version=1} has long done. */
        KUBO_V1,
        /** As {@code ipfs add} has always done. */
        UNIXFS_V0_2015;

        ImportProfile rules() {
            return switch (this) {
                case UNIXFS_V1_2025 -> ImportProfile.UNIXFS_V1_2025;
                case KUBO_V1 -> ImportProfile.KUBO_V1;
                case UNIXFS_V0_2015 -> ImportProfile.UNIXFS_V0_2015;
            };
        }
    }
}
