package dev.provisioning.notifications.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpansTest {

    @Test
    void aCharacterOfTwoUnitsIsHiddenAsAWhole() {
        Spans first = new Spans("a\uD83D\uDE00b");
        first.hide(0, 2);
        Spans second = new Spans("a\uD83D\uDE00b");
        second.hide(2, 4);

        assertThat(first.hidden()).isEqualTo("***b");
        assertThat(second.hidden()).isEqualTo("a***");
    }

    @Test
    void partsThatOverlapOrTouchAreHiddenAsOne() {
        Spans spans = new Spans("abcdefgh");
        spans.hide(4, 6);
        spans.hide(1, 3);
        spans.hide(2, 4);
        spans.hide(2, 3);

        assertThat(spans.hidden()).isEqualTo("a***gh");
    }

    @Test
    void whatIsHiddenIsNotHiddenAgain() {
        Spans spans = new Spans("a ***");
        spans.hide(2, 5);
        spans.hide(0, 0);

        assertThat(spans.isEmpty()).isTrue();
        assertThat(spans.hidden()).isEqualTo("a ***");
    }
}
