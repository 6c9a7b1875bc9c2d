package de.dolmetscherhotline.appointment;

import de.dolmetscherhotline.appointment.MunicipalitySettings.Entry;
import de.dolmetscherhotline.platform.StartupRefused;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far it is from one municipality to another, by {@code config/municipalities.yaml}. */
@Component
class Municipalities {

    private static final double EARTH_RADIUS_KILOMETRES = 6371;
    private static final Pattern KIND = Pattern.compile(
            "^((hanse|kreis|landeshaupt|berg|samt|verbands|einheits)?(stadt|gemeinde)|flecken|markt) +");

    private final Map<String, Place> places = new HashMap<>();

    /** @throws StartupRefused if an entry of {@code municipalities.yaml} lacks something, lies nowhere, or appears twice */
    Municipalities(MunicipalitySettings settings) {
        settings.municipalities().forEach(this::add);
    }

    /** In degrees. */
    private record Place(double latitude, double longitude) {}

    /**
     * As the crow flies, in kilometres: 0 within a municipality, {@link Double#POSITIVE_INFINITY} if it is not known where one of
     * them lies.
     */
    double kilometres(@Nullable String from, String to) {
        if (from == null) {
            return Double.POSITIVE_INFINITY;
        }
        if (written(from).equals(written(to))) {
            return 0;
        }
        @Nullable Place one = places.get(written(from));
        @Nullable Place other = places.get(written(to));
        return one == null || other == null ? Double.POSITIVE_INFINITY : kilometres(one, other);
    }

    /** By the haversine formula. */
    private static double kilometres(Place one, Place other) {
        double north = Math.sin(Math.toRadians(other.latitude - one.latitude) / 2);
        double east = Math.sin(Math.toRadians(other.longitude - one.longitude) / 2);
        double chord = north * north
                + Math.cos(Math.toRadians(one.latitude)) * Math.cos(Math.toRadians(other.latitude)) * east * east;
        return 2 * EARTH_RADIUS_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(chord)));
    }

    private void add(Entry entry) {
        var name = entry.name();
        if (name == null || name.isBlank()) {
            throw refused("one has no name");
        }
        var place = new Place(
                degrees(entry.latitude(), 90, name + " has no latitude from -90 to 90"),
                degrees(entry.longitude(), 180, name + " has no longitude from -180 to 180"));
        Stream.concat(Stream.of(name), entry.also().stream()).forEach(word -> {
            if (places.put(written(word), place) != null) {
                throw refused(word + " appears twice");
            }
        });
    }

    private static double degrees(@Nullable Double value, double most, String problem) {
        if (value == null || !(Math.abs(value) <= most)) {
            throw refused(problem);
        }
        return value;
    }

    private static String written(String municipality) {
        return KIND.matcher(municipality.strip().toLowerCase(Locale.GERMAN)).replaceFirst("");
    }

    private static StartupRefused refused(String problem) {
        return new StartupRefused(
                "The list of municipalities (hotline.municipalities) is not usable: " + problem + ".",
                "Correct config/municipalities.yaml in the working directory, or remove it to use the list built in.");
    }
}
