package dev.provisioning.notifications.smtp;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A proxy on the loopback interface. Whatever host it is asked for, it connects to localhost: it alone knows names. Every
 * connection has two daemon threads, which end with it.
 */
final class ScriptedProxy implements AutoCloseable {
    private final ProxyUrl.Kind kind;
    private final ProxyUrl.@Nullable Login login;
    private final ServerSocket port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> targets = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean refusing;

    private ScriptedProxy(ProxyUrl.Kind kind, ProxyUrl.@Nullable Login login) {
        this.kind = kind;
        this.login = login;
        try {
            port = new ServerSocket();
            port.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::listen);
    }

    /** For everybody. */
    static ScriptedProxy of(ProxyUrl.Kind kind) {
        return new ScriptedProxy(kind, null);
    }

    /** For one user. */
    static ScriptedProxy of(ProxyUrl.Kind kind, String user, String password) {
        return new ScriptedProxy(kind, new ProxyUrl.Login(user, password));
    }

    /** From now on it allows nothing. */
    void refuse() {
        refusing = true;
    }

    /** How it is reached, by nobody in particular. */
    String url() {
        return kind.scheme() + "://localhost:" + port.getLocalPort();
    }

    /** How it is reached by somebody; what is given is percent-encoded already. */
    String url(String user, String password) {
        return kind.scheme() + "://" + user + ":" + password + "@localhost:" + port.getLocalPort();
    }

    /** What it was asked for up to now, as host:port. */
    List<String> targets() {
        return targets;
    }

    /** How many connections were made to it up to now. */
    int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        quietly(port);
        open.forEach(ScriptedProxy::quietly);
    }

    private void listen() {
        while (!port.isClosed()) {
            try {
                Socket client = port.accept();
                connections.incrementAndGet();
                daemon(() -> serve(client));
            } catch (IOException e) {
                // The port was closed, or the client was gone before it was accepted.
            }
        }
    }

    private void serve(Socket client) {
        open.add(client);
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            int target = kind == ProxyUrl.Kind.HTTP ? http(in, out) : socks(in, out);
            if (target > 0) {
                forward(client, target);
            }
        } catch (IOException e) {
            // The client is gone, or the server is.
        } finally {
            open.remove(client);
        }
    }

    private void forward(Socket client, int target) throws IOException {
        try (Socket server = new Socket()) {
            if (!reaches(server, target)) {
                client.getOutputStream().write(unreachable());
                return;
            }
            open.add(server);
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            answer(client.getOutputStream());
            daemon(() -> copy(server, client));
            copy(client, server);
            open.remove(server);
        }
    }

    private static boolean reaches(Socket server, int target) {
        try {
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private byte[] unreachable() {
        return kind == ProxyUrl.Kind.HTTP
                ? "HTTP/1.1 502 Bad Gateway\r\n\r\n".getBytes(StandardCharsets.US_ASCII)
                : new byte[] {5, 5, 0, 1, 0, 0, 0, 0, 0, 0};
    }

    private void answer(OutputStream out) throws IOException {
        out.write(
                kind == ProxyUrl.Kind.HTTP
                        ? "HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII)
                        : new byte[] {5, 0, 0, 1, 127, 0, 0, 1, 0, 80});
    }

    /** The port that is asked for; 0 if that was refused. */
    private int http(DataInputStream in, OutputStream out) throws IOException {
        String request = line(in);
        String authorization = "";
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            authorization = line.startsWith("Proxy-Authorization: Basic ") ? line.substring(27) : authorization;
        }
        if (login != null && !authorization.equals(basic(login))) {
            return refused(out, "HTTP/1.1 407 Who are you?\r\nProxy-Authenticate: Basic realm=\"x\"\r\n\r\n");
        }
        String target = request.split(" ", 3)[1];
        targets.add(target);
        return refusing
                ? refused(out, "HTTP/1.1 403 Forbidden\r\n\r\n")
                : Integer.parseInt(target.substring(target.lastIndexOf(':') + 1));
    }

    private static String basic(ProxyUrl.Login login) {
        return Base64.getEncoder()
                .encodeToString((login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8));
    }

    private static int refused(OutputStream out, String answer) throws IOException {
        out.write(answer.getBytes(StandardCharsets.US_ASCII));
        return 0;
    }

    /** The port that is asked for; 0 if that was refused. */
    private int socks(DataInputStream in, OutputStream out) throws IOException {
        in.readByte();
        byte[] ways = in.readNBytes(in.readUnsignedByte());
        int way = login == null ? 0 : 2;
        if (new String(ways, StandardCharsets.ISO_8859_1).indexOf(way) < 0) {
            out.write(new byte[] {5, (byte) 0xFF});
            return 0;
        }
        out.write(new byte[] {5, (byte) way});
        if (login != null && !admits(login, in, out)) {
            return 0;
        }
        in.readNBytes(3);
        String host = socksHost(in);
        int asked = in.readUnsignedShort();
        targets.add(host + ":" + asked);
        if (refusing) {
            out.write(new byte[] {5, 2, 0, 1, 0, 0, 0, 0, 0, 0});
        }
        return refusing ? 0 : asked;
    }

    private static boolean admits(ProxyUrl.Login login, DataInputStream in, OutputStream out) throws IOException {
        in.readByte();
        boolean known = new ProxyUrl.Login(sized(in), sized(in)).equals(login);
        out.write(new byte[] {1, (byte) (known ? 0 : 1)});
        return known;
    }

    private static String socksHost(DataInputStream in) throws IOException {
        int type = in.readUnsignedByte();
        return type == 3
                ? sized(in)
                : InetAddress.getByAddress(in.readNBytes(type == 1 ? 4 : 16)).getHostAddress();
    }

    private static String sized(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n' && next >= 0; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            quietly(from);
            quietly(to);
        }
    }

    private static void quietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // It is of no use any more, closed or not.
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "scripted-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
