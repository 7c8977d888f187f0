package dev.provisioning.notifications.benchmarks.smtp.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.benchmarks.smtp.mail.SampleMail;
import dev.provisioning.notifications.benchmarks.smtp.mail.Size;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MailStepsTest {

    @Test
    void eachStepDoesItsPart() throws Exception {
        MailSteps steps = new MailSteps();

        assertThat(steps.build().getHeader("MIME-Version")).isNull();
        assertThat(steps.buildAndSave().getHeader("MIME-Version")).isNotNull();
        assertThat(steps.buildSaveAndWrite().getSubject())
                .isEqualTo(SampleMail.of(Size.SMALL).subject());
        assertThat(steps.byHand().toByteArray()).isNotEmpty();
    }

    @Test
    void jmhFindsTheSteps() throws IOException {
        try (InputStream list = MailSteps.class.getResourceAsStream("/META-INF/BenchmarkList")) {
            assertThat(new String(list.readAllBytes(), StandardCharsets.UTF_8)).contains(MailSteps.class.getName());
        }
    }
}
