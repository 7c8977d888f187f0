package dev.provisioning.notifications.core.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The parts of a text that are to be hidden, gathered before any is, so that no detector disturbs another. */
final class Spans {
    /** What stands for something hidden, in every language. */
    static final String HIDDEN = "***";

    private record Span(int from, int to) {}

    private final String text;
    private List<Span> spans = List.of();

    Spans(String text) {
        this.text = text;
    }

    /** Marks a part, unless nothing of it is left to hide: what is hidden stays as it is, however often it is read. */
    void hide(int from, int to) {
        int start = splitsPair(from) ? from - 1 : from;
        int end = splitsPair(to) ? to + 1 : to;
        for (int i = start; i < end; i++) {
            if (text.charAt(i) != '*') {
                add(new Span(start, end));
                return;
            }
        }
    }

    /** Most texts have none. */
    private void add(Span span) {
        if (spans.isEmpty()) {
            spans = new ArrayList<>();
        }
        spans.add(span);
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    /** The text with three asterisks for each part; parts that touch are one. */
    String hidden() {
        if (spans.isEmpty()) {
            return text;
        }
        spans.sort(Comparator.comparingInt(Span::from));
        StringBuilder rest = new StringBuilder(text.length());
        int done = 0;
        boolean first = true;
        for (Span span : spans) {
            if (first || span.from() > done) {
                rest.append(text, done, span.from()).append(HIDDEN);
            }
            first = false;
            done = Math.max(done, span.to());
        }
        return rest.append(text, done, text.length()).toString();
    }

    private boolean splitsPair(int at) {
        return at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }
}
