package dev.provisioning.notifications.smtp;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By CONNECT (RFC 9110 section 9.3.6), signing in by Basic (RFC 7617) with the first request already. What the proxy says
 * in its own words is not passed on: its code is enough, and its words may repeat ours.
 */
final class HttpTunnel implements Tunnel {
    private static final int MAX_ANSWER = 8 * 1024;
    private static final Pattern STATUS = Pattern.compile("(?s)HTTP/1\\.\\d ([1-9]\\d\\d)(?: .*)?");
    private static final Pattern OFFERS_BASIC = Pattern.compile("(?is)proxy-authenticate:(?:.*[ ,])?basic(?:[ ,].*)?");

    private final ProxyUrl proxy;

    HttpTunnel(ProxyUrl proxy) {
        this.proxy = proxy;
    }

    @Override
    public void open(InputStream in, OutputStream out, String host, int port) throws IOException {
        if (!HostName.isUsable(host)) {
            throw ProxyRefusedException.lasting("the proxy cannot be asked for a host of such a name");
        }
        String server = HostName.withPort(host, port);
        out.write(request(server).getBytes(StandardCharsets.US_ASCII));
        out.flush();
        judge(answer(new Header(in)), server);
    }

    private String request(String server) {
        return "CONNECT " + server + " HTTP/1.1\r\nHost: " + server + "\r\n" + authorization() + "\r\n";
    }

    private String authorization() {
        ProxyUrl.Login login = proxy.login();
        if (login == null) {
            return "";
        }
        byte[] plain = (login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
        return "Proxy-Authorization: Basic " + Base64.getEncoder().encodeToString(plain) + "\r\n";
    }

    /** The first answer that is more than "please wait" (RFC 9110 section 15.2). */
    private static Answer answer(Header header) throws IOException {
        Answer answer;
        do {
            Matcher status = STATUS.matcher(header.line());
            if (!status.matches()) {
                throw header.foreign();
            }
            answer = new Answer(Integer.parseInt(status.group(1)), header.offersBasic());
        } while (answer.code < 200 && answer.code != 101);
        return answer;
    }

    private void judge(Answer answer, String server) throws ProxyRefusedException {
        int code = answer.code;
        if (code == 407) {
            throw ProxyRefusedException.lasting(signIn(answer));
        }
        if (code < 200 || code >= 300) {
            String text = "the proxy refuses to connect to " + server + ": " + code + words(code);
            throw isPassing(code) ? ProxyRefusedException.passing(text) : ProxyRefusedException.lasting(text);
        }
    }

    private String signIn(Answer answer) {
        if (!answer.offersBasic) {
            return "the proxy asks for a way to sign in that is not supported here, which is Basic alone (407)";
        }
        return proxy.login() == null
                ? "the proxy asks for a user and password (407)"
                : "the proxy does not accept this user and password (407)";
    }

    private static boolean isPassing(int code) {
        return switch (code) {
            case 408, 425, 429 -> true;
            case 501, 505, 511 -> false;
            default -> code >= 500;
        };
    }

    private static String words(int code) {
        return switch (code) {
            case 400 -> " Bad Request";
            case 401 -> " Unauthorized";
            case 403 -> " Forbidden (many proxies allow no ports but 443)";
            case 404 -> " Not Found";
            case 405 -> " Method Not Allowed (it does not know CONNECT)";
            case 408 -> " Request Timeout";
            case 429 -> " Too Many Requests";
            case 500 -> " Internal Server Error";
            case 501 -> " Not Implemented (it does not know CONNECT)";
            case 502 -> " Bad Gateway";
            case 503 -> " Service Unavailable";
            case 504 -> " Gateway Timeout";
            case 511 -> " Network Authentication Required";
            default -> "";
        };
    }

    private record Answer(int code, boolean offersBasic) {}

    /** The lines of an answer, read byte by byte, because who reads a block may read what is not the proxy's. */
    private static final class Header {
        private final InputStream in;
        private int left = MAX_ANSWER;

        Header(InputStream in) {
            this.in = in;
        }

        /** The next line without its end, which is CR LF or, leniently, LF (RFC 9112 section 2.2). */
        String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = next(); next != '\n'; next = next()) {
                line.write(next);
            }
            String text = line.toString(StandardCharsets.ISO_8859_1);
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        }

        /** Reads to the empty line; whether Basic is among the ways to sign in. */
        boolean offersBasic() throws IOException {
            boolean offered = false;
            for (String line = line(); !line.isEmpty(); line = line()) {
                offered |= OFFERS_BASIC.matcher(line).matches();
            }
            return offered;
        }

        private int next() throws IOException {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the proxy closed the connection before it had answered");
            }
            if (left-- == 0) {
                throw foreign();
            }
            return next;
        }

        ProxyRefusedException foreign() {
            return ProxyRefusedException.lasting("what smtp.proxy names does not answer as an HTTP proxy");
        }
    }
}
