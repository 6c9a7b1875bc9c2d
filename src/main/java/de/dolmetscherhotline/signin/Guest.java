package de.dolmetscherhotline.signin;

/**
 * Who the code of an invitation belongs to.
 *
 * @param place for which she signs in: an organisation, a district
 */
public record Guest(String name, String mail, String place) {

    @Override
    public String toString() {
        return "Guest";
    }
}
