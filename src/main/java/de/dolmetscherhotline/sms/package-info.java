/** What volunteers text us: who wrote, what it means, and what we answer. Start with {@link de.dolmetscherhotline.sms.Inbox}. */
@ApplicationModule(
        allowedDependencies = {
            "appointment",
            "availability",
            "kernel",
            "call",
            "callout",
            "line",
            "matching",
            "platform",
            "pool",
            "text",
            "volunteer",
            "work"
        })
@NullMarked
package de.dolmetscherhotline.sms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
