package dev.provisioning.notifications.core.transport;

import static dev.provisioning.notifications.core.transport.Fakes.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.DeliveryResult.Accepted;
import dev.provisioning.notifications.DeliveryResult.Rejected;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.core.transport.Fakes.Fake;
import dev.provisioning.notifications.core.transport.Fakes.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedirectTransportTest {
    private static final Recipient STAGING = Recipient.mail("staging@example.org");
    private static final Recipient ADA = Recipient.mail("ada@example.com");
    private static final Recipient BOB = Recipient.mail("bob@example.com");

    private final Fake smtp = Fake.accepting();
    private final Point point = Point.open();

    @Test
    void sendsToTheStagingRecipientOnceAndTellsOfTheRealOnes() {
        DeliveryResult result = deliver(new String[0], ADA, BOB);

        assertThat(smtp.got).containsExactly(STAGING);
        assertThat(result)
                .isEqualTo(new Accepted(List.of(RecipientOutcome.accepted(ADA), RecipientOutcome.accepted(BOB))));
        assertThat(point.passes).isOne();
    }

    @Test
    void leavesAllowedAddressesAlone() {
        deliver(new String[] {"ada@EXAMPLE.com"}, ADA, BOB, Recipient.mail("Ada@example.com"));

        assertThat(smtp.got).containsExactly(ADA, STAGING);
    }

    @Test
    void leavesAllowedDomainsAloneButNotWhatOnlyLooksLikeThem() {
        Recipient big = Recipient.mail("ada@Example.COM");
        Recipient sub = Recipient.mail("ada@mail.example.com");
        Recipient longer = Recipient.mail("ada@notexample.com");

        deliver(new String[] {"example.com"}, ADA, big, sub, longer);
        deliver(new String[] {"@EXAMPLE.com"}, BOB);

        assertThat(smtp.got).containsExactly(ADA, big, STAGING, BOB);
    }

    @Test
    void knowsAnInternationalDomainInBothSpellings() {
        Recipient name = Recipient.mail("ada@bücher.example");
        Recipient ascii = Recipient.mail("ada@xn--bcher-kva.example");

        deliver(new String[] {"BÜCHER.example"}, name, ascii);

        assertThat(smtp.got).containsExactly(name, ascii);
    }

    @Test
    void takesOtherKindsByTheLetter() {
        Recipient room = new Recipient("chat", "#room");
        Recipient other = new Recipient("chat", "#Room");
        Recipient likeMail = new Recipient("chat", "ada@example.com");

        deliver(new String[] {"#room", "example.com"}, room, other, likeMail);

        assertThat(smtp.got).containsExactly(room, STAGING);
    }

    @Test
    void tellsRefusalsOfTheRealRecipients() {
        DeliveryFault fault = DeliveryFault.at(Stage.RECIPIENT, "no such mailbox");
        Fake refusing = Fake.before(new Rejected(fault, List.of(RecipientOutcome.refused(STAGING, fault))));

        DeliveryResult result = RedirectTransport.to(refusing, STAGING).deliver(mail(1, ADA, BOB), point);

        assertThat(result)
                .isEqualTo(new Rejected(
                        fault, List.of(RecipientOutcome.refused(ADA, fault), RecipientOutcome.refused(BOB, fault))));
    }

    @Test
    void passesOtherAnswersOn() {
        DeliveryResult retry = DeliveryResult.retry(Stage.CONNECT, "refused");

        assertThat(RedirectTransport.to(Fake.before(retry), STAGING).deliver(mail(1, ADA), point))
                .isEqualTo(retry);
    }

    @Test
    void doesNotLoseAnAcceptanceThatNamesOthers() {
        DeliveryResult accepted = new Accepted(List.of(RecipientOutcome.accepted(BOB)));

        assertThat(RedirectTransport.to(Fake.behind(accepted), STAGING).deliver(mail(1, ADA), point))
                .isEqualTo(accepted);
    }

    @Test
    void refusesABlankEntry() {
        for (String entry : List.of("", " ", "@", "ada@")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RedirectTransport.to(smtp, STAGING, entry))
                    .withMessageStartingWith("redirect.allowed");
        }
    }

    @Test
    void closesWhatItWraps() {
        RedirectTransport.to(smtp, STAGING).close();

        assertThat(smtp.closings).isOne();
    }

    private DeliveryResult deliver(String[] allowed, Recipient... recipients) {
        return RedirectTransport.to(smtp, STAGING, allowed).deliver(mail(1, recipients), point);
    }
}
