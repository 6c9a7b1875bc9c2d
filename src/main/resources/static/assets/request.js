// Keeps the part of a request's page that changes as it is. Without this script the page offers to be loaded again.
"use strict";

const said = document.getElementById("said");
const stale = document.getElementById("stale");
const source = new EventSource(progress().dataset.events);

function progress() {
    return document.getElementById("progress");
}

async function renew() {
    const answer = await fetch(progress().dataset.part, { headers: { Accept: "text/html" } });
    if (!answer.ok) {
        // Signed out, or gone: the page itself says so.
        location.reload();
        return;
    }
    const part = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("progress");
    const before = progress();
    const hadFocus = before.contains(document.activeElement);
    before.replaceWith(part);
    const status = document.getElementById("status");
    if (hadFocus) {
        status.focus();
    }
    said.textContent = status.textContent;
    if (part.dataset.open === "false") {
        source.close();
        // What can be done now, such as saying how it was, stands elsewhere on the page.
        location.reload();
    }
}

source.addEventListener("request", () => {
    stale.hidden = true;
    renew().catch(() => { stale.hidden = false; });
});
source.addEventListener("error", () => { stale.hidden = false; });
