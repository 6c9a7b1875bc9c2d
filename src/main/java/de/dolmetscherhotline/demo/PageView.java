package de.dolmetscherhotline.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that changes on the page.
 *
 * @param callers in a fixed order
 * @param interpreters those the visitor asked for and whoever is on the telephone; ringing ones first
 */
record PageView(List<Telephone> callers, List<Telephone> interpreters, List<Talk> talks) {

    /** Who talks with whom. */
    record Talk(String callerId, List<String> people) {}

    static PageView of(List<Telephone> callers, List<Telephone> interpreters, Visit visit) {
        var shown = interpreters.stream()
                .filter(phone -> !phone.idle() || phone.speaks(visit.language()))
                .sorted(Comparator.comparingInt(Telephone::rank))
                .toList();
        var talks = callers.stream()
                .filter(phone -> !phone.partners().isEmpty())
                .map(PageView::talk)
                .toList();
        return new PageView(callers, shown, talks);
    }

    public List<Telephone> ringing() {
        return Stream.concat(callers.stream(), interpreters.stream())
                .filter(Telephone::ringing)
                .toList();
    }

    private static Talk talk(Telephone phone) {
        var people = new ArrayList<String>();
        people.add(phone.owner() == null ? phone.number() : phone.owner());
        people.addAll(phone.partners());
        return new Talk(phone.id(), List.copyOf(people));
    }
}
