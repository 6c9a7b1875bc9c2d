// Says so when the list cannot be fetched anew, and when it can again. Needs htmx.
"use strict";

const lost = document.getElementById("lost");

document.body.addEventListener("htmx:afterRequest", event => {
    const status = event.detail.xhr.status;
    if (status === 401) {
        // Signed out: the page itself says so.
        location.reload();
        return;
    }
    lost.hidden = (status > 0 && status < 400) || status === 422;
});
