"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const WORDS = {
    zh: {
      title: "版面改动", side: "并排", swipe: "卷帘", onion: "透叠", blink: "闪看", heat: "热图", marks: "标记", fit: "适宽",
      page: n => `第 ${n} 版`, before: "改前", after: "改后", none: "没有改动", broken: "排不出来", instead: "改法：", corrections: "校样上的改动",
      slide: { swipe: "卷帘位置", onion: "改后的浓淡" }, list: "改动", made: "已改", asked: "校样要的",
      keys: [["↓ ↑", "下一处、上一处"], ["← →", "卷帘、透叠"], ["1–5", "看法"], ["空格", "换一面看"], ["[ ]", "换版"], ["m", "标记"], ["+ -", "缩放"], ["l", "English"]],
    },
    en: {
      title: "Page changes", side: "side by side", swipe: "swipe", onion: "onion skin", blink: "blink", heat: "heat map", marks: "marks", fit: "fit width",
      page: n => `page ${n}`, before: "before", after: "after", none: "no changes", broken: "can't be set", instead: "hint: ", corrections: "corrections",
      slide: { swipe: "place of the border", onion: "strength of the new page" }, list: "changes", made: "made", asked: "asked for",
      keys: [["↓ ↑", "next, previous"], ["← →", "swipe, onion skin"], ["1–5", "view"], ["space", "the other side"], ["[ ]", "page"], ["m", "marks"], ["+ -", "zoom"], ["l", "中文"]],
    },
  };
  const MODES = ["side", "swipe", "onion", "blink", "heat"];
  const state = { lang: data.lang, mode: "side", page: 0, slide: 50, chosen: null, zoom: 1, marks: true, turned: false, hidden: new Set() };
  state.page = Math.max(0, data.pages.findIndex(page => page.changes.length || page.problem));
  const words = () => WORDS[state.lang];
  const shown = page => page.changes.filter(change => !state.hidden.has(change.cause));

  /** An element: tag, attributes (functions are listeners), children. */
  function make(tag, attributes = {}, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") node.addEventListener(name, value);
      else if (name === "style") for (const [key, part] of Object.entries(value)) node.style.setProperty(key, part);
      else if (value !== false && value !== null) node.setAttribute(name, value === true ? "" : value);
    }
    node.append(...children.flat().filter(child => child !== null && child !== undefined));
    return node;
  }

  /** A sentence with [-what went-] struck out and {+what came+} set off. */
  function marked(sentence) {
    return sentence.split(/(\[-[\s\S]*?-\]|\{\+[\s\S]*?\+\})/).map(part => {
      if (part.startsWith("[-") && part.endsWith("-]")) return part.length > 4 ? make("del", {}, part.slice(2, -2)) : "";
      if (part.startsWith("{+") && part.endsWith("+}")) return part.length > 4 ? make("ins", {}, part.slice(2, -2)) : "";
      return part;
    });
  }

  const header = make("header"), main = make("main", { id: "stage" }), aside = make("aside"), paper = make("div", { id: "paper" });
  document.body.append(header, main, aside, paper);
  let blinking = 0;

  function change(values) {
    Object.assign(state, values);
    draw();
  }

  function draw() {
    document.documentElement.lang = state.lang === "zh" ? "zh-Hans" : "en";
    document.title = `${words().title} · ${data.summary[state.lang]}`;
    drawHeader();
    drawStage();
    drawList();
  }

  function drawHeader() {
    const w = words();
    const modes = MODES.map(mode => make("button", { id: `mode-${mode}`, "aria-pressed": String(state.mode === mode), click: () => look(mode) }, w[mode]));
    const pages = make("select", { id: "pages", "aria-label": w.page(""), change: event => change({ page: Number(event.target.value), chosen: null }) },
      data.pages.map((page, i) => make("option", { value: i, selected: i === state.page }, `${w.page(page.number)} (${page.changes.length})`)));
    header.replaceChildren(...[
      make("h1", {}, w.title), make("span", { class: "told" }, data.summary[state.lang]),
      data.pages.length > 1 ? pages : null, make("span", { class: "group", role: "group" }, modes),
      make("button", { id: "marks", "aria-pressed": String(state.marks), click: () => change({ marks: !state.marks }) }, w.marks),
      make("span", { class: "group" },
        make("button", { id: "zoom-out", click: () => zoom(1 / 1.25) }, "−"), make("button", { id: "zoom-fit", click: () => change({ zoom: 1 }) }, w.fit),
        make("button", { id: "zoom-in", click: () => zoom(1.25) }, "+")),
      make("button", { id: "lang", click: () => change({ lang: state.lang === "zh" ? "en" : "zh" }) }, state.lang === "zh" ? "English" : "中文"),
    ].filter(Boolean));
  }

  /** Look at the page in another way, at the same change. */
  function look(mode) {
    change({ mode });
    if (state.chosen !== null) choose(state.chosen, "list");
  }

  function zoom(by) {
    change({ zoom: Math.min(6, Math.max(0.3, state.zoom * by)) });
  }

  function drawStage() {
    clearInterval(blinking);
    const scroll = [main.scrollLeft, main.scrollTop];
    const page = data.pages[state.page];
    main.replaceChildren();
    main.classList.toggle("unmarked", !state.marks);
    if (page && page.problem && page.side) main.append(oneSided(page));
    if (!page || !page.images.length || page.problem) return;
    const alike = isAlike(page);
    const sheets = state.mode === "side" || alike ? sides(page) : make("div", { class: "sheets" }, figure(`${page.a} → ${page.b}`, single(page, ...sizes(page))));
    sheets.style.setProperty("--zoom", state.zoom);
    if ((state.mode === "swipe" || state.mode === "onion") && !alike) main.append(slider());
    main.append(sheets);
    [main.scrollLeft, main.scrollTop] = scroll;
  }

  /** The side that could be set, and in place of the other one why it can't be. */
  function oneSided(page) {
    const image = page.images[0], size = frame(image, image), w = words();
    const good = sheet(page.side, size, [picture([image], size)], []);
    const bad = make("div", { class: "sheet broken", id: `sheet-${page.side === "a" ? "b" : "a"}`, style: { "aspect-ratio": `${size.width} / ${size.height}` } }, make("p", {}, w.broken));
    const sheets = make("div", { class: "sheets" },
      figure(`${w.before} · ${page.a}`, page.side === "a" ? good : bad), figure(`${w.after} · ${page.b}`, page.side === "a" ? bad : good));
    sheets.style.setProperty("--zoom", state.zoom);
    return sheets;
  }

  /** Why something could not be compared, with the findings that tell and the lines that they speak of. */
  const trouble = problem => make("div", { class: "problem" }, problem[state.lang], problem.findings.map(found => make("div", { class: "finding" },
    make("div", {}, make("b", {}, found.code), ` ${found.text[state.lang]}`), found.place ? make("span", { class: "place" }, found.place) : null,
    found.line ? make("code", {}, found.line[0], make("mark", {}, found.line[1]), found.line[2]) : null,
    found.hint[state.lang] ? instead(found) : null)));

  /** What to write instead; several lines of it stand under each other as they are to be written. */
  function instead(said) {
    const hint = said.hint[state.lang];
    return make("div", { class: hint.includes("\n") ? "do lines" : "do" }, `${words().instead}${hint}`);
  }

  const isAlike = page => page.images.length < 2 && !page.changes.length;

  /** The layers of the page before and of the page after, and the frame for both. */
  function sizes(page) {
    const [a, b] = [[page.images[0]], page.images[1]?.over ? page.images : page.images.slice(-1)];
    return [a, b, frame(a[0], b[0])];
  }

  /** Both versions of a page side by side; one picture of a page that is the same. */
  function sides(page) {
    const [a, b, size] = sizes(page), w = words();
    if (isAlike(page)) return make("div", { class: "sheets" }, figure(page.a === page.b ? page.a : `${page.a} = ${page.b}`, sheet("same", size, [picture(a, size)], [])));
    return make("div", { class: "sheets" },
      figure(`${w.before} · ${page.a}`, sheet("a", size, [picture(a, size)], marks(page, "before", size))),
      figure(`${w.after} · ${page.b}`, sheet("b", size, [picture(b, size)], marks(page, "after", size))));
  }

  /** Both pictures in one frame, their trimmed corners on each other. */
  function frame(a, b) {
    const left = Math.max(a.left, b.left), top = Math.max(a.top, b.top);
    return {
      left, top,
      width: Math.max(a.width - a.left, b.width - b.left) + left,
      height: Math.max(a.height - a.top, b.height - b.top) + top,
    };
  }

  const share = (value, whole) => `${(100 * value) / whole}%`;

  /** A page: its pictures, one upon the other. */
  function picture(layers, size, attributes = {}) {
    return make("div", { class: "layers", ...attributes }, layers.map(image => make("img", {
      src: image.src, alt: "", draggable: "false",
      style: {
        left: share(size.left - image.left, size.width), top: share(size.top - image.top, size.height),
        width: share(image.width, size.width), height: share(image.height, size.height),
      },
    })));
  }

  function sheet(name, size, pictures, overlay) {
    return make("div", { class: "sheet", id: `sheet-${name}`, style: { "aspect-ratio": `${size.width} / ${size.height}` } }, pictures, overlay);
  }

  function figure(caption, content) {
    return make("figure", {}, make("figcaption", {}, caption), content);
  }

  function single(page, a, b, size) {
    const top = picture(b, size, { id: "top" });
    const pictures = [picture(a, size), top];
    if (state.mode === "blink") {
      let on = true;
      top.style.visibility = state.turned ? "hidden" : "visible";
      blinking = setInterval(() => { on = !on; top.style.visibility = on ? "visible" : "hidden"; }, 600);
    }
    if (state.mode === "heat") pictures.splice(0, 2, heat(a, b, size));
    const made = sheet("one", size, pictures, marks(page, "after", size, true));
    if (state.mode === "swipe") {
      const pull = event => {
        if (event.type === "pointermove" && !event.buttons) return;
        const box = made.getBoundingClientRect();
        slide(Math.min(100, Math.max(0, (100 * (event.clientX - box.left)) / box.width)));
      };
      made.addEventListener("pointerdown", pull);
      made.addEventListener("pointermove", pull);
    }
    apply(top);
    return made;
  }

  /** Let the slider's place be seen on the upper picture. */
  function apply(top) {
    if (state.mode === "swipe") top.style.clipPath = `inset(0 0 0 ${state.slide}%)`;
    if (state.mode === "onion") top.style.opacity = state.slide / 100;
  }

  function slide(value) {
    state.slide = value;
    const top = document.getElementById("top"), input = document.getElementById("slide");
    if (top) apply(top);
    if (input) input.value = value;
  }

  function slider() {
    const label = words().slide[state.mode];
    const input = make("input", { id: "slide", type: "range", min: 0, max: 100, value: state.slide, "aria-label": label, input: event => slide(Number(event.target.value)) });
    return make("div", { class: "slide" }, make("span", {}, words().before), input, make("span", {}, words().after));
  }

  /** The new page pale, what went from it blue, what came red. */
  function heat(a, b, size) {
    const canvas = make("canvas", { id: "heat", width: Math.round(size.width), height: Math.round(size.height), style: { width: "100%", height: "100%" } });
    const load = image => new Promise(done => { const loaded = new Image(); loaded.onload = () => done(loaded); loaded.src = image.src; });
    Promise.all([a, b].map(layers => Promise.all(layers.map(load)))).then(loaded => {
      const grey = [a, b].map((layers, i) => {
        const copy = make("canvas", { width: canvas.width, height: canvas.height }).getContext("2d", { willReadFrequently: true });
        copy.fillStyle = "#fff";
        copy.fillRect(0, 0, canvas.width, canvas.height);
        layers.forEach((image, n) => copy.drawImage(loaded[i][n], Math.round(size.left - image.left), Math.round(size.top - image.top)));
        return copy.getImageData(0, 0, canvas.width, canvas.height);
      });
      const [old, now] = grey.map(image => image.data);
      for (let i = 0; i < now.length; i += 4) {
        const pale = 190 + (now[i] * 65) / 255, lost = now[i] - old[i];
        const strong = Math.abs(lost) > 8;
        now[i] = strong ? (lost > 0 ? 40 : 220) : pale;
        now[i + 1] = strong ? (lost > 0 ? 90 : 20) : pale;
        now[i + 2] = strong ? (lost > 0 ? 230 : 40) : pale;
      }
      canvas.getContext("2d").putImageData(grey[1], 0, 0);
      canvas.dataset.ready = "yes";
    });
    return canvas;
  }

  /** The changes' marks on one side; on the only picture also those that are of the page before alone. */
  function marks(page, side, size, only = false) {
    return shown(page).flatMap(entry => {
      const boxes = only && !entry[side].length ? entry.before : entry[side];
      return boxes.map(([x, y, width, height], i) => make("div", {
        class: entry.n === state.chosen ? "mark on" : "mark", "data-n": entry.n, title: entry.text[state.lang],
        style: {
          "--c": `var(--${entry.cause})`, left: share(size.left + x, size.width), top: share(size.top + y, size.height),
          width: share(Math.max(width, 3), size.width), height: share(Math.max(height, 3), size.height),
        },
        click: () => choose(entry.n, "mark"),
      }, i === 0 ? make("b", {}, String(entry.n)) : null));
    });
  }

  /** Light a change up on the page and in the list, and bring the one that was not clicked into sight. */
  function choose(n, from) {
    state.chosen = n;
    for (const node of document.querySelectorAll(".mark, li[data-n]")) node.classList.toggle("on", Number(node.dataset.n) === n);
    const row = document.querySelector(`#changes li[data-n="${n}"]`), spot = document.querySelector(`.mark[data-n="${n}"]`);
    if (row) row.scrollIntoView({ block: "nearest" });
    if (row && from === "key") row.focus({ preventScroll: true });
    if (spot && from !== "mark") spot.scrollIntoView({ block: "center", inline: "center" });
  }

  function drawList() {
    const w = words(), page = data.pages[state.page];
    const parts = wholes();
    if (page) {
      parts.push(title(page), filters(page));
      const none = page.problem ? (page.side ? trouble(page.problem) : null) : make("p", { class: "none" }, w.none);
      parts.push(shown(page).length ? make("ol", { id: "changes" }, shown(page).map(row)) : none);
    }
    parts.push(make("p", { class: "keys" }, w.keys.flatMap(([key, what]) => [make("kbd", {}, key), ` ${what}　`]), data.rasteriser));
    const scroll = aside.scrollTop;
    aside.replaceChildren(...parts.filter(Boolean));
    aside.scrollTop = scroll;
  }

  /** What is of no page: what could not be compared, and the corrections that were asked for. */
  function wholes() {
    const parts = data.problems.map(trouble);
    if (!data.corrections.length) return parts;
    return [...parts, make("h2", {}, words().corrections), make("ol", { id: "corrections" }, data.corrections.map(entry =>
      make("li", { class: entry.made ? "quiet" : "", style: { "--c": entry.made ? "var(--picture)" : "var(--overset)" } },
        make("span", { class: "n" }, entry.made ? "✓" : "✗"), make("span", {}, marked(entry.text[state.lang]), spot(entry)))))];
  }

  const title = page => make("h2", {}, `${words().page(page.number)} `, make("small", {}, page.a === page.b ? page.a : `${page.a} → ${page.b}`));

  function filters(page) {
    const present = data.causes.filter(cause => page.changes.some(entry => entry.cause === cause.id));
    return make("div", { class: "causes" }, present.map(cause => {
      const count = page.changes.filter(entry => entry.cause === cause.id).length;
      const toggle = event => { state.hidden[event.target.checked ? "delete" : "add"](cause.id); draw(); };
      return make("label", { style: { "--c": `var(--${cause.id})` } },
        make("input", { type: "checkbox", id: `cause-${cause.id}`, checked: !state.hidden.has(cause.id), change: toggle }),
        `${state.lang === "zh" ? cause.zh : cause.id} ${count}`);
    }));
  }

  const spot = entry => (entry.place ? make("span", { class: "place" }, entry.place) : null);

  function row(entry) {
    const cause = data.causes.find(one => one.id === entry.cause);
    const classes = [entry.n === state.chosen ? "on" : "", entry.fails ? "" : "quiet"].join(" ").trim();
    return make("li", { class: classes, tabindex: 0, "data-n": entry.n, style: { "--c": `var(--${entry.cause})` }, click: () => choose(entry.n, "list"),
      keydown: event => { if (event.key === "Enter") choose(entry.n, "list"); } },
      make("span", { class: "n" }, String(entry.n)),
      make("span", {}, make("span", { class: "cause" }, state.lang === "zh" ? cause.zh : cause.id), marked(entry.text[state.lang]),
        entry.wanted ? ` ✓ ${words().asked}` : null, entry.hint[state.lang] ? instead(entry) : null, spot(entry)));
  }

  function step(by) {
    const page = data.pages[state.page];
    const list = page ? shown(page) : [];
    if (!list.length) return;
    const at = list.findIndex(entry => entry.n === state.chosen);
    choose(list[at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length].n, "key");
  }

  function turn() {
    state.turned = !state.turned;
    const top = document.getElementById("top");
    if (top) { clearInterval(blinking); top.style.visibility = top.style.visibility === "hidden" ? "visible" : "hidden"; }
  }

  function leaf(by) {
    const page = Math.min(data.pages.length - 1, Math.max(0, state.page + by));
    if (page !== state.page) change({ page, chosen: null });
  }

  const KEYS = {
    ArrowDown: () => step(1), ArrowUp: () => step(-1), j: () => step(1), k: () => step(-1),
    ArrowRight: () => slide(Math.min(100, state.slide + 2)), ArrowLeft: () => slide(Math.max(0, state.slide - 2)),
    " ": turn, "[": () => leaf(-1), "]": () => leaf(1), m: () => change({ marks: !state.marks }),
    l: () => change({ lang: state.lang === "zh" ? "en" : "zh" }), "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(1 / 1.25), 0: () => change({ zoom: 1 }),
  };
  MODES.forEach((mode, i) => { KEYS[i + 1] = () => look(mode); });
  document.addEventListener("keydown", event => {
    const typing = event.target.matches("select, input:not([type=range])") || (event.target.matches("button") && event.key === " ");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
    if (event.target.matches("input[type=range]") && event.key.startsWith("Arrow")) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  // On paper every page that changed, both versions side by side and what changed under them.
  addEventListener("beforeprint", () => {
    const changed = data.pages.filter(page => shown(page).length || page.problem);
    paper.replaceChildren(...wholes(), ...changed.map(page => make("section", {}, title(page),
      page.problem ? (page.side ? oneSided(page) : null) : page.images.length ? sides(page) : null, make("ol", {}, shown(page).map(row)))));
  });
  addEventListener("afterprint", () => paper.replaceChildren());
  draw();
})();
