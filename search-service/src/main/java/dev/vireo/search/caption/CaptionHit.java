package dev.vireo.search.caption;

import dev.vireo.search.document.CaptionDocument;
import dev.vireo.search.words.Html;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Captions in which words were found.
 *
 * @param source of the document
 * @param texts of cues, in their order, with what was found between {@link #BEGIN} and {@link #END}
 */
record CaptionHit(Source source, List<String> texts) {
    /** Characters that no text has. */
    static final String BEGIN = "\u0001";

    static final String END = "\u0002";

    CaptionHit {
        texts = List.copyOf(texts);
    }

    /**
     * What is read of a document.
     *
     * @param video a UUID
     * @param language BCP 47
     * @param starts second of each cue
     * @param marks of the text of each cue
     */
    record Source(String video, String language, List<Integer> starts, List<Integer> marks) {
        Source {
            starts = List.copyOf(starts);
            marks = List.copyOf(marks);
        }
    }

    /** The places that have most of what was looked for, by time. */
    List<FoundCaption> best(int most) {
        List<Place> places = new ArrayList<>();
        int from = 0;
        for (String text : texts) {
            int at = find(CaptionDocument.mark(plain(text)), from);
            if (at >= 0) {
                places.add(new Place(source.starts().get(at), text));
                from = at + 1;
            }
        }
        return places.stream()
                .sorted(Comparator.comparingInt(Place::found).reversed())
                .limit(most)
                .sorted(Comparator.comparingInt(Place::second))
                .map(place -> new FoundCaption(source.language(), place.second(), html(place.text())))
                .toList();
    }

    /** The same words may be spoken again and again: each time is a text of its own, later than the one before. */
    private int find(int mark, int from) {
        int ahead = source.marks().subList(from, source.marks().size()).indexOf(mark);
        return ahead < 0 ? source.marks().indexOf(mark) : from + ahead;
    }

    private static String plain(String text) {
        return text.replace(BEGIN, "").replace(END, "");
    }

    private static String html(String text) {
        return Html.escaped(text).replace(BEGIN, "<em>").replace(END, "</em>");
    }

    private record Place(int second, String text) {
        int found() {
            return (int) text.chars()
                    .filter(character -> character == BEGIN.charAt(0))
                    .count();
        }
    }
}
