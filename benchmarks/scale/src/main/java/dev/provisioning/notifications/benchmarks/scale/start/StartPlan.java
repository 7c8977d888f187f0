package dev.provisioning.notifications.benchmarks.scale.start;

import java.util.List;

/**
 * How often is started.
 *
 * @param sizes how many applications the store file has, from the least to the most
 * @param openings how often it is opened at each size
 * @param starts how often each embedding is started
 */
public record StartPlan(List<Integer> sizes, int openings, int starts) {}
