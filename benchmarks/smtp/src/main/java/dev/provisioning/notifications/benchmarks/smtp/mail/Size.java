package dev.provisioning.notifications.benchmarks.smtp.mail;

/** How big a mail is on the wire, told by how many problems it names. */
public enum Size {
    /** Two problems, as on most days. */
    SMALL(2, "2.4 KB"),
    /** Beyond the 8 KB at which careless writers begin to stall. */
    MEDIUM(40, "14 KB"),
    /** Beyond what most buffers hold. */
    LARGE(144, "46 KB");

    private final int problems;
    private final String label;

    Size(int problems, String label) {
        this.problems = problems;
        this.label = label;
    }

    /** {@return how many problems the mail names} */
    int problems() {
        return problems;
    }

    /** {@return how big the mail is, rounded, for readers} */
    public String label() {
        return label;
    }
}
