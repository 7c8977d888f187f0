package dev.provisioning.notifications.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Executor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Shows that both engines run, that mocks work, and that zone and language are the odd ones. */
class BuildTest {

    @Test
    void jupiterRunsInAnOddZoneAndLanguage() {
        assertThat(ZoneId.systemDefault()).isEqualTo(ZoneId.of("Asia/Colombo"));
        assertThat(Locale.getDefault()).isEqualTo(Locale.forLanguageTag("tr-TR"));
    }

    @Test
    void mockitoMocks() {
        Runnable command = mock();
        Executor direct = Runnable::run;

        direct.execute(command);

        verify(command).run();
    }

    @Property
    void jqwikRuns(@ForAll int number) {
        assertThat(number).isBetween(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
