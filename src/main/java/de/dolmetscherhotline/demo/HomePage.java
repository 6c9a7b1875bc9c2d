package de.dolmetscherhotline.demo;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Who opens the demonstration's address wants to see its telephones. */
@Controller
@Demonstration
class HomePage {

    @GetMapping("/")
    String home(@ModelAttribute Visit visit) {
        return "redirect:" + TelephonesPage.PATH + visit.query();
    }
}
