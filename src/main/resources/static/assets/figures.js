// Draws a chart above each table that asks for one, and folds the table up. Charts can be read without colours: the second
// series is hatched, and numbers stand at the bars. Needs Chart.js where there are charts, and htmx to notice new ones.
"use strict";

const MOST_BARS = 20;
const MOST_COLUMNS = 40;
const NARROW = 500;
const WITHOUT_GAPS = {borderWidth: 0, barPercentage: 1, categoryPercentage: 1};
const dark = matchMedia("(prefers-color-scheme: dark)");
const root = document.documentElement;

function colour(name) {
    return getComputedStyle(root).getPropertyValue("--" + name).trim();
}

function hatched(line, ground) {
    const tile = document.createElement("canvas");
    tile.width = tile.height = 8;
    const pen = tile.getContext("2d");
    pen.fillStyle = ground;
    pen.fillRect(0, 0, 8, 8);
    pen.strokeStyle = line;
    pen.lineWidth = 2;
    for (const shift of [-8, 0, 8]) {
        pen.moveTo(shift, 8);
        pen.lineTo(shift + 8, 0);
    }
    pen.stroke();
    return pen.createPattern(tile, "repeat");
}

function look(position, stacked) {
    const line = position === 0 ? colour("accent") : colour(stacked ? "stop" : "soft");
    return {
        backgroundColor: position === 0 ? line : hatched(line, colour("card")),
        borderColor: line,
        borderWidth: 1
    };
}

// What stands in the table, as it is written there.
function read(figure) {
    const table = figure.querySelector("table");
    const drawn = [...table.tHead.rows[0].cells].flatMap((cell, i) => cell.dataset.drawn ? [i] : []);
    const rows = [...table.tBodies[0].rows];
    const all = figure.dataset.kind === "columns" || figure.closest(".paper");
    const shown = all ? rows : rows.slice(0, MOST_BARS);
    figure.querySelector(".more").hidden = shown.length === rows.length;
    return {
        labels: shown.map(row => row.cells[0].textContent.trim()),
        series: drawn.map(i => ({
            name: table.tHead.rows[0].cells[i].textContent.trim(),
            numbers: shown.map(row => row.cells[i].dataset.number === undefined ? null : Number(row.cells[i].dataset.number)),
            words: shown.map(row => row.cells[i].textContent.trim())
        }))
    };
}

// The numbers at the ends of the bars, where there is room for them.
const numbersAtBars = {
    id: "numbersAtBars",
    afterDatasetsDraw(chart) {
        const pen = chart.ctx;
        const lying = chart.options.indexAxis === "y";
        const room = chart.chartArea.width / chart.data.labels.length / chart.data.datasets.length;
        pen.save();
        pen.fillStyle = colour("ink");
        pen.font = "12px " + getComputedStyle(document.body).fontFamily;
        pen.textBaseline = lying ? "middle" : "bottom";
        chart.data.datasets.forEach((series, at) => chart.getDatasetMeta(at).data.forEach((bar, i) => {
            const words = series.words[i];
            const stacked = chart.options.scales.x.stacked;
            if (stacked ? !series.data[i] || Math.abs(bar.x - bar.base) < pen.measureText(words).width + 8
                    : lying ? bar.height < 9 : room < pen.measureText(words).width + 2) {
                return;
            }
            if (stacked) {
                const middle = (bar.x + bar.base) / 2;
                const width = pen.measureText(words).width + 6;
                pen.fillStyle = colour("card");
                pen.fillRect(middle - width / 2, bar.y - 8, width, 16);
                pen.fillStyle = colour("ink");
                pen.textAlign = "center";
                pen.fillText(words, middle, bar.y);
            } else if (lying) {
                pen.textAlign = "left";
                pen.fillText(words, (series.data[i] === null ? chart.scales.x.left : bar.x) + 5, bar.y);
            } else {
                pen.textAlign = "center";
                pen.fillText(words, bar.x, (series.data[i] === null ? chart.scales.y.bottom : bar.y) - 2);
            }
        }));
        pen.restore();
    }
};

