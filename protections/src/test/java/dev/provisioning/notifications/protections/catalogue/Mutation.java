package dev.provisioning.notifications.protections.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One protection, taken out of one source of the library. */
public final class Mutation {
    private final String protection;
    private final Set<String> rules = new TreeSet<>();
    private final Set<Hole> holes = EnumSet.noneOf(Hole.class);
    private final List<Replacement> replacements = new ArrayList<>();
    private HouseModule module = HouseModule.CORE;
    private String type = "";
    private String harm = "";
    private NamedTest killer = NamedTest.of(module, "#");

    private Mutation(String protection) {
        this.protection = protection;
    }

    /** Begins with the rule that is broken, in plain words. */
    static Mutation without(String protection) {
        return new Mutation(protection);
    }

    /** The number of a rule of the slot machine, or of a promise, such as {@code P4}. */
    Mutation rule(String rule) {
        rules.add(rule);
        return this;
    }

    Mutation hole(Hole hole) {
        holes.add(hole);
        return rule(hole.rule());
    }

    /** The type whose source is changed, relative to the module's package. */
    Mutation in(HouseModule where, String what) {
        module = where;
        type = what;
        return this;
    }

    Mutation replace(String fragment, String replacement) {
        replacements.add(new Replacement(fragment, replacement));
        return this;
    }

    /** What goes wrong without it. */
    Mutation whichMeans(String what) {
        harm = what;
        return this;
    }

    Mutation isNoticedBy(String test) {
        return isNoticedBy(NamedTest.of(module, test));
    }

    Mutation isNoticedBy(NamedTest test) {
        killer = test;
        return this;
    }

    /** {@return the rule that is broken, in plain words} */
    public String protection() {
        return protection;
    }

    /** {@return the numbers of the rules that it breaks} */
    public Set<String> rules() {
        return rules;
    }

    /** {@return the holes of the model that it tears} */
    public Set<Hole> holes() {
        return holes;
    }

    /** {@return the module that is changed} */
    public HouseModule module() {
        return module;
    }

    /** {@return the type that is changed, relative to the module's package} */
    public String type() {
        return type;
    }

    /** {@return what goes wrong without the protection} */
    public String harm() {
        return harm;
    }

    /** {@return the test that has to fail} */
    public NamedTest killer() {
        return killer;
    }

    /**
     * The source without the protection.
     *
     * @return the whole file
     * @throws IllegalStateException if something to be replaced is not there exactly once
     */
    public String source() {
        try {
            String source = Files.readString(module.source(type));
            for (Replacement replacement : replacements) {
                source = replacement.in(source);
            }
            return source;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return protection;
    }
}
