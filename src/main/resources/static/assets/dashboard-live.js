// Keeps the parts of a page that are live as they are: fetches them whenever the server says that something has changed, and now
// and then; says so when the connection is lost, and when it is back. Without this script the page can be loaded again. Needs htmx.
"use strict";

/** A connection that is back within a moment is no news. */
const A_MOMENT = 3000;

/** The server says something every ten seconds: after so long the connection has died silently, or never came about. */
const SILENCE = 25000;

const stale = document.getElementById("stale");
const said = document.getElementById("said");
const events = document.querySelector("[data-events]").dataset.events;
let source;
let silence;
let lost;
let drawn = performance.now();

function parts() {
    return document.querySelectorAll("[data-live]");
}

function renew() {
    parts().forEach(part => htmx.trigger(part, "changed"));
}

function listen() {
    source = new EventSource(events);
    source.addEventListener("open", connected);
    source.addEventListener("beat", heard);
    source.addEventListener("changed", () => {
        heard();
        renew();
    });
    source.addEventListener("error", interrupted);
    heard();
}

function heard() {
    clearTimeout(silence);
    silence = setTimeout(interrupted, SILENCE);
}

/** Something may have been missed in the meantime. */
function connected() {
    clearTimeout(lost);
    lost = undefined;
    heard();
    renew();
}

/** The browser connects again by itself, unless the server refused or says nothing any more. */
function interrupted() {
    clearTimeout(silence);
    lost ??= setTimeout(() => {
        lost = undefined;
        outdated(true);
        source.close();
        listen();
    }, A_MOMENT);
}

function outdated(yes) {
    if (stale.hidden === yes) {
        stale.hidden = !yes;
        said.textContent = yes ? "" : said.dataset.back;
    }
}

document.body.addEventListener("htmx:afterRequest", event => {
    if (event.detail.xhr.status === 401) {
        // Signed out: the page itself says so.
        location.reload();
    } else if (!event.detail.successful) {
        outdated(true);
    } else if (source.readyState === EventSource.OPEN) {
        outdated(false);
    }
});

// --- what is worth saying when it is new

function news() {
    return [...document.querySelectorAll("[data-news]")].map(item => item.dataset.words ?? item.textContent);
}

let known = news();

document.body.addEventListener("htmx:afterSwap", () => {
    drawn = performance.now();
    const now = news();
    const fresh = now.filter(line => !known.includes(line));
    known = now;
    if (fresh.length > 0) {
        said.textContent = fresh.join(". ");
    }
});

// --- clocks that run on between two looks

function clock(seconds) {
    const minutes = Math.floor(seconds / 60);
    const two = part => String(part).padStart(2, "0");
    return minutes < 60
        ? `${minutes}:${two(seconds % 60)}`
        : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

setInterval(() => {
    if (stale.hidden) {
        const passed = (performance.now() - drawn) / 1000;
        document.querySelectorAll("[data-ticks]").forEach(item => {
            item.textContent = clock(Math.floor(Number(item.dataset.seconds) + passed));
        });
    }
}, 1000);

listen();