// On a small screen long labels take two lines.
function lines(label) {
    const middle = label.length / 2;
    const blank = label.length < 18 ? -1 : [...label.matchAll(/ /g)].map(match => match.index)
        .sort((one, other) => Math.abs(one - middle) - Math.abs(other - middle))[0] ?? -1;
    return blank < 0 ? label : [label.slice(0, blank), label.slice(blank + 1)];
}

function draw(figure) {
    const found = read(figure);
    const lying = figure.dataset.kind !== "columns";
    const stacked = figure.dataset.kind === "stacked";
    let box = figure.querySelector(".drawing");
    if (!box) {
        box = document.createElement("div");
        box.className = "drawing";
        const canvas = document.createElement("canvas");
        canvas.setAttribute("role", "img");
        canvas.setAttribute("aria-label", figure.dataset.label);
        box.append(canvas);
        figure.prepend(box);
        figure.querySelector("details").open = false;
    }
    const several = found.series.length > 1;
    const thick = stacked || !several ? 28 : 40;
    box.style.height = (lying ? found.labels.length * thick + 44 + (several ? 32 : 0) : 260) + "px";
    const canvas = box.firstChild;
    const narrow = box.clientWidth < NARROW;
    const many = !lying && found.labels.length > MOST_COLUMNS;
    const across = {
        beginAtZero: true,
        grace: lying && !stacked ? "8%" : 0,
        stacked,
        ticks: {color: colour("soft"), precision: 0},
        grid: {color: colour("line")},
        border: {color: colour("soft")}
    };
    const along = {
        stacked,
        ticks: {color: colour("ink"), autoSkip: !lying, display: !many},
        grid: {display: false},
        border: {color: colour("soft")}
    };
    Chart.getChart(canvas)?.destroy();
    new Chart(canvas, {
        type: "bar",
        data: {
            labels: narrow ? found.labels.map(lines) : found.labels,
            datasets: found.series.map((series, i) => ({
                label: series.name, data: series.numbers, words: series.words, ...look(i, stacked), ...(many ? WITHOUT_GAPS : {})
            }))
        },
        options: {
            indexAxis: lying ? "y" : "x",
            animation: false,
            maintainAspectRatio: false,
            layout: {padding: {top: lying ? 0 : 14}},
            scales: lying ? {x: across, y: along} : {x: along, y: across},
            plugins: {
                legend: {display: several, position: "top", align: "start", labels: {color: colour("ink")}},
                tooltip: {callbacks: {label: item => item.dataset.label + ": " + item.dataset.words[item.dataIndex]}}
            }
        },
        plugins: [numbersAtBars]
    });
}

function figures() {
    return [...document.querySelectorAll("figure.chart")]
        .filter(figure => figure.dataset.kind !== "none" && figure.querySelector("tbody tr"));
}

function drawAll() {
    if (window.Chart) {
        Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
        Chart.defaults.font.size = 13;
        figures().forEach(draw);
    }
}

drawAll();
dark.addEventListener("change", drawAll);
document.body.addEventListener("htmx:beforeSwap", event => {
    // A page that says what is wrong is a page.
    if (event.detail.xhr.status === 422) {
        event.detail.shouldSwap = true;
        event.detail.isError = false;
    }
    if (window.Chart) {
        document.querySelectorAll("figure.chart canvas").forEach(canvas => {
            if (event.detail.target.contains(canvas)) {
                Chart.getChart(canvas)?.destroy();
            }
        });
    }
});
document.body.addEventListener("htmx:afterSettle", drawAll);
// What cannot be fetched as a part is opened as a page: it asks to sign in, or says what is wrong.
for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
    document.body.addEventListener(failure, event => location.assign(event.detail.pathInfo.finalRequestPath));
}

// On paper everything is open, and light.
let folded = [];
addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("main details:not([open])")];
    folded.forEach(details => details.open = true);
    root.classList.add("printing");
    drawAll();
});
addEventListener("afterprint", () => {
    folded.forEach(details => details.open = false);
    root.classList.remove("printing");
    drawAll();
});
