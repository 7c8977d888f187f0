package dev.provisioning.notifications.smtp;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** By SOCKS 5 (RFC 1928), signing in by user and password (RFC 1929). Its answers are short by their nature. */
final class SocksTunnel implements Tunnel {
    private static final int VERSION = 5;
    private static final int LOGIN_VERSION = 1;
    private static final int CONNECT = 1;
    private static final int NO_LOGIN = 0;
    private static final int BY_PASSWORD = 2;
    private static final int NO_WAY = 0xFF;
    private static final int IPV4 = 1;
    private static final int DOMAIN = 3;
    private static final int IPV6 = 4;

    private final ProxyUrl proxy;

    SocksTunnel(ProxyUrl proxy) {
        this.proxy = proxy;
    }

    @Override
    public void open(InputStream in, OutputStream out, String host, int port) throws IOException {
        if (!HostName.isUsable(host)) {
            throw ProxyRefusedException.lasting("the proxy cannot be asked for a host of such a name");
        }
        try {
            // Reads what is asked for, and buffers nothing.
            DataInputStream answers = new DataInputStream(in);
            introduce(answers, out);
            connect(answers, out, host, port);
        } catch (EOFException e) {
            throw new EOFException("the proxy closed the connection before it had answered");
        }
    }

    private void introduce(DataInputStream answers, OutputStream out) throws IOException {
        ProxyUrl.Login login = proxy.login();
        send(out, login == null ? new byte[] {VERSION, 1, NO_LOGIN} : new byte[] {VERSION, 2, BY_PASSWORD, NO_LOGIN});
        require(answers.readUnsignedByte(), VERSION);
        int way = answers.readUnsignedByte();
        if (way == NO_WAY) {
            throw ProxyRefusedException.lasting(
                    login == null
                            ? "the proxy asks for a user and password"
                            : "the proxy asks for a way to sign in that is not supported here");
        }
        if (way == BY_PASSWORD && login != null) {
            signIn(answers, out, login);
        } else {
            require(way, NO_LOGIN);
        }
    }

    private static void signIn(DataInputStream answers, OutputStream out, ProxyUrl.Login login) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(LOGIN_VERSION);
        writeSized(request, login.user());
        writeSized(request, login.password());
        send(out, request.toByteArray());
        // Of the version that they answer with, proxies are not sure.
        answers.readUnsignedByte();
        if (answers.readUnsignedByte() != 0) {
            throw ProxyRefusedException.lasting("the proxy does not accept this user and password");
        }
    }

    private static void connect(DataInputStream answers, OutputStream out, String host, int port) throws IOException {
        send(out, request(host, port));
        require(answers.readUnsignedByte(), VERSION);
        int reply = answers.readUnsignedByte();
        if (reply != 0) {
            String text =
                    "the proxy does not connect to " + HostName.withPort(host, port) + ": " + SocksReply.words(reply);
            throw SocksReply.isLasting(reply)
                    ? ProxyRefusedException.lasting(text)
                    : ProxyRefusedException.passing(text);
        }
        answers.readByte();
        skipAddress(answers);
    }

    private static byte[] request(String host, int port) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(new byte[] {VERSION, CONNECT, 0});
        byte[] address = HostName.address(host);
        if (address == null) {
            request.write(DOMAIN);
            writeSized(request, host);
        } else {
            request.write(address.length == 4 ? IPV4 : IPV6);
            request.writeBytes(address);
        }
        request.write(port >> 8);
        request.write(port);
        return request.toByteArray();
    }

    /** From where the proxy connects: of no interest, but it must be out of the way. */
    private static void skipAddress(DataInputStream answers) throws IOException {
        int length =
                switch (answers.readUnsignedByte()) {
                    case IPV4 -> 4;
                    case IPV6 -> 16;
                    case DOMAIN -> answers.readUnsignedByte();
                    default -> throw foreign();
                };
        answers.readFully(new byte[length + 2]);
    }

    private static void writeSized(ByteArrayOutputStream request, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        request.write(bytes.length);
        request.writeBytes(bytes);
    }

    private static void send(OutputStream out, byte[] request) throws IOException {
        out.write(request);
        out.flush();
    }

    private static void require(int actual, int expected) throws IOException {
        if (actual != expected) {
            throw foreign();
        }
    }

    private static ProxyRefusedException foreign() {
        return ProxyRefusedException.lasting("what smtp.proxy names does not answer as a SOCKS 5 proxy");
    }
}
