package de.dolmetscherhotline.signin;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;

/** What the pages have in common on which people sign in. */
final class SignInViews {

    private SignInViews() {}

    static Rendering.Builder<?> page(Area area, String template) {
        return Rendering.view("signin/" + template)
                .modelAttribute("words", area.words())
                .modelAttribute("signIn", area.signIn());
    }

    static Rendering seeOther(String address) {
        return Rendering.redirectTo(address).status(HttpStatus.SEE_OTHER).build();
    }
}
