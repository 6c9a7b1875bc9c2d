// Says so when a part of the page that renews itself cannot be fetched, and when it can again. Needs htmx.
"use strict";

const stale = document.getElementById("stale");

document.body.addEventListener("htmx:afterRequest", event => {
    stale.hidden = event.detail.successful;
    if (event.detail.xhr.status === 401) {
        // Signed out: the page itself says so.
        location.reload();
    }
});
