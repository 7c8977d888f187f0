package dev.provisioning.notifications.example;

import java.util.List;

/** Starts the demo. */
final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.out.println("The demo will be here. It was told: " + List.of(args));
    }
}
