package de.dolmetscherhotline.member;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;

/** Where somebody arrives who has signed in: the way to everything else. */
@PortalPage
class StartPage {

    @GetMapping(PortalAccess.PATH)
    Rendering start() {
        return PortalViews.page("start").build();
    }
}
