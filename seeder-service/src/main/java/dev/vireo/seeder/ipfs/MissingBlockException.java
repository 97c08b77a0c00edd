package dev.vireo.seeder.ipfs;

/** A block that another one leads to is not to be had. */
public final class MissingBlockException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Of that block. */
    public MissingBlockException(Cid cid) {
        super("Block " + cid + " is not to be had");
    }
}
