package dev.vireo.transcode.packaging;

import java.nio.ByteBuffer;

/** H.264 pictures in a segment: NAL units, each with its length before it (ISO/IEC 14496-15). */
public final class AvcPictures {

    private static final int LENGTH = 4;
    private static final int TYPE = 0x1F;
    private static final int SLICE = 1;
    private static final int IDR_SLICE = 5;

    private AvcPictures() {}

    /**
     * True when a segment has whole NAL units and nothing else, and its first picture is an IDR picture: whatever was
     * decoded before does not matter.
     */
    public static boolean startAfresh(byte[] segment) {
        ByteBuffer data = ByteBuffer.wrap(segment);
        int firstSlice = 0;
        for (Box box : Box.in(data, 0, segment.length)) {
            int at = box.content();
            while (box.type().equals("mdat") && at < box.end()) {
                int length = box.end() - at > LENGTH ? data.getInt(at) : 0;
                if (length < 1 || length > box.end() - at - LENGTH) {
                    return false;
                }
                int type = data.get(at + LENGTH) & TYPE;
                firstSlice = firstSlice == 0 && type >= SLICE && type <= IDR_SLICE ? type : firstSlice;
                at += LENGTH + length;
            }
        }
        return firstSlice == IDR_SLICE;
    }
}
