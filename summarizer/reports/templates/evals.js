// Sorting and filtering the table, and opening cases. The state is kept in the address.
(() => {
  const form = document.getElementById("filters");
  const table = document.getElementById("table");
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const status = document.getElementById("count");
  const rows = [...body.rows];
  const words = rows.map((row) => row.textContent.toLowerCase().replace(/\s+/g, " "));
  const order = new Map(rows.map((row, place) => [row, place]));
  const cases = [...document.querySelectorAll(".case")];
  const controls = [...form.elements].filter((one) => one.name);
  const compare = new Intl.Collator("en", { numeric: true }).compare;
  let sorted = null;
  let opened = "";

  const count = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

  const filter = () => {
    const wanted = controls.filter((one) => one.name !== "q" && one.value);
    const terms = form.elements.q.value.toLowerCase().split(/\s+/).filter(Boolean);
    const seen = new Set();
    let shown = 0;
    rows.forEach((row, place) => {
      const fits = wanted.every((one) => tokens(row, one.name).includes(one.value))
        && terms.every((term) => words[place].includes(term));
      row.hidden = !fits;
      if (fits) { shown += 1; seen.add(row.dataset.case); }
    });
    for (const one of cases) one.hidden = !seen.has(one.id) && !opened.startsWith(`${one.id}f`);
    status.textContent = shown === rows.length
      ? `${count(shown, "figure")} in ${count(seen.size, "article")}`
      : `${count(shown, "figure")} of ${rows.length.toLocaleString("en")}, in ${count(seen.size, "article")}`;
  };
  // A figure that was asked for several times may have several classes.
  const tokens = (row, name) => {
    const held = row.getAttribute(`data-${name}`) ?? "";
    return name.startsWith("class") ? held.split(" ") : [held];
  };

  const sort = (column, down) => {
    const number = heads[column].dataset.by === "number";
    const key = (row) => {
      const cell = row.cells[column];
      if (!number) return (cell.querySelector("a") ?? cell).textContent.trim();
      return cell.dataset.n === undefined ? null : Number(cell.dataset.n);
    };
    const keys = new Map(rows.map((row) => [row, key(row)]));
    const sign = down ? -1 : 1;
    const ordered = [...rows].sort((one, other) => {
      const a = keys.get(one);
      const b = keys.get(other);
      if (a === null || b === null) return (a === null) - (b === null) || order.get(one) - order.get(other);
      return sign * (number ? a - b : compare(a, b)) || order.get(one) - order.get(other);
    });
    body.append(...ordered);
    heads.forEach((head, place) => {
      if (place === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    sorted = { column, down };
  };
  const unsort = () => {
    body.append(...rows);
    for (const head of heads) head.removeAttribute("aria-sort");
    sorted = null;
  };

  const address = () => {
    const state = new URLSearchParams();
    for (const one of controls) if (one.value) state.set(one.name, one.value);
    if (sorted) state.set("sort", `${sorted.column}${sorted.down ? "d" : "a"}`);
    if (opened) state.set("open", opened);
    return `#${state}`;
  };
  // Replaced, not followed: an address that loses its last filter must not scroll to the top. Typing
  // waits a moment, since browsers refuse to do it many times a second.
  const remember = () => {
    const state = address();
    history.replaceState(null, "", state === "#" ? location.pathname + location.search : state);
  };
  let waiting = 0;
  const rememberSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(remember, 150);
  };

  const open = (id) => {
    const target = document.getElementById(id);
    const home = target?.closest(".case");
    if (!home) return;
    home.hidden = false;
    home.open = true;
    if (target === home) home.querySelector("summary").focus({ preventScroll: true });
    else target.focus({ preventScroll: true });
    target.scrollIntoView({ block: target.classList.contains("anchor") ? "center" : "start" });
  };

  const read = () => {
    const hash = location.hash.slice(1);
    if (hash && !hash.includes("=")) { if (/^c\d+/.test(hash)) open(hash); return; }
    if (hash === address().slice(1)) return;
    const state = new URLSearchParams(hash);
    for (const one of controls) {
      one.value = state.get(one.name) ?? "";
      if (one.selectedIndex === -1) one.value = "";
    }
    const told = /^(\d+)([ad])$/.exec(state.get("sort") ?? "");
    if (told && heads[Number(told[1])]) sort(Number(told[1]), told[2] === "d");
    else if (sorted) unsort();
    const before = opened;
    opened = /^c\d+(f\d+)?$/.test(state.get("open") ?? "") ? state.get("open") : "";
    filter();
    if (opened && opened !== before) open(opened);
  };

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      if (sorted?.column !== column) sort(column, false);
      else if (!sorted.down) sort(column, true);
      else unsort();
      remember();
    });
  });
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => { opened = ""; filter(); rememberSoon(); });
  form.addEventListener("reset", () => setTimeout(() => { opened = ""; filter(); remember(); }));

  // A link to a figure opens its case, and keeps the filters in the address.
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#c"]');
    const id = link?.getAttribute("href").slice(1) ?? "";
    if (!/^c\d+([fe]\d+)?$/.test(id) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (id.includes("e")) { open(id); return; }
    clearTimeout(waiting);
    remember();
    opened = id;
    if (location.hash !== address()) location.hash = address();
    open(id);
  });
  window.addEventListener("hashchange", read);

  const folding = document.getElementById("folding");
  folding.hidden = false;
  folding.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) for (const one of cases) if (!one.hidden) one.open = Boolean(button.dataset.fold);
  });

  // Pointing at words in an article lights up their figure, and the other way round.
  const light = (event, on) => {
    const id = event.target.closest?.("[data-line]")?.dataset.line ?? event.target.closest?.(".case li")?.id;
    if (!id) return;
    document.getElementById(id).classList.toggle("on", on);
    for (const mark of document.querySelectorAll(`[data-line="${id}"]`)) mark.classList.toggle("on", on);
  };
  for (const [name, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
    document.addEventListener(name, (event) => light(event, on));
  }

  read();
})();
