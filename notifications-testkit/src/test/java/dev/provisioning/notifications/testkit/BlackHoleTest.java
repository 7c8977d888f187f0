package dev.provisioning.notifications.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class BlackHoleTest {
    @Test
    void letsWhoeverConnectsWaitForTheTimeout() throws IOException {
        try (BlackHole hole = BlackHole.open()) {
            for (int i = 0; i < 3; i++) {
                try (Socket socket = new Socket()) {
                    assertThatThrownBy(() -> connect(socket, hole)).isInstanceOf(SocketTimeoutException.class);
                }
            }
        }
    }

    @Test
    void refusesEverybodyOnceItIsClosed() throws IOException {
        BlackHole hole = BlackHole.open();
        hole.close();

        try (Socket socket = new Socket()) {
            assertThatThrownBy(() -> connect(socket, hole)).isInstanceOf(ConnectException.class);
        }
    }

    private static void connect(Socket socket, BlackHole hole) throws IOException {
        socket.connect(new InetSocketAddress(hole.host(), hole.port()), 200);
    }
}
