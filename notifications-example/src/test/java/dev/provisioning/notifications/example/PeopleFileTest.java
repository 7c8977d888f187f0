package dev.provisioning.notifications.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class PeopleFileTest {
    @Test
    void whoNeedsNoApplicationNeedsNoneWithoutAName() throws IOException {
        PeopleFile people = PeopleFile.read(new StringReader("""
                id,givenName,familyName,mail,applications
                1,Ada,Lovelace,ada@example.com,
                2,Grace,Hopper,grace@example.com,;Slack;
                """));

        assertThat(people.needing("")).isEmpty();
        assertThat(people.needing("Slack")).extracting(Person::id).containsExactly("2");
    }
}
