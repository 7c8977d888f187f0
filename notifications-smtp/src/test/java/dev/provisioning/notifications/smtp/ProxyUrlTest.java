package dev.provisioning.notifications.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyUrlTest {
    private final Faults faults = new Faults();

    @ParameterizedTest
    @CsvSource({
        "http://proxy.example.com, http://proxy.example.com:3128",
        "HTTP://u:s3cret@proxy.example.com:8080/, http://proxy.example.com:8080",
        "socks5://u:s3cret@proxy.example.com, socks5://proxy.example.com:1080",
        "Socks5://bücher.example:1, socks5://xn--bcher-kva.example:1",
        "http://[2001:db8::1]:8080, http://[2001:db8::1]:8080",
        "socks5://192.0.2.1:1080, socks5://192.0.2.1:1080",
        "http://proxy_1:3128, http://proxy_1:3128",
    })
    void takesTheseUrlsAndShowsNeitherUserNorPassword(String url, String shown) {
        assertThat(ProxyUrl.parse(url, faults)).hasToString(shown);
        faults.throwIfAny();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy.example.com",
                "proxy.example.com:3128",
                "https://u:s3cret@proxy.example.com",
                "socks4://u:s3cret@proxy.example.com",
                "http://",
                "http://:3128",
                "http://u:s3cret@host:0",
                "http://u:s3cret@host:65536",
                "http://u:s3cret@host:port",
                "http://s3cret@host",
                "http://u:s3cret@host/path",
                "http://u:s3cret@host?x=y",
                "http://u:s3cret@host#x",
                "http://u:s3 cret@host",
                "http://u:s3cret%zz@host",
                "http://u:s3cret@[::::]:3128",
                "http://u:s3cret@[.:1]:3128",
                "http://u:s3cret@ho!st:3128",
                "http://u:s3cret@ho¨st:3128",
                "http://u:s3cret@℀.example:3128",
                "http://u%3Ax:s3cret@host",
                "http://u:s3cret%0D%0AX:1@host",
                "socks5://:s3cret@host",
                "socks5://s3cret:@host",
            })
    void refusesAUrlThatItDoesNotUnderstandAndShowsNoSecret(String url) {
        ProxyUrl.parse(url, faults);

        assertThatIllegalArgumentException()
                .isThrownBy(faults::throwIfAny)
                .withMessageStartingWith("smtp.proxy ")
                .withMessageNotContaining("s3")
                .withNoCause();
    }

    @Test
    void refusesAPasswordThatIsTooLongForSocks() {
        ProxyUrl.parse("socks5://u:" + "é".repeat(127) + "xx@host", faults);

        assertThatIllegalArgumentException()
                .isThrownBy(faults::throwIfAny)
                .withMessage("smtp.proxy has a user or password of other than 1 to 255 bytes");
    }

    @Test
    void noUrlIsNoProxyAndNoFault() {
        assertThat(ProxyUrl.parse(null, faults)).isNull();
        faults.throwIfAny();
    }

    @Test
    void readsUserAndPasswordAsTheyWereBeforeEncoding() {
        ProxyUrl proxy = ProxyUrl.parse("http://en%40gine:p+a%3As%2Fs%C3%A9@host", faults);

        assertThat(proxy).isNotNull().extracting(ProxyUrl::login).satisfies(login -> {
            assertThat(login).hasToString("Login[***]");
            assertThat(login.user()).isEqualTo("en@gine");
            assertThat(login.password()).isEqualTo("p+a:s/sé");
        });
    }

    @Test
    void theAuthorityShowsNeitherUserNorPassword() {
        assertThat(Authority.parse("engine:s3cret@host", 25, "smtp.url", faults))
                .hasToString("host:25");
    }
}
