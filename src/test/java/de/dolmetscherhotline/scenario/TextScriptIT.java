package de.dolmetscherhotline.scenario;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.callout.CallOuts;
import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.InterpreterId;
import de.dolmetscherhotline.simulator.Exchange;
import de.dolmetscherhotline.simulator.Exchange.Kind;
import de.dolmetscherhotline.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Base of the scripts about texts, with a look at what is kept of them. */
abstract class TextScriptIT extends PhoneScriptIT {

    @Autowired
    Texts texts;

    @Autowired
    CallOuts callOuts;

    /** Somebody who may be asked although off duty. */
    Person volunteer() {
        var volunteer = interpreterOffDuty("ar");
        sql("update interpreter set callout_opt_in = true where id = '" + volunteer.id() + "'");
        return volunteer;
    }

    CallId call() {
        return new CallId((UUID) Objects.requireNonNull(rows("select id from call where dialled_at >= :began")
                .getFirst()
                .get("id")));
    }

    DistrictId district(CallId call) {
        return new DistrictId((UUID) Objects.requireNonNull(
                rows("select district_id from call where dialled_at >= :began and id = '" + call + "'")
                        .getFirst()
                        .get("district_id")));
    }

    UUID lineId() {
        return (UUID) Objects.requireNonNull(
                rows("select id from line where number = '" + line + "' and :began::timestamptz is not null")
                        .getFirst()
                        .get("id"));
    }

    void order(Person who) {
        texts.toInterpreter(new InterpreterId(who.id()), "pause.unanswered").block();
    }

    void text(Person who) {
        order(who);
        settle();
    }

    /** Our orders to send a text. */
    List<Exchange> orders() {
        return exchanges(Kind.REST).stream().filter(Mishap::isText).toList();
    }

    /** How far each text of this script has come, oldest first. */
    List<String> states() {
        return rows("select state from text_message where created_at >= :began order by created_at, id").stream()
                .map(row -> String.valueOf(row.get("state")))
                .toList();
    }

    List<Map<String, Object>> received(Person sender) {
        return rows(
                "select sid from text_received where received_at >= :began and interpreter_id = '" + sender.id() + "'");
    }

    @Nullable
    Object available(Person who) {
        return JsonPath.read(view(who), "$.available");
    }

    @Nullable
    Object textsStoppedAt(Person who) {
        return JsonPath.read(view(who), "$.textsStoppedAt");
    }

    String view(Person who) {
        return get("/api/v1/interpreters/" + who.id()).hasStatus(200).body();
    }

    void sql(String sql) {
        database().sql(sql).then().block();
    }
}
