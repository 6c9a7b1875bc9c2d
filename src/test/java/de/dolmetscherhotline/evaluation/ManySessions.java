package de.dolmetscherhotline.evaluation;

import de.dolmetscherhotline.kernel.DistrictId;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Three years of a large district: as many calls as wanted, in 40 languages of which few are frequent, from 300 organisations
 * in nine municipalities, mostly in office hours; four in five come to a session. With the requests to 400 interpreters.
 */
public final class ManySessions {

    public static final DistrictId DISTRICT = new DistrictId(new UUID(7, 0));

    private static final List<String> LANGUAGES = List.of(
            "ar", "uk", "kmr", "fa", "prs", "ru", "tr", "pl", "ro", "bg", "sq", "sr", "vi", "fr", "en", "es", "it",
            "pt", "so", "am", "om", "ps", "ur", "hi", "ta", "pa", "bn", "zh", "ja", "ko", "th", "hu", "cs", "sk", "lt",
            "lv", "et", "hr", "bs", "mk");

    private static final List<String> MUNICIPALITIES = List.of(
            "Helmstedt",
            "Königslutter am Elm",
            "Schöningen",
            "Lehre",
            "Samtgemeinde Velpke",
            "Samtgemeinde Grasleben",
            "Samtgemeinde Nord-Elm",
            "Samtgemeinde Heeseberg",
            "Büddenstedt");

    private static final List<String> KINDS = List.of(
            "practice",
            "hospital",
            "authority",
            "school",
            "counselling",
            "kindergarten",
            "police",
            "court",
            "emergency_service",
            "other");

    private final DatabaseClient database;

    public ManySessions(DatabaseClient database) {
        this.database = database;
    }

    /** Writes them; what they leave to be counted remains to be counted. */
    public void write(int calls) {
        sql("insert into district (id, name, time_zone) values ('%s', 'Landkreis der vielen Anrufe', 'Europe/Berlin')"
                .formatted(DISTRICT));
        sql("""
                insert into organisation (id, district_id, name, kind, municipality)
                select %s, '%s', 'Einrichtung ' || n, (%s)[1 + n %% 10], (%s)[1 + floor(9 * power(random(), 2))::int]
                from generate_series(0, 299) as n""".formatted(id(1), DISTRICT, array(KINDS), array(MUNICIPALITIES)));
        sql("""
                insert into interpreter (id, district_id, name, date_of_birth, activated_on, status, gender, municipality)
                select %s, '%s', 'Dolmetscherin ' || n, date '1950-01-01' + (random() * 18000)::int, '2020-01-01', 'active',
                       case when random() < 0.6 then 'female' else 'male' end, (%s)[1 + floor(9 * power(random(), 2))::int]
                from generate_series(0, 399) as n""".formatted(id(2), DISTRICT, array(MUNICIPALITIES)));
        sql("""
                insert into call (id, district_id, organisation_id, state_name, state, origin, emergency, language, dialled_at,
                                  language_chosen_at, accepted_at, connected_at, ended_at, outcome, interpreter_id, rating,
                                  settled_at)
                select %s, '%s', organisation, 'Ended', '{}', case when luck < 0.9 then 'phone' else 'request' end, other < 0.02,
                       case when luck < 0.97 then (%s)[language] end, dialled,
                       case when luck < 0.97 then dialled + interval '15 s' end,
                       case when luck < 0.8 then dialled + interval '15 s' + waited end,
                       case when luck < 0.8 then dialled + interval '17 s' + waited end,
                       case when luck < 0.8 then dialled + interval '77 s' + waited + other * interval '15 min'
                            when luck > 0.985 then dialled + interval '2 s' else dialled + interval '3 min' end,
                       case when luck < 0.8 then 'connected' when luck < 0.88 then 'no_coverage'
                            when luck < 0.94 then 'nobody_answered' when luck < 0.97 then 'abandoned_waiting'
                            else 'abandoned_choosing' end,
                       case when luck < 0.8 then interpreter end,
                       case when luck < 0.4 then 1 + floor(5 * sqrt(other))::int end, dialled
                from (select n, random() as luck, random() as other, -ln(1 - random()) * interval '20 s' as waited,
                             1 + floor(40 * power(random(), 2))::int as language, %s as organisation, %s as interpreter,
                             timestamptz '2024-01-01'
                                 + (floor(n * 1096.0 / %d) + 0.25 + (random() + random()) * 0.23) * interval '1 day' as dialled
                      from generate_series(1, %d) as n) drawn""".formatted(
                        id(3),
                        DISTRICT,
                        array(LANGUAGES),
                        id(1, "floor(300 * power(random(), 1.5))::int"),
                        id(2, "floor(400 * power(random(), 1.5))::int"),
                        calls,
                        calls));
        sql("""
                insert into offer (id, call_id, interpreter_id, wave, offered_at, decided_at, closed_at, fate)
                select gen_random_uuid(), id, interpreter_id, 1, dialled_at + interval '15 s', accepted_at, ended_at, 'accepted'
                from call where interpreter_id is not null""");
        sql("""
                insert into offer (id, call_id, interpreter_id, wave, offered_at, decided_at, closed_at, fate)
                select gen_random_uuid(), id, %s, 1, dialled_at + interval '15 s', ended_at, ended_at,
                       (array['too_late', 'no_answer', 'declined', 'busy'])[1 + floor(4 * power(random(), 2))::int]
                from call where language is not null and outcome <> 'no_coverage'""".formatted(id(2, "floor(400 * power(random(), 1.5))::int")));
        sql("vacuum analyze");
    }

    /** An id that follows from a number. */
    private static String id(int kind) {
        return id(kind, "n");
    }

    private static String id(int kind, String number) {
        return "('00000000-0000-000" + kind + "-0000-' || lpad(to_hex(" + number + "), 12, '0'))::uuid";
    }

    private static String array(List<String> words) {
        return "array['" + String.join("', '", words) + "']";
    }

    private void sql(String sql) {
        database.sql(sql).then().block();
    }
}
