// Keeps the telephones up to date and sends their forms without leaving the page. The page works without it.

const board = document.getElementById('switchboard');
const notice = document.getElementById('connection');
const announcer = document.getElementById('announcer');

const SILENCE = 25_000;
const LONGEST_WAIT = 8_000;
const NOTICE_SHOWN = 4_000;

document.documentElement.classList.add('scripted');

// --- one telephone after the other: makes the old nodes look like the new ones, so that focus and typed text survive

function sameThing(a, b) {
  return a.nodeType === b.nodeType && a.nodeName === b.nodeName && (a.id ?? '') === (b.id ?? '');
}

function morphAttributes(from, to) {
  const kept = (name) =>
    (from.nodeName === 'DETAILS' && name === 'open') || name === 'aria-live' || name === 'data-sending';
  for (const { name } of [...from.attributes]) {
    if (!to.hasAttribute(name) && !kept(name)) from.removeAttribute(name);
  }
  for (const { name, value } of to.attributes) {
    if (from.getAttribute(name) !== value && !kept(name)) from.setAttribute(name, value);
  }
}

function place(parent, node, before) {
  if (parent.moveBefore && node.isConnected) parent.moveBefore(node, before);
  else parent.insertBefore(node, before);
}

function morphChildren(from, to) {
  let next = from.firstChild;
  for (const wanted of [...to.childNodes]) {
    let match = next;
    while (match && !sameThing(match, wanted)) match = match.nextSibling;
    const known = wanted.id && [...from.children].find((child) => child.id === wanted.id);
    if (wanted.id ? known : match) {
      match = wanted.id ? known : match;
      if (match !== next) place(from, match, next);
      else next = next.nextSibling;
      morph(match, wanted);
    } else {
      from.insertBefore(document.importNode(wanted, true), next);
    }
  }
  while (next) {
    const gone = next;
    next = next.nextSibling;
    gone.remove();
  }
}

function morph(from, to) {
  if (from.nodeType === Node.TEXT_NODE) {
    if (from.data !== to.data) from.data = to.data;
    return;
  }
  if (from.nodeType !== Node.ELEMENT_NODE) return;
  morphAttributes(from, to);
  if (from.nodeName === 'INPUT' && from.type === 'hidden') from.value = to.value;
  morphChildren(from, to);
  if (from.nodeName === 'SELECT' && from !== document.activeElement && !from.dataset.sending) from.value = to.value;
}

// --- what the page shows

let announced = new Set();

function announce() {
  const news = [...board.querySelectorAll('[data-announce]')].map((item) => item.dataset.announce);
  const unheard = news.filter((text) => !announced.has(text));
  announced = new Set(news);
  if (unheard.length > 0) announcer.textContent = unheard.join('. ');
}

function show(html) {
  const fresh = new DOMParser().parseFromString(html, 'text/html').body;
  const focused = document.activeElement;
  morphChildren(board, fresh);
  if (focused && focused !== document.activeElement) refocus(focused);
  announce();
}

/** A button that is gone hands the focus to its telephone, not to the top of the page. */
function refocus(focused) {
  const target = focused.isConnected ? focused : document.getElementById(/^t-\d+/.exec(focused.id)?.[0]);
  target?.focus({ preventScroll: true });
}

let noticeTimer;

function tell(text, passing) {
  clearTimeout(noticeTimer);
  notice.textContent = text;
  notice.classList.toggle('shown', text !== '');
  if (passing) noticeTimer = setTimeout(() => tell('', false), NOTICE_SHOWN);
}

let fetching = false;
let again = false;

async function refresh() {
  if (fetching || document.hidden) {
    again = true;
    return;
  }
  fetching = true;
  again = false;
  try {
    const answer = await fetch(board.dataset.source, { headers: { 'X-Requested-With': 'fetch' } });
    if (answer.ok) show(await answer.text());
  } catch {
    // The event stream breaks as well and starts over, which leads back here.
  } finally {
    fetching = false;
    if (again && !document.hidden) refresh();
  }
}

document.addEventListener('visibilitychange', () => {
  if (!document.hidden) refresh();
});

// --- what happens elsewhere

let source;
let silence;
let wait = 500;
let lost = false;

function heardSomething() {
  clearTimeout(silence);
  silence = setTimeout(reconnect, SILENCE);
}

function connect() {
  source = new EventSource(board.dataset.events);
  source.onopen = () => {
    wait = 500;
    if (lost) tell(notice.dataset.back, true);
    lost = false;
    heardSomething();
    refresh();
  };
  source.onerror = reconnect;
  source.addEventListener('beat', heardSomething);
  source.addEventListener('change', () => {
    heardSomething();
    refresh();
  });
}

function reconnect() {
  source.close();
  clearTimeout(silence);
  if (!lost) tell(notice.dataset.lost, false);
  lost = true;
  setTimeout(connect, wait);
  wait = Math.min(2 * wait, LONGEST_WAIT);
}

addEventListener('pagehide', () => {
  source.onerror = null;
  source.close();
});
addEventListener('pageshow', (event) => {
  if (event.persisted) connect();
});

// --- what the visitor does

let sending = Promise.resolve();

async function send(form, submitter) {
  const body = new URLSearchParams(new FormData(form, submitter));
  try {
    const answer = await fetch(form.action, { method: 'POST', body, headers: { 'X-Requested-With': 'fetch' } });
    if (!answer.ok) throw new Error(answer.status);
    for (const input of form.querySelectorAll('input:not([type=hidden])')) input.value = '';
  } catch {
    tell(notice.dataset.failed, true);
  }
  refresh();
}

board.addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.target;
  const submitter = event.submitter;
  sending = sending.then(() => send(form, submitter));
});

board.addEventListener('change', (event) => {
  if (!event.target.matches('[data-submit]')) return;
  event.target.dataset.sending = 'true';
  event.target.form.requestSubmit();
  sending = sending.then(() => delete event.target.dataset.sending);
});

// A telephone in use reads its screen aloud, the others stay quiet.
board.addEventListener('focusin', (event) => {
  board.querySelectorAll('.screen[aria-live]').forEach((screen) => screen.removeAttribute('aria-live'));
  event.target.closest('.phone')?.querySelector('.screen')?.setAttribute('aria-live', 'polite');
});

announce();
connect();
