// Keeps the parts of a request's page that change as they are. Without this script the page offers to be loaded again.
"use strict";

const said = document.getElementById("said");
const stale = document.getElementById("stale");
const live = document.getElementById("live");
const source = new EventSource(live.dataset.events);
let renewed = Promise.resolve();

/** What is worth saying when it is new: the status, and how each third party stands. */
function news() {
    const guests = [...document.querySelectorAll("[data-guest]")].map((mark) => `${mark.dataset.guest}: ${mark.textContent}`);
    return [document.getElementById("status").textContent, ...guests];
}

/** Puts in what is new; who has the focus within keeps it, or is taken to the heading. */
function replace(id, now, heading) {
    const before = document.getElementById(id);
    const focus = before.contains(document.activeElement) ? document.activeElement.id : null;
    before.replaceWith(now.getElementById(id));
    if (focus !== null) {
        (document.getElementById(focus) || document.getElementById(heading)).focus();
    }
}

/** The form itself stays: somebody may be typing. */
function showGuests(now) {
    replace("guests", now, "third-parties-title");
    const invitation = document.getElementById("invitation");
    const refused = invitation.querySelector(".problem") !== null;
    invitation.hidden = now.getElementById("invitation").hidden && !refused;
    document.getElementById("third-parties").hidden = now.getElementById("third-parties").hidden && !refused;
}

async function renew() {
    // Not on to the page for signing in: it has none of the parts.
    const answer = await fetch(live.dataset.part, { headers: { Accept: "text/html" }, redirect: "manual" });
    if (!answer.ok) {
        // Signed out, or gone: the page itself says so.
        location.replace(live.dataset.page);
        return;
    }
    const now = new DOMParser().parseFromString(await answer.text(), "text/html");
    const known = news();
    replace("progress", now, "status");
    showGuests(now);
    const fresh = news().filter((line) => !known.includes(line));
    if (fresh.length > 0) {
        said.textContent = fresh.join(". ");
    }
    if (now.getElementById("live").dataset.open === "false") {
        source.close();
        // What can be done now, such as saying how it was, stands elsewhere on the page.
        location.replace(live.dataset.page);
    }
}

// One after the other: what was asked for earlier must not arrive later.
source.addEventListener("request", () => {
    renewed = renewed.then(renew).then(() => { stale.hidden = true; }, () => { stale.hidden = false; });
});
source.addEventListener("error", () => { stale.hidden = false; });
