package dev.vireo.seeder.blockstore;

import dev.vireo.kit.error.ErrorCode;
import dev.vireo.kit.error.ErrorKind;
import io.grpc.Status;
import java.util.Locale;

/** Failures of the store of blocks alone. */
enum BlockErrorCode implements ErrorCode {
    /** Operators do not let it be given out. */
    CONTENT_DENIED;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public ErrorKind kind() {
        return ErrorKind.CALLER;
    }

    @Override
    public int httpStatus() {
        return 410;
    }

    @Override
    public Status.Code grpcStatus() {
        return Status.Code.PERMISSION_DENIED;
    }
}
