package de.dolmetscherhotline.scenario;

/** Base of the scripts in which somebody wants to be rung back. */
abstract class CallbackScriptIT extends PhoneScriptIT {

    Person wantsToBeRungBack(Person caller) {
        caller.dials(line);
        seconds(1);
        caller.presses("1");
        seconds(22);
        caller.presses("1").hears("Wir rufen Sie unter der Nummer Ihrer Einrichtung zurück");
        seconds(20);
        return caller.isIdle();
    }

    /** Her conversation ends, and she has rested. */
    void isFreeAgain(Person interpreter, Person partner) {
        partner.hangsUp();
        seconds(2);
        interpreter.hangsUp();
        seconds(65);
    }

    /** She is being rung, and accepts; then the organisation is rung, and they talk. */
    void rungBackBy(Person interpreter, Person organisation) {
        interpreter.isRinging().accepts();
        seconds(2);
        organisation.isRinging().accepts();
        seconds(5);
        organisation.talksWith(interpreter);
    }
}
