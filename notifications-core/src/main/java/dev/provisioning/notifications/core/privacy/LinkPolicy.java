package dev.provisioning.notifications.core.privacy;

import dev.provisioning.notifications.ReportLink;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which links a mail may carry: to hosts that its readers know, over https, and without anything in the address that
 * opens a door by itself.
 *
 * <p>An address is refused for its scheme, its host, user information before the host, a parameter whose name says that it is
 * a secret ({@code access_token}, {@code sig}, {@code code} and the like, in query, fragment or path, also
 * percent-encoded), and anything in it that has the shape of a token. A refusal names the host at most, never the path, the
 * query or the fragment. Immutable and thread-safe.
 *
 * <pre>{@code
 * LinkPolicy policy = LinkPolicy.builder().host("*.example.com").build();
 * policy.refusal(URI.create("https://iam.example.com/apps/7")); // empty
 * policy.refusal(URI.create("https://example.com.evil.net/"));  // the host "example.com.evil.net" is not allowed
 * }</pre>
 *
 * @see Redactor
 */
public final class LinkPolicy {
    private static final LinkPolicy STANDARD = builder().build();

    private final List<HostPattern> hosts;
    private final Set<String> harmless;
    private final boolean http;

    private LinkPolicy(Builder builder) {
        this.hosts = List.copyOf(builder.hosts);
        this.harmless = Set.copyOf(builder.harmless);
        this.http = builder.http;
    }

    /** {@return a policy that allows https to any host, without secrets} */
    public static LinkPolicy standard() {
        return STANDARD;
    }

    /**
     * Begins a policy that does what {@link #standard()} does, for fewer hosts or more schemes.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Says why a mail may not carry an address.
     *
     * @param address any address
     * @return the reason, in words that may be logged; empty if a mail may carry it
     */
    public Optional<String> refusal(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(http && scheme.equals("http"))) {
            return Optional.of(http ? "the address is neither https nor http" : "the address is not https");
        }
        String authority = address.getRawAuthority();
        if (authority != null && authority.indexOf('@') >= 0) {
            return Optional.of("the address has user information before its host");
        }
        String host = address.getHost();
        if (host == null || host.isEmpty()) {
            return Optional.of("the address has no host, or one that is no name");
        }
        if (!hosts.isEmpty() && hosts.stream().noneMatch(pattern -> pattern.matches(host))) {
            return Optional.of("the host \"" + host.toLowerCase(Locale.ROOT) + "\" is not allowed");
        }
        return LinkSecrets.in(address, harmless)
                .map(what -> "the address has " + what + ", at the host \"" + host.toLowerCase(Locale.ROOT) + "\"");
    }

    /**
     * Leaves out the links that a mail may not carry.
     *
     * @param links any links
     * @return those that it may, in the same order
     */
    public List<ReportLink> allowed(List<ReportLink> links) {
        return links.stream().filter(link -> refusal(link.uri()).isEmpty()).toList();
    }

    /** Gathers which links are allowed. Not thread-safe. */
    public static final class Builder {
        private final List<HostPattern> hosts = new ArrayList<>();
        private final Set<String> harmless = new HashSet<>();
        private boolean http;

        private Builder() {}

        /**
         * Allows a host; with the first one, all that are not named are refused. Default: any host.
         *
         * @param host a name such as {@code iam.example.com}, in any case, in Unicode or ASCII; or {@code *.example.com} for
         *     all names below {@code example.com}, but not for itself; or an IP address, an IPv6 one in brackets
         * @return this builder
         * @throws IllegalArgumentException if it is none of these, for instance because it has a scheme or a port
         */
        public Builder host(String host) {
            hosts.add(HostPattern.of(host));
            return this;
        }

        /**
         * Says that a parameter is no secret, although its name is like one: {@code sid} of a search, {@code code} of an
         * error. What has the shape of a token is refused all the same. Default: none.
         *
         * @param name the name of the parameter, in any case
         * @return this builder
         * @throws IllegalArgumentException if it has neither letters nor digits
         */
        public Builder parameter(String name) {
            if (LinkSecrets.bare(name).isEmpty()) {
                throw new IllegalArgumentException("linkPolicy.parameter has neither letters nor digits: " + name);
            }
            harmless.add(LinkSecrets.bare(name));
            return this;
        }

        /**
         * Allows http besides https. Default: https alone.
         *
         * @return this builder
         */
        public Builder allowHttp() {
            http = true;
            return this;
        }

        /** {@return a policy} */
        public LinkPolicy build() {
            return new LinkPolicy(this);
        }
    }
}
