package de.dolmetscherhotline.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import de.dolmetscherhotline.testsupport.Answer;
import de.dolmetscherhotline.testsupport.Body;
import de.dolmetscherhotline.testsupport.HotlineIT;
import de.dolmetscherhotline.testsupport.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

class DistrictsApiIT extends HotlineIT {

    private static final String DISTRICTS = "/api/v1/districts";

    @Test
    void aNewDistrictIsFoundUnderItsLocation() {
        Body helmstedt = named("Helmstedt " + UUID.randomUUID());
        Answer added = post(DISTRICTS, helmstedt).hasStatus(201);
        String location = DISTRICTS + "/" + added.text("id");
        added.hasHeader("Location", location);
        get(location)
                .hasStatus(200)
                .has("id", added.text("id"))
                .has("name", helmstedt.fields().get("name"))
                .has("timeZone", "Europe/Berlin");
    }

    @Test
    void aDistrictIsReplacedAsAWhole() {
        UUID district = district();
        Body renamed = named("Wolfenbüttel " + UUID.randomUUID()).with("timeZone", "Europe/Busingen");
        put(DISTRICTS + "/" + district, renamed)
                .hasStatus(200)
                .has("name", renamed.fields().get("name"))
                .has("timeZone", "Europe/Busingen");
    }

    @Test
    void thePublicHolidaysOfLowerSaxonyCountUnlessAnotherStateIsNamed() {
        get(DISTRICTS + "/" + district()).has("region", "DE-NI");
        Body altmark = named("Altmarkkreis " + UUID.randomUUID()).with("region", "DE-ST");
        UUID id = created(DISTRICTS, altmark);
        get(DISTRICTS + "/" + id).has("region", "DE-ST");
        put(DISTRICTS + "/" + id, altmark.with("region", "DE-BB")).has("region", "DE-BB");
    }

    @Test
    void aStateThatDoesNotExistIsRejected() {
        post(DISTRICTS, named("Peine").with("region", "DE-XX")).rejects("region");
        post(DISTRICTS, named("Peine").with("region", "NI")).rejects("region");
        post(DISTRICTS, named("Peine").with("region", "AT-9")).rejects("region");
    }

    @Test
    void aRemovedDistrictIsGone() {
        String path = DISTRICTS + "/" + district();
        delete(path).hasStatus(204);
        get(path).isProblem(404);
        delete(path).isProblem(404);
    }

    @Test
    void aDistrictWithALineCannotBeRemoved() {
        UUID district = district();
        created(
                "/api/v1/lines",
                Body.of("districtId", district, "number", Numbers.landline(), "languages", List.of("ar")));
        delete(DISTRICTS + "/" + district).isProblem(409);
    }

    @Test
    void twoDistrictsCannotHaveTheSameName() {
        Body taken = named("Gifhorn " + UUID.randomUUID());
        created(DISTRICTS, taken);
        post(DISTRICTS, taken).isProblem(409);
        put(DISTRICTS + "/" + district(), taken).isProblem(409);
    }

    @Test
    void everyFieldThatIsMissingIsNamed() {
        post(DISTRICTS, Body.of()).rejects("name", "timeZone");
        post(DISTRICTS, named(" ")).rejects("name");
        post(DISTRICTS, named("x".repeat(201))).rejects("name");
    }

    @Test
    void aTimeZoneThatDoesNotExistIsRejected() {
        post(DISTRICTS, named("Peine").with("timeZone", "Europe/Peine")).rejects("timeZone");
    }

    @Test
    void aFieldThatNobodyKnowsIsRejected() {
        post(DISTRICTS, named("Peine").with("inhabitants", 1)).rejects("inhabitants");
    }

    @Test
    void aNameThatIsNotTextIsRejected() {
        post(DISTRICTS, named("Peine").with("name", 5)).rejects("name");
        post(DISTRICTS, named("Peine").with("name", List.of())).rejects("name");
    }

    @Test
    void aBodyThatIsNotJsonIsRejected() {
        for (String broken : List.of("{", "", "[]", "null", "\"text\"", "{\"name\":\"a\",\"name\":\"b\"}")) {
            Answer.to(api().post()
                            .uri(DISTRICTS)
                            .contentType(MediaType.APPLICATION_JSON)
                            .bodyValue(broken))
                    .isProblem(400);
        }
    }

    @Test
    void aBodyOfAnotherTypeIsRejected() {
        Answer.to(api().post().uri(DISTRICTS).contentType(MediaType.TEXT_PLAIN).bodyValue("Helmstedt"))
                .isProblem(415);
    }

    @Test
    void aBodyOfMoreThan256KilobytesIsRejected() {
        post(DISTRICTS, named("x".repeat(300_000))).isProblem(413);
    }

    @Test
    void aMethodThatDoesNotExistIsAProblem() {
        Answer.to(api().patch().uri(DISTRICTS)).isProblem(405);
        get("/api/v1/nothing").isProblem(404);
    }

    @Test
    void anUnknownIdIsNotFound() {
        String nowhere = DISTRICTS + "/" + UUID.randomUUID();
        get(nowhere).isProblem(404);
        put(nowhere, named("Nowhere " + UUID.randomUUID())).isProblem(404);
        delete(nowhere).isProblem(404);
        get(DISTRICTS + "/not-an-id").rejects("id");
    }

    @Test
    void pagesTogetherHoldEveryDistrictOnce() {
        List<UUID> added = List.of(district(), district(), district());
        int total = Integer.parseInt(get(DISTRICTS).hasStatus(200).headers().getFirst("X-Total-Count"));
        List<String> listed = new ArrayList<>();
        for (int page = 0; page * 2 < total; page++) {
            Answer answer = get(DISTRICTS + "?size=2&page=" + page).hasHeader("X-Total-Count", Integer.toString(total));
            listed.addAll(JsonPath.read(answer.body(), "$[*].id"));
        }
        assertThat(listed)
                .hasSize(total)
                .doesNotHaveDuplicates()
                .endsWith(added.stream().map(UUID::toString).toArray(String[]::new));
    }

    @Test
    void aPageThatMakesNoSenseIsRejected() {
        get(DISTRICTS + "?size=201").rejects("size");
        get(DISTRICTS + "?size=0").rejects("size");
        get(DISTRICTS + "?page=-1").rejects("page");
        get(DISTRICTS + "?page=first").rejects("page");
        get(DISTRICTS + "?page=900000").hasStatus(200).has("$.length()", 0);
    }

    private static Body named(String name) {
        return Body.of("name", name, "timeZone", "Europe/Berlin");
    }
}
