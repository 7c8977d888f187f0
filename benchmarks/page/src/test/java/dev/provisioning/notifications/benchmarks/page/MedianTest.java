package dev.provisioning.notifications.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class MedianTest {
    @Test
    void theMedianIsInTheMiddleAndFiguresThatAreUnknownAreLeftOut() {
        assertThat(Median.of(DoubleStream.of(5, 1, 3))).hasValue(3);
        assertThat(Median.of(DoubleStream.of(5, 1, 3, 9, Double.NaN))).hasValue(4);
        assertThat(Median.of(DoubleStream.of(Double.NaN))).isEmpty();
    }
}
