package de.dolmetscherhotline.platform;

/** The application cannot start as configured; says what is wrong and what to do, and is shown without a stack trace. */
public final class StartupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    public StartupRefused(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
