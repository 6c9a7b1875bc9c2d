package de.dolmetscherhotline.call.guest;

import de.dolmetscherhotline.kernel.CallId;
import de.dolmetscherhotline.kernel.GuestId;
import de.dolmetscherhotline.kernel.Language;
import de.dolmetscherhotline.kernel.OfferId;
import de.dolmetscherhotline.kernel.OrganisationKind;

/** What a third party's next words are rendered from. Nothing else goes into them. */
public record GuestView(GuestId guest, Scene scene) {

    /** What it hears. */
    public sealed interface Scene {

        /** Who calls, and that a key is wanted. */
        record Question(Language language, OrganisationKind kind, boolean again) implements Scene {}

        record InRoom(CallId call, OfferId room) implements Scene {}

        /** On hold, or on the way out of one room and perhaps into another. */
        record Music() implements Scene {}

        /** The conversation has broken off, or is over. */
        record Waiting(Language language) implements Scene {}

        record Goodbye() implements Scene {}
    }

    /** Has just come out of a room: whether the conversation goes on in it will be known in a moment. */
    GuestView outOfRoom() {
        return scene instanceof Scene.InRoom ? new GuestView(guest, new Scene.Music()) : this;
    }
}
