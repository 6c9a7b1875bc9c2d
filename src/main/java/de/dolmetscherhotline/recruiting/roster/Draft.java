package de.dolmetscherhotline.recruiting.roster;

import de.dolmetscherhotline.kernel.DistrictId;
import de.dolmetscherhotline.kernel.Gender;
import de.dolmetscherhotline.kernel.ObligationKind;
import de.dolmetscherhotline.kernel.PhoneNumber;
import de.dolmetscherhotline.pool.DoNotPair;
import de.dolmetscherhotline.pool.InterpreterProfile;
import de.dolmetscherhotline.pool.LanguageSkill;
import de.dolmetscherhotline.pool.Obligation;
import de.dolmetscherhotline.pool.Role;
import de.dolmetscherhotline.pool.Status;
import de.dolmetscherhotline.pool.SubjectSkill;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A profile while the cells of its row are read into it, one after the other. What no cell speaks of stays as it was. */
final class Draft {

    private final DistrictId district;
    private final PhoneNumber phone;
    private final List<DoNotPair> doNotPair;
    private final Map<ObligationKind, Obligation> obligations = new EnumMap<>(ObligationKind.class);
    String name = "";

    @Nullable
    PhoneNumber textNumber;

    @Nullable
    Gender gender;

    @Nullable
    LocalDate born;

    @Nullable
    String municipality;

    Set<Role> roles = Set.of();
    List<LanguageSkill> languages = List.of();
    List<SubjectSkill> subjects = List.of();
    Status status = Status.APPLIED;
    boolean emergency;
    boolean callout;

    @Nullable
    String notes;

    private Draft(DistrictId district, PhoneNumber phone, List<DoNotPair> doNotPair) {
        this.district = district;
        this.phone = phone;
        this.doNotPair = doNotPair;
    }

    /** Of somebody who is not in the pool yet. */
    static Draft of(DistrictId district, PhoneNumber phone) {
        return new Draft(district, phone, List.of());
    }

    static Draft of(InterpreterProfile known) {
        var draft = new Draft(known.districtId(), known.phoneNumber(), known.doNotPair());
        known.obligations().forEach(obligation -> draft.obligations.put(obligation.kind(), obligation));
        draft.name = known.name();
        draft.textNumber = known.textNumber();
        draft.gender = known.gender();
        draft.born = known.dateOfBirth();
        draft.municipality = known.municipality();
        draft.roles = known.roles();
        draft.languages = known.languages();
        draft.subjects = known.subjects();
        draft.status = known.status();
        draft.emergency = known.emergencyOptIn();
        draft.callout = known.calloutOptIn();
        draft.notes = known.notes();
        return draft;
    }

    PhoneNumber phone() {
        return phone;
    }

    @Nullable
    Obligation obligation(ObligationKind kind) {
        return obligations.get(kind);
    }

    /** Since when the obligation is met; null = it is not. Until when it holds is kept, as is the note. */
    void issue(ObligationKind kind, @Nullable LocalDate day) {
        obligations.compute(
                kind,
                (same, before) -> day == null
                        ? null
                        : new Obligation(
                                kind,
                                day,
                                before == null ? null : before.validUntil(),
                                before == null ? null : before.note()));
    }

    /** Until when an obligation that is met holds; null = without end. */
    void holdUntil(ObligationKind kind, @Nullable LocalDate day) {
        obligations.computeIfPresent(
                kind, (same, before) -> new Obligation(kind, before.issuedOn(), day, before.note()));
    }

    InterpreterProfile profile() {
        return new InterpreterProfile(
                district,
                name,
                phone,
                textNumber,
                gender,
                born,
                municipality,
                roles,
                languages,
                subjects,
                List.copyOf(obligations.values()),
                doNotPair,
                notes,
                status,
                emergency,
                callout);
    }
}
