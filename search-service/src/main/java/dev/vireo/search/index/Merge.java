package dev.vireo.search.index;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One change of a document that depends on what is there. */
interface Merge {
    /** Id of the document. */
    String id();

    /** What is to be written over what is stored (null when nothing is); null when it is to stay as it is. */
    @Nullable
    Result over(@Nullable Map<String, Object> stored);

    /**
     * What is to be written.
     *
     * @param fields by name
     * @param whole they are the whole document; else the other fields stay
     */
    record Result(Map<String, Object> fields, boolean whole) {}
}
