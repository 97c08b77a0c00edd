package dev.vireo.seeder.ipfsgateway;

import dev.vireo.kit.error.ErrorCode;
import dev.vireo.kit.error.ErrorKind;
import io.grpc.Status;
import java.util.Locale;

/** Failures of the gateway for IPFS alone. */
enum IpfsErrorCode implements ErrorCode {
    /** A form of content that is not made here. */
    NOT_ACCEPTABLE(406),
    /** What is there was asked for, and it is not there. */
    NOT_CACHED(412),
    /** No byte of the range is in the file. */
    RANGE_NOT_SATISFIABLE(416);

    private final int httpStatus;

    IpfsErrorCode(int httpStatus) {
        this.httpStatus = httpStatus;
    }

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
        return httpStatus;
    }

    @Override
    public Status.Code grpcStatus() {
        return Status.Code.FAILED_PRECONDITION;
    }
}
